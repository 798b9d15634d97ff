import type { Milliseconds } from '../../core/brand.ts'
import type { IceServer } from './peerConnection.ts'
import { isTurn } from './path.ts'

/** As many as go with a first announce. */
const MOST = 2

/** By then servers may have forgotten what they were asked, and a router what it let through. */
const LIFETIME: Milliseconds = 10 * 60_000

/** Once some are used the page is busy with what they are for. */
const QUIET: Milliseconds = 5_000

/** One that is described, and that nobody was handed. */
export interface ReadyOffer {
  /** It is still good. */
  readonly isOpen: boolean
  close(): void
}

/**
 * Connections that are described before there is a share to offer them in: an offer names none, and making one takes as
 * long as a message to somebody. Where there are TURN servers there are none: each would take up a place at one of them.
 */
export class ReadyOffers<Offer extends ReadyOffer> {
  /** Null while nobody is about to open a link. */
  #make: ((lifetime: Milliseconds) => Promise<Offer>) | null = null
  #iceServers: () => readonly IceServer[] = () => []
  readonly #ready = new Map<Offer, string>()
  #timer: ReturnType<typeof setTimeout> | undefined

  /** A link may be opened soon. */
  prepare(iceServers: () => readonly IceServer[], make: (lifetime: Milliseconds) => Promise<Offer>): void {
    this.#iceServers = iceServers
    this.#make = make
    void this.#fill()
  }

  /** One that has asked these servers; null when there is none. */
  take(iceServers: readonly IceServer[]): Offer | null {
    const servers = JSON.stringify(iceServers)
    const [found = null] = [...this.#ready].flatMap(([offer, asked]) =>
      offer.isOpen && asked === servers ? offer : [],
    )
    if (found) this.#ready.delete(found)
    if (this.#make) {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => void this.#fill(), QUIET)
    }
    return found
  }

  /** The page's line may be another one. */
  renew(): void {
    this.#close()
    if (this.#make) void this.#fill()
  }

  end(): void {
    this.#make = null
    clearTimeout(this.#timer)
    this.#close()
  }

  async #fill(): Promise<void> {
    const iceServers = this.#iceServers()
    const servers = JSON.stringify(iceServers)
    for (const [offer, asked] of this.#ready) {
      if (offer.isOpen && asked === servers) continue
      this.#ready.delete(offer)
      offer.close()
    }
    const make = this.#make
    if (!make || iceServers.some(isTurn)) return
    for (let missing = MOST - this.#ready.size; missing > 0; missing--) {
      const offer = await make(LIFETIME).catch(() => null)
      if (!offer) return
      if (this.#make !== make || this.#ready.size >= MOST) offer.close()
      else this.#ready.set(offer, servers)
    }
  }

  #close(): void {
    for (const offer of this.#ready.keys()) offer.close()
    this.#ready.clear()
  }
}
