import type { Bytes, Milliseconds } from '../../core/brand.ts'
import { PieceSet } from '../../core/pieceSet.ts'
import { serialiseLiveMessage, type LiveMessage } from '../../wire/liveMessages.ts'
import { seedOf } from '../origin/seedOf.ts'
import type { LivePeer } from '../wireLive.ts'

/** Pieces that one viewer is asked for at once: what a line of 50 Mbit/s and 40 ms holds. */
const MOST_ASKED = 6
/** Pieces that one viewer may ask for at once. */
const MOST_WANTED = 16
/** Parts of which a viewer may say what it has. */
const MOST_PARTS = 64

/** A piece that was asked for. */
interface Asked {
  readonly id: number
  readonly piece: number
  readonly at: Milliseconds
  readonly bytes: Uint8Array<ArrayBuffer>
  filled: Bytes
}

/** Another viewer of the channel, and what it has. */
export class Viewer {
  readonly peer: LivePeer
  /** What it draws its lots by. */
  readonly seed: number
  watching = false
  /** Of the newest list that it has. */
  version = 0
  /** Lists from it whose signatures are being looked at. */
  verifying = 0
  /** Of the newest list that it was given from here. */
  givenVersion = 0
  /** It did not give what it was asked for: it is not asked before. */
  restsUntil: Milliseconds = -Infinity
  /** What it waits for. */
  readonly wanted: { readonly id: number; readonly piece: number }[] = []
  isGiven = false
  readonly #has = new Map<number, PieceSet>()
  readonly #asked = new Map<string, Asked>()

  constructor(peer: LivePeer) {
    this.peer = peer
    this.seed = seedOf(peer.id)
  }

  get asked(): number {
    return this.#asked.size
  }

  send(message: LiveMessage): void {
    this.peer.send(serialiseLiveMessage(message))
  }

  says(id: number, bits: Uint8Array): void {
    this.#has.delete(id)
    this.#has.set(id, new PieceSet(8 * bits.length, bits))
    // The oldest is of no use to anybody any more.
    for (const oldest of this.#has.keys()) {
      if (this.#has.size <= MOST_PARTS) break
      this.#has.delete(oldest)
    }
  }

  has(id: number, piece: number): boolean {
    return this.#has.get(id)?.has(piece) ?? false
  }

  /** Whether it has said that it has some of it, or is about to. */
  hasSome(id: number): boolean {
    return this.#has.has(id)
  }

  mayBeAsked(now: Milliseconds): boolean {
    return now >= this.restsUntil && this.#asked.size < MOST_ASKED
  }

  isAskedFor(id: number, piece: number): boolean {
    return this.#asked.has(keyOf(id, piece))
  }

  ask(id: number, piece: number, length: Bytes, now: Milliseconds): void {
    const bytes = new Uint8Array(length)
    this.#asked.set(keyOf(id, piece), { id, piece, at: now, bytes, filled: 0 })
    this.send({ kind: 'want', id, piece })
  }

  /** Takes the next block of a piece that it was asked for; the piece when it is whole. */
  block(id: number, piece: number, offset: Bytes, data: Uint8Array): Uint8Array<ArrayBuffer> | null {
    const asked = this.#asked.get(keyOf(id, piece))
    if (!asked || offset !== asked.filled || offset + data.length > asked.bytes.length) return null
    asked.bytes.set(data, offset)
    asked.filled += data.length
    if (asked.filled < asked.bytes.length) return null
    this.#asked.delete(keyOf(id, piece))
    return asked.bytes
  }

  /** What was asked for so long ago is asked of others. */
  letGo(before: Milliseconds, restsUntil: Milliseconds): void {
    for (const [key, { at }] of this.#asked) {
      if (at > before) continue
      this.#asked.delete(key)
      this.restsUntil = restsUntil
    }
  }

  /** False when it asks for more than anybody needs at once. */
  wants(id: number, piece: number): boolean {
    if (this.wanted.length >= MOST_WANTED) return false
    this.wanted.push({ id, piece })
    return true
  }
}

function keyOf(id: number, piece: number): string {
  return `${id}:${piece}`
}
