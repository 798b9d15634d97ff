import type { Bytes } from '../../core/brand.ts'

/** `<19>BitTorrent protocol`, 8 reserved bytes, info hash, peer id (BEP 3). */
const HANDSHAKE: Bytes = 68
const PREFIX: Bytes = 4

/** A block's message: its prefix, its id, the piece and where in it (BEP 3). */
const BLOCK = 7
const BLOCK_HEAD: Bytes = 13

/** The longest frame whose memory serves the next one as well: no block that one asks for is longer. */
const MOST_REUSED: Bytes = 32 * 1024

/** A block that came; its bytes may be looked at until the call returns. */
export type TakeBlock = (piece: number, offset: Bytes, bytes: Uint8Array) => void

/**
 * Cuts what comes over a byte stream where frames of the peer wire protocol end (BEP 3). The library that parses them
 * copies all that it has whenever a part of a frame is left over: over TCP that would be every byte. Here blocks, which
 * are nearly all of it, are handed over where they lie, and no memory is needed for them; all else is little, and copied.
 * How long a frame may be was looked at before.
 */
export class FrameCutter {
  /** Without it blocks are frames like others. What came before them may be told after them, in the same turn. */
  onblock: TakeBlock | null = null
  readonly #onframes: (frames: Uint8Array<ArrayBuffer>) => void
  /** Of a frame that has not come whole: its memory, once its length is known, and how much of it is here. */
  #frame: Uint8Array<ArrayBuffer> | null = null
  #held: Bytes = 0
  readonly #prefix = new Uint8Array(PREFIX)
  #reused = new Uint8Array()
  #shookHands = false

  /** @param onframes takes whole frames, which are its own */
  constructor(onframes: (frames: Uint8Array<ArrayBuffer>) => void) {
    this.#onframes = onframes
  }

  /** Takes the next bytes in order, which are not looked at any more when it returns. */
  cut(bytes: Uint8Array): void {
    let at = this.#held > 0 ? this.#goOn(bytes) : 0
    let from = at
    while (at + PREFIX <= bytes.length) {
      const next = at + this.#lengthAt(bytes, at)
      if (next > bytes.length) break
      const frame = bytes.subarray(at, next)
      if (this.#isBlock(frame)) {
        this.#say(bytes, from, at)
        this.#tell(frame)
        from = next
      }
      this.#shookHands = true
      at = next
    }
    this.#say(bytes, from, at)
    if (at < bytes.length) this.#goOn(bytes.subarray(at))
  }

  /** Adds to the frame that has not come whole; answers how many bytes it took. */
  #goOn(bytes: Uint8Array): Bytes {
    let at = 0
    while (!this.#frame && at < bytes.length) {
      this.#prefix[this.#held++] = bytes[at++] ?? 0
      if (this.#held === PREFIX) this.#frame = this.#memory(this.#lengthAt(this.#prefix, 0))
    }
    const frame = this.#frame
    if (!frame) return at
    const part = bytes.subarray(at, at + frame.length - this.#held)
    frame.set(part, this.#held)
    this.#held += part.length
    if (this.#held === frame.length) this.#complete(frame)
    return at + part.length
  }

  #memory(length: Bytes): Uint8Array<ArrayBuffer> {
    const isReused = this.onblock !== null && length <= MOST_REUSED
    if (isReused && this.#reused.length < length) this.#reused = new Uint8Array(length)
    const frame = isReused ? this.#reused.subarray(0, length) : new Uint8Array(length)
    frame.set(this.#prefix)
    return frame
  }

  #complete(frame: Uint8Array<ArrayBuffer>): void {
    this.#frame = null
    this.#held = 0
    if (this.#isBlock(frame)) this.#tell(frame)
    else this.#onframes(frame.slice())
    this.#shookHands = true
  }

  #isBlock(frame: Uint8Array): boolean {
    return this.onblock !== null && frame[PREFIX] === BLOCK && frame.length >= BLOCK_HEAD
  }

  #tell(frame: Uint8Array): void {
    this.onblock?.(
      numberAt(frame, PREFIX + 1),
      numberAt(frame, PREFIX + 1 + PREFIX),
      frame.subarray(BLOCK_HEAD),
    )
  }

  #say(bytes: Uint8Array, from: Bytes, to: Bytes): void {
    if (to > from) this.#onframes(new Uint8Array(bytes.subarray(from, to)))
  }

  /** Of the frame that begins there, with its prefix. */
  #lengthAt(bytes: Uint8Array, at: number): Bytes {
    return this.#shookHands ? PREFIX + numberAt(bytes, at) : HANDSHAKE
  }
}

/** Big-endian. */
function numberAt(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0
}
