import { Duplex } from 'streamx'
import { Allowance, type AllowanceTerms } from '../../core/allowance.ts'
import type { Bytes, Milliseconds } from '../../core/brand.ts'
import type { Loan } from '../../storage/loan.ts'
import { textOf, type PeerAddress } from '../../wire/compactPeers.ts'
import { PASSED_AT_ONCE } from '../wirePrivate.ts'
import type { ByteChannel } from './byteChannel.ts'
import { FrameCutter, type TakeBlock } from './frameCutter.ts'
import { FrameGuard } from './frameGuard.ts'
import type { Units } from './prices.ts'
import type { SwarmLink } from './swarmLink.ts'

/** What waits in the process; the rest waits in the wire, whose bound ends it (see `wirePrivate.ts`). */
const HIGH_WATER: Bytes = 1024 * 1024

/**
 * What a peer may have this process do (see `prices.ts`): more than it may of a page. Nothing has to be painted here, and
 * a neighbour by cable moves more in a second than any page does.
 */
const TERMS: AllowanceTerms = { burst: 40_000, perSecond: 40_000 }

export interface ByteLinkOptions {
  /** Where its other end is. */
  readonly from: PeerAddress
  /** This end has opened it. */
  readonly isOwn: boolean
}

/**
 * A connection to a peer over a {@link ByteChannel}, watched as those of pages are. Emits `proved` once the peer has sent
 * a handshake.
 */
export class ByteLink extends Duplex implements SwarmLink {
  readonly kind = 'tcp'
  readonly id: string
  readonly source: string
  readonly isOwn: boolean
  /** Where its peer waits for connections, as far as this end has seen. */
  readonly address: PeerAddress | null
  readonly isRelayed = false
  readonly isFaltering = false
  readonly side = null
  readonly #channel: ByteChannel
  readonly #allowance = new Allowance(TERMS, () => performance.now())
  readonly #guard = new FrameGuard((units) => this.#allowance.spend(units))
  readonly #cutter = new FrameCutter((frames) => this.push(frames))
  /** By the bytes; what is never sent is forgotten with them. */
  readonly #loans = new WeakMap<Uint8Array, Loan>()
  #drained: (() => void) | null = null
  /** Who waits for what was said before to be sent. */
  #asking: (() => void)[] = []
  #looking: ReturnType<typeof setTimeout> | undefined

  constructor(channel: ByteChannel, { from, isOwn }: ByteLinkOptions) {
    super({ highWaterMark: PASSED_AT_ONCE })
    this.id = textOf(from)
    this.source = from.host
    this.address = isOwn ? from : null
    this.isOwn = isOwn
    this.#channel = channel
    channel.onclose = () => this.destroy()
    channel.ondrain = () => this.#release()
    channel.onmessage = (bytes) => this.#take(bytes)
    // A stream without a listener would throw its error at nobody.
    this.on('error', () => undefined)
  }

  get hasProved(): boolean {
    return this.#guard.shookHands
  }

  get waiting(): Bytes {
    return this.#channel.waiting
  }

  readonly charge = (units: Units): boolean => {
    if (this.destroying) return false
    if (this.#allowance.spend(units)) return true
    this.destroy(new Error('peer-greedy'))
    return false
  }

  whenSent(done: () => void): boolean {
    if (this.destroying) return false
    this.#asking.push(done)
    this.#look()
    return true
  }

  /** What was said in this turn is still on its way through the streams. */
  #look(): void {
    this.#looking ??= setTimeout(() => {
      this.#looking = undefined
      // The rest waits before this link: its turn comes when there is room.
      if (this.#drained) return
      for (const done of this.#asking.splice(0)) this.#channel.sent(done)
    }, 0)
  }

  /** Hands blocks over as they come, and not through the stream, in which each would need memory of its own. */
  handBlocks(take: TakeBlock): void {
    this.#cutter.onblock = take
  }

  lend(loan: Loan): void {
    this.#loans.set(loan.bytes, loan)
  }

  /** The kernel keeps it to itself. */
  roundTrip(): Promise<Milliseconds> {
    return Promise.resolve(Infinity)
  }

  #take(bytes: Uint8Array): void {
    if (this.destroying) return
    const { shookHands } = this.#guard
    if (!this.#guard.accept(bytes)) {
      this.destroy(new Error('protocol-violated'))
      return
    }
    this.#cutter.cut(bytes)
    if (!shookHands && this.#guard.shookHands) this.emit('proved')
  }

  #release(): void {
    const drained = this.#drained
    this.#drained = null
    drained?.()
    if (this.#asking.length > 0) this.#look()
  }

  override _writev(chunks: unknown[], done: (error: Error | null) => void): void {
    const bytes = chunks as Uint8Array[]
    const lent = bytes.flatMap((each) => this.#loans.get(each) ?? [])
    this.#channel.send(bytes, () => lent.forEach(({ back }) => back()))
    if (this.waiting > HIGH_WATER) this.#drained = () => done(null)
    else done(null)
  }

  /** A stream ends only after what it is writing: a channel that has closed would never say that it has room. */
  override _predestroy(): void {
    this.#release()
  }

  override _destroy(done: (error: Error | null) => void): void {
    clearTimeout(this.#looking)
    this.#channel.close()
    done(null)
  }
}
