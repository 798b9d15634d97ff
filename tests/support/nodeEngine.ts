import { createHash } from 'node:crypto'
import { localFiles } from '../../server/peer/localFiles.ts'
import { startNodePeer, type NodePeer } from '../../server/peer/nodePeer.ts'
import type { ClassicNetworkOptions } from '../../server/peer/classic/classicNetwork.ts'
import type { BytesPerSecond } from '../../src/core/brand.ts'
import { parseFragment } from '../../src/core/invitation.ts'
import { parsePasted } from '../../src/core/pasted.ts'
import { NO_PAGE_LIMITS } from '../../src/core/limits.ts'
import type { AddOptions } from '../../src/swarm/engineApi.ts'
import type { ShareSnapshot, ShareState, Situation } from '../../src/swarm/snapshot.ts'

/** Our own engine in Node, as a test sees it: what it shares, and what it fetches. */
export class NodeEngine {
  readonly #peer: NodePeer

  private constructor(peer: NodePeer) {
    this.#peer = peer
  }

  /**
   * @param folder where what is fetched is put
   * @param passkey a member's; null for a visitor
   */
  static async start(
    site: string,
    folder: string,
    classic: ClassicNetworkOptions | null = null,
    passkey: string | null = null,
  ): Promise<NodeEngine> {
    return new NodeEngine(await startNodePeer({ site, folder, classic, passkey }))
  }

  /** Where it is reached by TCP. */
  get port(): number {
    return this.#peer.classicPort ?? 0
  }

  /** Those it is connected to, as it knows them: by an id in hex, or by host and port. */
  get peers(): readonly string[] {
    return this.#peer.engine.shares().flatMap(({ peers }) => peers.map(({ id }) => id))
  }

  /** Opens a magnet link, and contacts all that it names. */
  open(magnet: string): string {
    const pasted = parsePasted(magnet)
    if (pasted.kind !== 'invitation') throw new Error(`“${magnet}” leads to no share.`)
    const { engine } = this.#peer
    const id = engine.open(pasted.invitation)
    engine.contact(id, engine.shares().find((share) => share.id === id)?.contacts.trackers ?? [])
    return id
  }

  /** Opens a .torrent file. */
  openTorrent(bytes: Uint8Array): Promise<string> {
    return this.#peer.engine.openTorrentFile(bytes)
  }

  /** What it gives in a second at most, from now on. */
  giveAtMost(rate: BytesPerSecond): void {
    this.#peer.engine.limit({ ...NO_PAGE_LIMITS, give: rate })
  }

  /** Shares a file or a folder; answers the link to it. */
  async give(path: string, name: string, options: AddOptions = {}): Promise<string> {
    const id = this.#peer.engine.addFiles(await localFiles(path), name, options)
    const { link } = await this.#reaches(id, 'seeding')
    if (link === null) throw new Error('What is shared has a link.')
    return link
  }

  /** Fetches what a link leads to; answers the SHA-1 of each file, by its path. */
  async take(link: string): Promise<Record<string, string>> {
    const invitation = parseFragment(new URL(link).hash.slice(1))
    if (!invitation) throw new Error(`“${link}” leads to no share.`)
    return this.fetch(this.#peer.engine.open(invitation))
  }

  /** Fetches a share that is open; answers the SHA-1 of each file, by its path. */
  async fetch(id: string): Promise<Record<string, string>> {
    const { engine } = this.#peer
    // What is here already waits for no click.
    if ((await this.#reaches(id, 'ready', 'seeding')).state === 'ready') await engine.download(id)
    const { files } = await this.#reaches(id, 'seeding')
    const hashes: Record<string, string> = {}
    for (const { index, path } of files) {
      const bytes = new Uint8Array(await (await engine.fileBlob(id, index)).arrayBuffer())
      hashes[path.join('/')] = createHash('sha1').update(bytes).digest('hex')
    }
    return hashes
  }

  /** What a link to a sealed share leads to, as it is shown before anybody clicks on Download. */
  async look(link: string): Promise<ShareSnapshot> {
    const invitation = parseFragment(new URL(link).hash.slice(1))
    if (!invitation) throw new Error(`“${link}” leads to no share.`)
    return this.#reaches(this.#peer.engine.open(invitation), 'ready', 'seeding')
  }

  /** What a link leads to whose share has a password, as it is shown before that is told. */
  async asks(link: string): Promise<ShareSnapshot> {
    const invitation = parseFragment(new URL(link).hash.slice(1))
    if (!invitation) throw new Error(`“${link}” leads to no share.`)
    return this.#until(this.#peer.engine.open(invitation), ({ seal }) => seal === 'asks')
  }

  /** Waits until this is what it says of a link's share. */
  async meets(link: string, kind: Situation['kind']): Promise<ShareSnapshot> {
    const invitation = parseFragment(new URL(link).hash.slice(1))
    if (!invitation) throw new Error(`“${link}” leads to no share.`)
    return this.#until(this.#peer.engine.open(invitation), ({ situation }) => situation.kind === kind)
  }

  get shares(): readonly ShareSnapshot[] {
    return this.#peer.engine.shares()
  }

  /** Tries a password for it. */
  async unlock({ id }: ShareSnapshot, password: string): Promise<void> {
    await this.#peer.engine.unlock(id, password)
  }

  /** Fetches what a .torrent file is of, and gives it on. */
  async carry(torrent: Uint8Array): Promise<void> {
    const { engine } = this.#peer
    const id = await engine.openTorrentFile(torrent)
    await this.#reaches(id, 'ready')
    await engine.download(id)
    await this.#reaches(id, 'seeding')
  }

  /** What moves of the only share here, which is sealed. */
  async sealedFile(): Promise<Uint8Array> {
    const { stream } = await this.#peer.engine.sealedFile(this.#only.id)
    return new Uint8Array(await new Response(stream).arrayBuffer())
  }

  /** Says that the only share here lies on a web server as well; answers its link. */
  async addCopy(address: string): Promise<string> {
    await this.#peer.engine.addWebSeed(this.#only.id, address)
    const { link } = await this.#until(this.#only.id, (share) => share.link?.includes('ws=') === true)
    return link ?? ''
  }

  get #only(): ShareSnapshot {
    const [share, ...others] = this.#peer.engine.shares()
    if (!share || others.length > 0) throw new Error('There is not one share.')
    return share
  }

  /** Some bytes of a file, while it arrives. */
  async read(link: string, file: number, from: number, to: number): Promise<Buffer> {
    const share = await this.look(link)
    if (share.state === 'ready') await this.#peer.engine.download(share.id)
    const reading = share.infoHash && this.#peer.engine.read(share.infoHash, file)
    if (!reading) throw new Error('It cannot be read.')
    const parts: Uint8Array[] = []
    for (let at = from; at < to;) {
      const part = await reading.read(at, to)
      parts.push(part)
      at += part.length
    }
    reading.close()
    return Buffer.concat(parts)
  }

  /** Bytes that came from others. */
  get got(): number {
    return this.#peer.engine.shares().reduce((sum, { got }) => sum + got, 0)
  }

  /** Bytes that went to others. */
  get given(): number {
    return this.#peer.engine.shares().reduce((sum, { given }) => sum + given, 0)
  }

  stop(): Promise<void> {
    return this.#peer.stop()
  }

  #reaches(id: string, ...states: readonly ShareState[]): Promise<ShareSnapshot> {
    return this.#until(id, ({ state }) => states.includes(state))
  }

  #until(id: string, isSo: (share: ShareSnapshot) => boolean): Promise<ShareSnapshot> {
    const { engine } = this.#peer
    return new Promise((resolve, reject) => {
      const look = () => {
        const share = engine.shares().find((each) => each.id === id)
        if (!share || (!isSo(share) && share.state !== 'failed')) return
        stop()
        if (isSo(share)) resolve(share)
        else reject(new Error(`It failed: ${JSON.stringify(share.failure)}`))
      }
      const stop = engine.subscribe(look)
      look()
    })
  }
}
