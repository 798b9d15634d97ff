import type { Milliseconds } from '../../../src/core/brand.ts'
import { shuffled } from '../../../src/core/random.ts'
import type { ByteChannel } from '../../../src/swarm/link/byteChannel.ts'
import { ByteLink } from '../../../src/swarm/link/byteLink.ts'
import { textOf, type PeerAddress } from '../../../src/wire/compactPeers.ts'

/** Who told of a peer. Of a private torrent's peers its trackers alone may tell (BEP 27). */
export type Source = 'tracker' | 'dht' | 'exchange' | 'local'

/** Addresses that are remembered; whoever tells of more is not heard. */
const MOST_KNOWN = 800
/** Of them, those that one source other than the trackers has told of: a liar shall not take the places of all. */
const MOST_OF_SOURCE = 400

/** Connections of one share. */
const MOST_OWN = 30
const MOST_INCOMING = 30
/** From one host: several people may live behind it. */
const MOST_OF_HOST = 8
const MOST_DIALING = 8

/** An address that came to nothing is tried again so much later, and twice that the next time. */
const RETRY: Milliseconds = 20_000
const MOST_FAILURES = 4
/** A connection that ends sooner has come to nothing. */
const SHORT: Milliseconds = 3_000
/** Who has nothing to give, and needs nothing, is left alone for so long. */
const REST: Milliseconds = 1_800_000

interface Known {
  readonly address: PeerAddress
  readonly source: Source
  state: 'idle' | 'dialing' | 'linked'
  failures: number
  notBefore: Milliseconds
}

interface Linked {
  readonly link: ByteLink
  /** Null for one that has come by itself. */
  readonly known: Known | null
  readonly since: Milliseconds
}

export interface ClassicPeersOptions {
  /** By a clock that never goes back. */
  readonly now: () => Milliseconds
  /** 0…1 */
  readonly random: () => number
  /** Opens a connection; rejects when nobody is there, or there are too many. */
  readonly dial: (address: PeerAddress) => Promise<ByteChannel>
  readonly mayDial: (address: PeerAddress) => boolean
  /** See `ClassicOptions.isIdle`. */
  readonly isIdle: (link: ByteLink) => boolean
  readonly isPrivate: () => boolean | null
  readonly found: (link: ByteLink) => void
  readonly changed: () => void
}

/** The peers of one share that are met by TCP: which addresses are known, who is dialled when, and who is connected. */
export class ClassicPeers {
  readonly #options: ClassicPeersOptions
  /** By host and port. */
  readonly #known = new Map<string, Known>()
  readonly #linked = new Map<ByteLink, Linked>()
  #dialing = 0
  #stopped = false

  constructor(options: ClassicPeersOptions) {
    this.#options = options
  }

  get links(): readonly ByteLink[] {
    return [...this.#linked.keys()]
  }

  /** Somebody tells of peers. */
  heard(addresses: readonly PeerAddress[], source: Source): void {
    if (this.#stopped || (source !== 'tracker' && this.#options.isPrivate() === true)) return
    for (const address of addresses) {
      const key = textOf(address)
      if (this.#known.has(key) || !this.#hasRoomFor(source) || !this.#options.mayDial(address)) continue
      this.#known.set(key, { address, source, state: 'idle', failures: 0, notBefore: -Infinity })
    }
    this.look()
  }

  /** Somebody has connected by himself; false when there is no place. */
  came(channel: ByteChannel, { host, port }: PeerAddress): boolean {
    if (this.#stopped || this.#incoming >= MOST_INCOMING || this.#countOf(host) >= MOST_OF_HOST) return false
    this.#link(channel, { host, port }, null)
    return true
  }

  /** Dials who is due, and lets go of who is of no use. To be called every second or so. */
  look(): void {
    if (this.#stopped) return
    const now = this.#options.now()
    for (const { link, known, since } of [...this.#linked.values()]) {
      if (now - since < SHORT || !this.#options.isIdle(link)) continue
      if (known) known.notBefore = now + REST
      link.destroy()
    }
    const due = [...this.#known.values()].filter(
      ({ state, notBefore }) => state === 'idle' && notBefore <= now,
    )
    const own = this.#linked.size - this.#incoming
    for (const known of shuffled(due, this.#options.random)) {
      if (this.#dialing >= MOST_DIALING || own + this.#dialing >= MOST_OWN) return
      if (this.#countOf(known.address.host) < MOST_OF_HOST) void this.#dial(known)
    }
  }

  /** It is known now that the torrent is private: whoever others than its trackers told of is left. */
  becamePrivate(): void {
    for (const [key, { source }] of [...this.#known]) if (source !== 'tracker') this.#known.delete(key)
    for (const { link, known } of [...this.#linked.values()])
      if (known && known.source !== 'tracker') link.destroy()
  }

  stop(): void {
    this.#stopped = true
    this.#known.clear()
  }

  get #incoming(): number {
    return [...this.#linked.values()].filter(({ known }) => known === null).length
  }

  #countOf(host: string): number {
    const dialled = [...this.#known.values()].filter(
      ({ address, state }) => state !== 'idle' && address.host === host,
    )
    const came = [...this.#linked.values()].filter(({ link, known }) => !known && link.source === host)
    return dialled.length + came.length
  }

  #hasRoomFor(source: Source): boolean {
    const ofSource = [...this.#known.values()].filter((known) => known.source === source)
    const isFull =
      this.#known.size >= MOST_KNOWN || (source !== 'tracker' && ofSource.length >= MOST_OF_SOURCE)
    if (!isFull) return true
    const [key] = [...this.#known].find(([, { state, failures }]) => state === 'idle' && failures > 0) ?? []
    return key !== undefined && this.#known.delete(key)
  }

  async #dial(known: Known): Promise<void> {
    known.state = 'dialing'
    this.#dialing++
    const channel = await this.#options.dial(known.address).catch(() => null)
    this.#dialing--
    if (this.#stopped || !this.#known.has(textOf(known.address))) {
      channel?.close()
      return
    }
    if (channel) this.#link(channel, known.address, known)
    else this.#failed(known)
    this.look()
  }

  #failed(known: Known): void {
    known.state = 'idle'
    known.notBefore = this.#options.now() + RETRY * 2 ** known.failures
    if (++known.failures >= MOST_FAILURES) this.#known.delete(textOf(known.address))
  }

  #link(channel: ByteChannel, address: PeerAddress, known: Known | null): void {
    const link = new ByteLink(channel, { from: address, isOwn: known !== null })
    const since = this.#options.now()
    this.#linked.set(link, { link, known, since })
    if (known) known.state = 'linked'
    link.once('close', () => {
      this.#linked.delete(link)
      if (known) this.#ended(known, link, since)
      this.#options.changed()
    })
    this.#options.found(link)
    this.#options.changed()
  }

  #ended(known: Known, link: ByteLink, since: Milliseconds): void {
    const now = this.#options.now()
    if (!link.hasProved || now - since < SHORT) {
      this.#failed(known)
      return
    }
    known.state = 'idle'
    known.failures = 0
    known.notBefore = Math.max(known.notBefore, now + RETRY)
  }
}
