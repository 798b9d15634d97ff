import type { Bytes, Milliseconds } from '../../core/brand.ts'
import { equalBytes } from '../../core/bytes.ts'
import type { LiveChannel, LiveList } from '../../wire/liveList.ts'
import { parseLiveMessage, type LiveMessage } from '../../wire/liveMessages.ts'
import type { LiveWatch } from '../engineApi.ts'
import { lot } from '../origin/originGate.ts'
import type { LiveHandler, LivePeer } from '../wireLive.ts'
import { fetchPart } from './fetchPart.ts'
import { Giver } from './giver.ts'
import { HeldPart } from './heldPart.ts'
import { LivePublisher } from './livePublisher.ts'
import { NewestList } from './newestList.ts'
import { Viewer } from './viewer.ts'

export interface LiveRoomOptions {
  readonly channel: LiveChannel
  /** Where the channel's file is on the web. */
  readonly addresses: () => readonly string[]
  /** What this viewer draws its lots by. */
  readonly seed: number
  /** Others are known, and the first connection may come at any moment. */
  readonly joining: () => boolean
  /** Nothing is to move. */
  readonly paused: () => boolean
  /** Whether a block may be given now, by the limits of the page. */
  readonly mayGive: () => boolean
  readonly gave: (bytes: Bytes) => void
  readonly now: () => Milliseconds
  readonly fetch: typeof globalThis.fetch
  readonly closed: () => void
}

/** Looked at so often while something is missing. */
const TICK: Milliseconds = 50
/** What came is told to the others together. */
const TELLING: Milliseconds = 25
/** Who plays asks for the next segment at least so often; who does not is not counted on. */
const WATCHING: Milliseconds = 10_000
/**
 * Between two who may ask the publisher for the same part: half a segment, within these bounds. On a busy machine a page
 * is not woken for half a second.
 */
const LEAST_STEP: Milliseconds = 1000
const MOST_STEP: Milliseconds = 3000
/** However many are before it. */
const MOST_STEPS = 4
/** A piece that was asked for and has not come for so long is asked of another. */
const PIECE_PATIENCE: Milliseconds = 1500
const REST: Milliseconds = 2000
/** After the publisher failed. */
const AGAIN: Milliseconds = 1000
/** Segments that are kept after they have left the list: somebody may be that much behind. */
const KEPT_BEHIND = 4
const MOST_HELD: Bytes = 64 * 1024 * 1024
/** What there is to come before a part is asked of the publisher by whoever has just come. */
const JOINING: Milliseconds = 1500

/**
 * A live channel as one of its viewers has it. Each new segment is asked of the publisher by one of those who are
 * connected, whom all find by the same lots; it gives every piece on as soon as it has come, and so do the others.
 * Should it not, the next is there half a segment later.
 */
export class LiveRoom implements LiveHandler, LiveWatch {
  readonly #options: LiveRoomOptions
  readonly #publisher: LivePublisher
  readonly #newest: NewestList
  readonly #viewers = new Map<LivePeer, Viewer>()
  readonly #parts = new Map<number, HeldPart>()
  readonly #untold = new Set<number>()
  readonly #closed = new AbortController()
  readonly #began: Milliseconds
  readonly #ticking: ReturnType<typeof setInterval>
  /** The newest segment that the player has asked for, and when. */
  #played = { id: -1, at: -Infinity }
  #wasWatching = false
  #restsUntil: Milliseconds = -Infinity
  readonly #giver: Giver
  /** Bytes of pieces that came from other viewers. */
  got: Bytes = 0

  constructor(options: LiveRoomOptions) {
    this.#options = options
    this.#began = options.now()
    this.#publisher = new LivePublisher(options.addresses, options.fetch)
    this.#giver = new Giver({
      partOf: (id) => this.#parts.get(id),
      isHere: ({ peer }) => this.#viewers.has(peer),
      mayGive: () => !options.paused() && options.mayGive(),
      gave: options.gave,
      closed: this.#closed.signal,
    })
    this.#newest = new NewestList({
      channel: options.channel,
      publisher: this.#publisher,
      viewers: this.#viewers,
      before: (version) => this.#before(version),
      step: () => this.#step,
      paused: options.paused,
      now: options.now,
      closed: this.#closed.signal,
      changed: (list) => this.#follow(list),
      greet: (viewer) => this.#greet(viewer),
    })
    this.#ticking = setInterval(() => this.#tick(), TICK)
  }

  /** Bytes of pieces that went to other viewers. */
  get given(): Bytes {
    return this.#giver.given
  }

  /** Bytes that came from the publisher. */
  get fetched(): Bytes {
    return this.#publisher.got
  }

  list(after: number | null, signal: AbortSignal): Promise<LiveList> {
    return this.#newest.after(after, signal)
  }

  async part(id: number, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    const part = this.#parts.get(id)
    if (!part) throw new Error('live-part-gone')
    const isSegment = this.#newest.list?.segments.some((segment) => segment.id === id) ?? false
    if (isSegment) this.#played = { id: Math.max(id, this.#played.id), at: this.#options.now() }
    this.#want(part)
    this.#tick()
    return part.whole(AbortSignal.any([signal, this.#closed.signal]))
  }

  close(): void {
    if (this.#closed.signal.aborted) return
    this.#closed.abort(new Error('live-closed'))
    clearInterval(this.#ticking)
    for (const part of this.#parts.values()) part.drop()
    this.#parts.clear()
    for (const viewer of this.#viewers.values()) viewer.send({ kind: 'hello', watching: false, version: 0 })
    this.#options.closed()
  }

  joined(peer: LivePeer): void {
    const viewer = new Viewer(peer)
    this.#viewers.set(peer, viewer)
    this.#greet(viewer)
    for (const [id, part] of this.#parts) if (!part.isEmpty) viewer.send({ kind: 'has', id, bits: part.bits })
  }

  left(peer: LivePeer): void {
    this.#viewers.delete(peer)
    this.#tick()
  }

  received(peer: LivePeer, bytes: Uint8Array): void {
    const viewer = this.#viewers.get(peer)
    const message = parseLiveMessage(bytes)
    if (!viewer) return
    if (message) this.#received(viewer, message)
    else peer.drop()
  }

  #received(viewer: Viewer, message: LiveMessage): void {
    switch (message.kind) {
      case 'hello':
        viewer.watching = message.watching
        this.#newest.heardOf(viewer, message.version)
        return
      case 'ask':
        this.#newest.give(viewer)
        return
      case 'list':
        void this.#newest.take(message.signed, viewer)
        return
      case 'has':
        viewer.says(message.id, message.bits)
        this.#stirred(message.id)
        return
      case 'want':
        if (this.#parts.get(message.id)?.piece(message.piece))
          this.#giver.give(viewer, message.id, message.piece)
        return
      case 'block': {
        const { id, piece, offset, data } = message
        const whole = viewer.block(id, piece, offset, data)
        if (whole) void this.#takePiece(viewer, id, piece, whole)
      }
    }
  }

  #greet(viewer: Viewer): void {
    const version = this.#newest.list?.version ?? 0
    viewer.send({ kind: 'hello', watching: this.#isWatching, version })
  }

  get #isWatching(): boolean {
    return this.#options.now() - this.#played.at < Math.max(WATCHING, 4 * this.#step)
  }

  get #step(): Milliseconds {
    const target = (this.#newest.list?.target ?? 1) * 1000
    return Math.min(MOST_STEP, Math.max(LEAST_STEP, target / 2))
  }

  /** How many of those who watch it falls to before it falls to this one. */
  #before(id: number): number {
    const mine = lot(id, this.#options.seed)
    let count = 0
    for (const { watching, seed } of this.#viewers.values()) if (watching && lot(id, seed) > mine) count++
    return Math.min(count, MOST_STEPS)
  }

  /** A newer list is here. */
  #follow(list: LiveList): void {
    const first = list.segments[0]?.id ?? 0
    for (const told of [...list.maps, ...list.segments]) {
      const before = this.#parts.get(told.id)
      // A publisher who has begun anew counts from the beginning.
      if (before && !equalBytes(before.told.hashes, told.hashes)) this.#drop(told.id)
      if (!this.#parts.has(told.id)) this.#parts.set(told.id, new HeldPart(told))
    }
    const maps = new Set(list.maps.map(({ id }) => id))
    const isSegment = (id: number) => !maps.has(id) && id < first - KEPT_BEHIND
    for (const id of [...this.#parts.keys()]) {
      const isOldMap = id > (list.segments.at(-1)?.id ?? 0) && !maps.has(id)
      if (isSegment(id) || isOldMap) this.#drop(id)
    }
    let held = [...this.#parts.values()].reduce((sum, part) => sum + part.held, 0)
    for (const [id, part] of this.#parts) {
      if (held <= MOST_HELD) break
      held -= part.held
      this.#drop(id)
    }
    // Who plays is going to need what follows, and the others may count on it.
    if (this.#isWatching) {
      for (const { id } of list.segments) {
        const part = id > this.#played.id ? this.#parts.get(id) : null
        if (part) this.#want(part)
      }
    }
    this.#tick()
  }

  #drop(id: number): void {
    this.#parts.get(id)?.drop()
    this.#parts.delete(id)
    this.#untold.delete(id)
  }

  #want(part: HeldPart): void {
    part.wantedAt ??= this.#options.now()
  }

  #stirred(id: number): void {
    const part = this.#parts.get(id)
    if (!part) return
    part.stirredAt = this.#options.now()
    if (part.wantedAt !== null) this.#tick()
  }

  #tick(): void {
    const { now, paused } = this.#options
    if (this.#closed.signal.aborted) return
    if (this.#isWatching !== this.#wasWatching) {
      this.#wasWatching = this.#isWatching
      for (const viewer of this.#viewers.values()) this.#greet(viewer)
    }
    if (paused()) return
    const at = now()
    for (const viewer of this.#viewers.values()) viewer.letGo(at - PIECE_PATIENCE, at + REST)
    for (const part of this.#parts.values()) {
      if (part.wantedAt === null || part.isWhole) continue
      this.#askViewers(part, at)
      if (!part.isAsked && at >= this.#restsUntil && this.#isOurs(part, part.wantedAt, at))
        void this.#askPublisher(part)
    }
  }

  /** Whether it is this viewer's turn to ask the publisher. */
  #isOurs(part: HeldPart, wantedAt: Milliseconds, now: Milliseconds): boolean {
    const [{ id }, step] = [part.told, this.#step]
    // Whatever others say.
    if (now - wantedAt > 4 * step) return true
    // Somebody fetches it, or has some of it: as long as there is more and more of it.
    if (part.stirredAt !== null || [...this.#viewers.values()].some((viewer) => viewer.hasSome(id)))
      return now - Math.max(part.stirredAt ?? 0, wantedAt) > 1.5 * step
    if (this.#viewers.size === 0 && now - this.#began < JOINING && this.#options.joining()) return false
    return now - wantedAt >= this.#before(id) * step
  }

  /** Each begins elsewhere, so that they have something to give each other. */
  #askViewers(part: HeldPart, now: Milliseconds): void {
    const viewers = [...this.#viewers.values()]
    for (let step = 0; step < part.count; step++) {
      const at = (step + this.#options.seed) % part.count
      const { id } = part.told
      if (part.piece(at) || viewers.some((viewer) => viewer.isAskedFor(id, at))) continue
      const [best] = viewers
        .filter((viewer) => viewer.has(id, at) && viewer.mayBeAsked(now))
        .sort((left, right) => left.asked - right.asked)
      best?.ask(id, at, part.lengthOf(at), now)
    }
  }

  async #takePiece(viewer: Viewer, id: number, at: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const part = this.#parts.get(id)
    if (!part) return
    this.got += bytes.length
    if (await part.take(at, bytes)) this.#came(part)
    // It was checked before it was given to anybody: who gives this has made it up.
    else viewer.peer.drop()
    this.#tick()
  }

  #came(part: HeldPart): void {
    part.stirredAt = this.#options.now()
    if (this.#untold.size === 0) setTimeout(() => this.#tell(), TELLING)
    this.#untold.add(part.told.id)
  }

  #tell(): void {
    for (const id of this.#untold) {
      const bits = this.#parts.get(id)?.bits
      if (bits) for (const viewer of this.#viewers.values()) viewer.send({ kind: 'has', id, bits })
    }
    this.#untold.clear()
  }

  async #askPublisher(part: HeldPart): Promise<void> {
    part.isAsked = true
    // The others need not ask as well.
    for (const viewer of this.#viewers.values())
      viewer.send({ kind: 'has', id: part.told.id, bits: part.bits })
    try {
      await fetchPart(this.#publisher, part, () => this.#came(part), this.#closed.signal)
    } catch {
      this.#restsUntil = this.#options.now() + AGAIN
    } finally {
      part.isAsked = false
    }
    this.#tick()
  }
}
