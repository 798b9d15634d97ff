import type { Duplex } from 'streamx'
import type { Bytes, Milliseconds } from '../../core/brand.ts'
import type { Loan } from '../../storage/loan.ts'
import type { Charge } from './prices.ts'
import type { SideChannel } from './sideChannel.ts'

/** A connection to one peer, whatever carries it: an ordered, reliable stream of bytes, and what is known of it. */
export interface SwarmLink extends Duplex {
  /** What it runs over. */
  readonly kind: 'webrtc' | 'tcp'
  /** Who is at its other end, whatever that says of itself: an id in hex that a tracker told, or host and port. */
  readonly id: string
  /** Whom to blame for what came over it: whoever it is may come back by another connection. */
  readonly source: string
  /** Whether it leads over a TURN server, as far as was seen. */
  readonly isRelayed: boolean
  /** Nothing comes over it; it may recover. */
  readonly isFaltering: boolean
  /** Bytes that were sent and wait in this process. */
  readonly waiting: Bytes
  /** Beside the wire, for those who know of it; null where there can be none. */
  readonly side: SideChannel | null
  /** Has the peer pay for work that it causes; false when it has caused more than it may, and is let go. */
  readonly charge: Charge
  /**
   * Calls back, later, when the system has taken all that was said before. False where that cannot be told, or says
   * nothing: the system then takes more than the line does.
   */
  whenSent(done: () => void): boolean
  /** Gives these bytes back once they were said and sent; absent where that cannot be told. */
  lend?(loan: Loan): void
  /** The least round trip of its packets; Infinity where nobody tells. */
  roundTrip(): Promise<Milliseconds>
}
