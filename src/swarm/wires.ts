import Wire from 'bittorrent-protocol'
import type { Milliseconds } from '../core/brand.ts'
import type { InfoHash } from '../core/infoHash.ts'
import { handshakeOf } from '../wire/shortOpening.ts'
import type { PeerId } from '../wire/trackerMessages.ts'
import type { TakeBlock } from './link/frameCutter.ts'
import { receiveBlock, widen } from './wirePrivate.ts'
import type { Duplex } from 'streamx'

/** Who says nothing for so long after the connection is open does not speak BitTorrent. */
const HANDSHAKE_LIMIT: Milliseconds = 25_000

/** Two connections that were opened within this time are taken for opened at once. */
const SAME_MOMENT: Milliseconds = 2_000

/** An open connection to a peer; see `SwarmLink`. */
export interface PeerStream extends Duplex {
  readonly kind: 'webrtc' | 'tcp'
  readonly id: string
  /** Of those by TCP: this end has opened it. */
  readonly isOwn?: boolean
  /** The peer's handshake is known beforehand (see `shortOpening.ts`). */
  readonly opensShortly?: boolean
  /** See `ByteLink.handBlocks`. */
  handBlocks?(take: TakeBlock): void
  /** Goes on as if it had come. */
  grant?(handshake: Uint8Array<ArrayBuffer>): void
}

export interface WiresOptions {
  readonly infoHash: InfoHash
  /** Ours. */
  readonly peerId: PeerId
  /** The peer has shaken hands. What the wire is to know of extensions it has to be told in here (BEP 10). */
  readonly greeted: (wire: Wire) => void
  /** Both ends have shaken hands: from now on anything can be said. */
  readonly opened: (wire: Wire) => void
}

/** The wires of one share: a connection each, from an open link over the handshakes (BEP 3) to its end. */
export class Wires {
  readonly #options: WiresOptions
  /** Those whose peers have shaken hands. */
  readonly #greeted: Wire[] = []
  /** What ends a connection, by the peer's id. */
  readonly #ends = new Map<string, () => void>()
  /** Connections by TCP, by the id that the peer says is its own. */
  readonly #claims = new Map<string, { readonly link: PeerStream; readonly since: Milliseconds }>()

  constructor(options: WiresOptions) {
    this.#options = options
  }

  get all(): readonly Wire[] {
    return this.#greeted
  }

  /** Takes a link that is open, instead of the one that there may be to the same peer. */
  add(link: PeerStream): void {
    this.#ends.get(link.id)?.()
    const { infoHash, peerId, greeted, opened } = this.#options
    const wire = new Wire(link.kind)
    if (link.kind === 'tcp') widen(wire)
    const patience = setTimeout(() => end(), HANDSHAKE_LIMIT)
    const end = () => {
      if (this.#ends.get(link.id) !== end) return
      this.#ends.delete(link.id)
      for (const [id, other] of this.#claims) if (other.link === link) this.#claims.delete(id)
      clearTimeout(patience)
      const at = this.#greeted.indexOf(wire)
      if (at >= 0) this.#greeted.splice(at, 1)
      link.destroy()
      wire.destroy()
    }
    this.#ends.set(link.id, end)
    for (const event of ['end', 'finish', 'close', 'error'] as const) {
      link.once(event, end)
      wire.once(event, end)
    }
    wire.once('handshake', (theirs: unknown, id: unknown) => {
      if (theirs !== infoHash || id === peerId || !this.#claim(String(id), link)) {
        end()
        return
      }
      if (!link.opensShortly) clearTimeout(patience)
      // In its handshake a peer may write whatever it likes: another's id, to have that one refused for what it does
      // itself, or a new one after each refusal. It need not be a liar: libtorrent draws a new one for each connection.
      wire.peerId = link.id
      wire.setKeepAlive(true)
      link.handBlocks?.((...block) => receiveBlock(wire, ...block))
      this.#greeted.push(wire)
      greeted(wire)
      // The handshake of extensions comes before anything that is said with them.
      queueMicrotask(() => {
        if (!wire.destroying) opened(wire)
      })
    })
    link.pipe(wire)
    wire.pipe(link)
    wire.handshake(infoHash, peerId, { fast: true })
    if (!link.opensShortly) return
    link.once('proved', () => clearTimeout(patience))
    link.grant?.(handshakeOf(infoHash, link.id))
  }

  /**
   * Two peers may open a connection by TCP to each other at the same moment, and neither knows the address of the other's.
   * Both keep the one that the lower id has opened; but one that has lasted for a while, over which much may be on its
   * way, is kept by both. False for a link that is not kept.
   */
  #claim(id: string, link: PeerStream): boolean {
    if (link.kind === 'webrtc') return true
    const now = performance.now()
    const present = this.#claims.get(id)
    if (present) {
      const keepsOwn = this.#options.peerId < id
      const { isOwn } = present.link
      if (isOwn === link.isOwn || isOwn === keepsOwn || now - present.since > SAME_MOMENT) return false
      this.#ends.get(present.link.id)?.()
    }
    this.#claims.set(id, { link, since: now })
    return true
  }

  end(): void {
    for (const end of [...this.#ends.values()]) end()
  }
}
