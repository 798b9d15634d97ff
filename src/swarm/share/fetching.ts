import type { InfoHash } from '../../core/infoHash.ts'
import type { Bytes } from '../../core/brand.ts'
import type { SealSecret } from '../../core/sealSecret.ts'
import { RECORD } from '../../seal/sizes.ts'
import { MemoryStore } from '../../storage/memoryStore.ts'
import type { PieceStore } from '../../storage/pieceStore.ts'
import type { StoreError } from '../../storage/problems.ts'
import type { Metainfo } from '../../torrent/metainfo.ts'
import { MetainfoError } from '../../torrent/problems.ts'
import { OpenContents } from '../contents/openContents.ts'
import type { SealedContents } from '../contents/sealedContents.ts'
import { loadUnsealing } from '../contents/loadUnsealing.ts'
import { isSealed } from '../contents/sealed.ts'
import type { ReadBytes } from '../contents/unseal.ts'
import { SwarmError } from '../problems.ts'
import { exactSource } from '../exactSource.ts'
import { fetchTorrent } from '../fetchTorrent.ts'
import type { Active } from './active.ts'
import { throwIfOver } from './expiry.ts'
import { knownOf, type Known } from './known.ts'
import type { Life } from './life.ts'
import { Member, type MemberOwner } from './member.ts'
import { openStore } from './openStore.ts'
import { Ready } from './ready.ts'
import { tellStoreFailure } from './storeFailure.ts'

/** What it holds is being found out, and how much of that an earlier visit left here. */
export class Fetching implements MemberOwner {
  readonly kind = 'fetching'
  readonly complete = false
  /** Null while nobody has told. */
  known: Known | null = null
  member: Member | null = null
  /** Null unless an earlier visit left something. */
  pieceStore: PieceStore | null = null
  /** Tries a password; null while none is asked for. */
  #try: ((password: string) => Promise<void>) | null = null
  /** What came of a sealed share to tell what it holds. */
  #peeked: MemoryStore | null = null
  readonly #life: Life<Ready | Active>

  constructor(life: Life<Ready | Active>) {
    this.#life = life
  }

  /** Begins with an info hash alone: peers are asked for the metadata (BEP 9), and who has the .torrent file. */
  join(infoHash: InfoHash): void {
    this.member = new Member(this, this.#life, infoHash, null, null)
    this.askSources()
    // Beside the metadata.
    if (this.#life.record.secret !== null) void loadUnsealing().catch(() => undefined)
  }

  /** Begins with a torrent that is known whole: what an earlier visit left is found first. */
  prepare(metainfo: Metainfo): Promise<void> {
    return this.#life.attempt(this.#prepare(metainfo))
  }

  /** The .torrent file may be somewhere on the web, before any peer is found. */
  askSources(): void {
    void this.#life.attempt(this.#askSources())
  }

  /** It cannot be said what it holds before somebody has told its password. */
  get asksPassword(): boolean {
    return this.#try !== null
  }

  /** Rejects with a {@link SwarmError} for a wrong password. */
  async unlock(password: string): Promise<void> {
    await this.#try?.(password)
  }

  received(info: Uint8Array): void {
    void this.#life.attempt(this.#receive(info))
  }

  verified(piece: number): void {
    this.member?.arrived(piece)
    this.#life.touch()
  }

  storeFailed(error: StoreError): void {
    tellStoreFailure(error, this.#life, (piece) => {
      this.member?.session.forget(piece)
      this.#life.touch()
    })
  }

  async #prepare(metainfo: Metainfo): Promise<void> {
    const { trackers, classicTrackers } = metainfo
    const usable = [...trackers, ...(this.#life.context.classic ? classicTrackers : [])]
    if (metainfo.private && usable.length === 0) {
      throw new MetainfoError({ code: 'torrent-of-no-tracker' })
    }
    const known = this.#know(metainfo)
    await this.#findPresent(known)
    this.member = new Member(this, this.#life, metainfo.infoHash, known, this.pieceStore)
    await this.#offer(known, this.member)
  }

  async #receive(info: Uint8Array): Promise<void> {
    if (this.known) return
    await this.#accept(await this.#life.context.readTorrent({ kind: 'info', bytes: info }))
  }

  async #askSources(): Promise<void> {
    const { record, context, signal } = this.#life
    const infoHash = record.infoHash(null)
    if (infoHash === null || this.known) return
    const addresses = record.contacts.torrents(record.sources(null)).filter((url) => !record.asked.has(url))
    for (const address of addresses) record.asked.add(address)
    const metainfo = await exactSource(addresses, infoHash, async (address) =>
      context.readTorrent({ kind: 'file', bytes: await fetchTorrent(address, signal) }),
    )
    signal.throwIfAborted()
    if (metainfo) await this.#accept(metainfo)
  }

  /** What comes first is taken. */
  async #accept(metainfo: Metainfo): Promise<void> {
    if (this.known || this.#life.signal.aborted) return
    const known = this.#know(metainfo)
    await this.#findPresent(known)
    if (!this.member) return
    this.member.accept(known)
    await this.#offer(known, this.member)
  }

  #know(metainfo: Metainfo): Known {
    const { record } = this.#life
    const known = (this.known = knownOf(metainfo, new OpenContents(metainfo), record.linkedFiles))
    record.name = known.contents.name
    return known
  }

  async #findPresent({ metainfo, pieces }: Known): Promise<void> {
    const { context, signal } = this.#life
    const present = await context.space.present(metainfo, signal)
    signal.throwIfAborted()
    if (!present) return
    // Peers see at once what is here, and may ask for it before anybody has clicked on Download.
    this.pieceStore = await openStore(this.#life, metainfo)
    this.member?.use(this.pieceStore)
    pieces.addHere(present)
  }

  async #offer(outside: Known, member: Member): Promise<void> {
    const known = await this.#unseal(outside, member)
    this.#life.signal.throwIfAborted()
    const ready = new Ready(this.#life, known, member, { store: this.pieceStore, peeked: this.#peeked })
    this.#life.become(ready)
    await ready.offer()
  }

  /** Opens what is read, when somebody has told its password if it has one. */
  async #openWith(secret: SealSecret, metainfo: Metainfo, read: ReadBytes): Promise<SealedContents> {
    const { record } = this.#life
    const { openSealed, opensFirst, stretch, unsealManifest } = await loadUnsealing()
    if (!record.opener) {
      // First: a password is tried as soon as it is told.
      const first = await read(0, RECORD)
      record.stretched = await this.#ask(async (password) => {
        const stretched = await stretch(secret, password)
        return (await opensFirst(metainfo, { secret, stretched }, first)) ? stretched : null
      })
    }
    const opener = { secret, stretched: record.stretched }
    return openSealed(metainfo, opener, await unsealManifest(metainfo, opener, read))
  }

  /**
   * Waits for the right password: what it comes to.
   *
   * @param comesTo null for a wrong one
   */
  #ask(
    comesTo: (password: string) => Promise<Uint8Array<ArrayBuffer> | null>,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const { signal } = this.#life
    return new Promise((resolve, reject) => {
      this.#try = async (password) => {
        const stretched = await comesTo(password)
        if (!stretched) throw new SwarmError({ code: 'password-wrong' })
        this.#try = null
        resolve(stretched)
      }
      signal.addEventListener('abort', () => reject(new Error('share-ended')), { once: true })
      this.#life.touch()
    })
  }

  /** A sealed share shows what it holds once the beginning of it is here; until then nothing is put on the disk. */
  async #unseal(outside: Known, member: Member): Promise<Known> {
    const { record, signal } = this.#life
    const { metainfo } = outside
    // A key to what is not sealed opens nothing, and is not passed on.
    if (!isSealed(metainfo)) record.secret = null
    const { secret } = record
    if (secret === null) return outside
    if (!this.pieceStore) member.use((this.#peeked = new MemoryStore(metainfo.size)))
    const reading = member.read(0)
    const read = async (from: Bytes, to: Bytes) => {
      const last = Math.floor((to - 1) / metainfo.pieceLength)
      member.session.select([{ from: 0, to: last }])
      const bytes = new Uint8Array(to - from)
      for (let at = from; at < to && reading;) {
        const part = await reading.read(at, to)
        bytes.set(part, at - from)
        at += part.length
      }
      return bytes
    }
    const contents = await this.#openWith(secret, metainfo, read).finally(() => reading?.close())
    signal.throwIfAborted()
    throwIfOver(contents, this.#life.context.now())
    const known = knownOf(metainfo, contents, record.linkedFiles, outside.pieces)
    this.known = known
    record.name = contents.name
    member.reveal(known)
    return known
  }
}
