import { Client } from 'bittorrent-dht'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { isRecord } from '../../../src/core/isRecord.ts'
import type { Milliseconds } from '../../../src/core/brand.ts'
import type { InfoHash } from '../../../src/core/infoHash.ts'
import type { PeerAddress } from '../../../src/wire/compactPeers.ts'
import type { ContactPolicy } from './addresses.ts'
import { GuardedSocket } from './guardedSocket.ts'

/** Peers are looked for so often while more are wanted, and announced to the DHT, which forgets within half an hour. */
const SEARCH: Milliseconds = 120_000
const ANNOUNCE: Milliseconds = 900_000
/** The first tries may be before any node is known. */
const FIRST_RETRY: Milliseconds = 2_000
const RETRY_GROWTH = 2
const SAVE: Milliseconds = 600_000
const MOST_SAVED = 200

export interface DhtOptions {
  /** The UDP port: that of the TCP listener. */
  readonly port: number
  readonly host: string | undefined
  /** `host:port` of those by whom the DHT is entered; none to be entered by others alone. */
  readonly bootstrap: readonly string[]
  readonly policy: ContactPolicy
  /** Where the nodes that are known are kept; null for nowhere. */
  readonly file: string | null
}

/** What a share wants of the DHT. */
export interface DhtMember {
  readonly infoHash: InfoHash
  /** Whether it may be told that this peer has the share, not only be asked for others. */
  readonly announces: () => boolean
  readonly wanted: () => boolean
  /** Whether the DHT may be asked at all (BEP 27). */
  readonly allowed: () => boolean
  readonly found: (peers: readonly PeerAddress[]) => void
}

/** A node of the DHT (BEP 5), and the shares that it finds peers for. */
export class Dht {
  readonly #options: DhtOptions
  readonly #client: Client
  readonly #members = new Map<string, DhtMember>()
  readonly #saving: NodeJS.Timeout

  constructor(options: DhtOptions) {
    this.#options = options
    const { bootstrap, policy } = options
    this.#client = new Client({
      bootstrap: bootstrap.length > 0 ? bootstrap : false,
      socket: new GuardedSocket(policy),
    })
    // A port that somebody has: peers are found in other ways then.
    this.#client.on('error', () => undefined)
    this.#client.on('peer', (peer: PeerAddress, infoHash: Uint8Array) => {
      const member = this.#members.get(Buffer.from(infoHash).toString('hex'))
      if (member?.allowed()) member.found([{ host: peer.host, port: peer.port }])
    })
    this.#client.listen(options.port, options.host)
    void this.#restore()
    this.#saving = setInterval(() => void this.#save().catch(() => undefined), SAVE).unref()
  }

  /** Nodes that are known. */
  get size(): number {
    return this.#client.nodes.count()
  }

  /** Somebody says that there is a node: a peer of its own (BEP 5). */
  addNode(node: PeerAddress): void {
    this.#client.addNode(node)
  }

  /** Finds peers for a share until it is stopped; returns the ways to do so now, and to stop. */
  join(member: DhtMember): { search(): void; stop(): void } {
    const { infoHash } = member
    this.#members.set(infoHash, member)
    let timer: NodeJS.Timeout | undefined
    let retry = FIRST_RETRY
    let announcedAt = -Infinity
    let isOver = false
    const search = () => {
      clearTimeout(timer)
      if (isOver) return
      const now = performance.now()
      const isDue = member.announces() && now - announcedAt >= ANNOUNCE
      timer = setTimeout(search, Math.min(SEARCH, retry))
      if (!member.allowed() || !(isDue || member.wanted())) return
      const done = (error: Error | null) => {
        if (error || this.size === 0) {
          retry = Math.min(SEARCH, retry * RETRY_GROWTH)
          return
        }
        retry = SEARCH
        if (isDue) announcedAt = now
      }
      if (isDue) this.#client.announce(infoHash, this.#options.port, done)
      else this.#client.lookup(infoHash, done)
    }
    search()
    return {
      search,
      stop: () => {
        isOver = true
        clearTimeout(timer)
        if (this.#members.get(infoHash) === member) this.#members.delete(infoHash)
      },
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.#saving)
    await this.#save().catch(() => undefined)
    await new Promise<void>((resolve) => this.#client.destroy(resolve))
  }

  /** A table that is lost is begun anew from the nodes that everybody begins with. */
  async #restore(): Promise<void> {
    const { file } = this.#options
    const text = file === null ? '' : await readFile(file, 'utf8').catch(() => '')
    for (const node of parse(text).slice(0, MOST_SAVED)) this.#client.addNode(node)
  }

  async #save(): Promise<void> {
    const { file } = this.#options
    if (file === null) return
    const { nodes } = this.#client.toJSON()
    if (nodes.length === 0) return
    await writeFile(`${file}.new`, JSON.stringify(nodes.slice(0, MOST_SAVED)))
    await rename(`${file}.new`, file)
  }
}

function parse(text: string): readonly PeerAddress[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return []
  }
  return (Array.isArray(value) ? value : []).flatMap((node: unknown) => {
    const { host, port } = isRecord(node) ? node : {}
    return typeof host === 'string' && typeof port === 'number' ? [{ host, port }] : []
  })
}
