import type { Bytes } from '../../core/brand.ts'

/** `<19>BitTorrent protocol`, 8 reserved bytes, info hash, peer id (BEP 3). */
const HANDSHAKE: Bytes = 68
const PREFIX: Bytes = 4

/**
 * Cuts what comes over a byte stream where frames of the peer wire protocol end (BEP 3). The library that parses them
 * copies all that it has whenever a part of a frame is left over: over TCP that would be every byte. Here only the frame
 * is copied that two chunks share. How long a frame may be was looked at before.
 */
export class FrameCutter {
  /** Of a frame that has not come whole. */
  #parts: Uint8Array<ArrayBuffer>[] = []
  #held: Bytes = 0
  #shookHands = false

  /** Takes the next bytes in order; answers them in runs of whole frames. */
  cut(bytes: Uint8Array<ArrayBuffer>): readonly Uint8Array<ArrayBuffer>[] {
    const runs: Uint8Array<ArrayBuffer>[] = []
    let rest = bytes
    if (this.#held > 0) {
      const missing = this.#missing(rest)
      if (missing > rest.length) return this.#hold(rest, runs)
      this.#hold(rest.subarray(0, missing), runs)
      runs.push(this.#join())
      rest = rest.subarray(missing)
    }
    const end = this.#endOfFrames(rest)
    if (end > 0) runs.push(rest.subarray(0, end))
    return end < rest.length ? this.#hold(rest.subarray(end), runs) : runs
  }

  /** How many of these bytes, or how many more, the frame lacks that is held; too many when that is not known yet. */
  #missing(bytes: Uint8Array): Bytes {
    const known = Math.min(PREFIX, this.#held + bytes.length)
    const head = new Uint8Array(PREFIX)
    let at = 0
    for (const part of [...this.#parts, bytes]) {
      for (const byte of part.subarray(0, known - at)) head[at++] = byte
      if (at === known) break
    }
    return known < PREFIX ? Infinity : this.#lengthAt(head, 0) - this.#held
  }

  /** Where the last frame ends that is here whole. */
  #endOfFrames(bytes: Uint8Array): Bytes {
    let at = 0
    while (at + PREFIX <= bytes.length) {
      const next = at + this.#lengthAt(bytes, at)
      if (next > bytes.length) break
      this.#shookHands = true
      at = next
    }
    return at
  }

  /** Of the frame that begins there, with its prefix. */
  #lengthAt(bytes: Uint8Array, at: number): Bytes {
    if (!this.#shookHands) return HANDSHAKE
    const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at, at + PREFIX)
    return PREFIX + ((a << 24) | (b << 16) | (c << 8) | d)
  }

  #hold<Runs>(bytes: Uint8Array<ArrayBuffer>, runs: Runs): Runs {
    this.#parts.push(bytes)
    this.#held += bytes.length
    return runs
  }

  #join(): Uint8Array<ArrayBuffer> {
    const frame = new Uint8Array(this.#held)
    let at = 0
    for (const part of this.#parts) {
      frame.set(part, at)
      at += part.length
    }
    this.#parts = []
    this.#held = 0
    this.#shookHands = true
    return frame
  }
}
