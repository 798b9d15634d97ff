import type { Bytes } from '../../core/brand.ts'

/**
 * The longest message that any program we meet has reason to send: a bitfield of 500,000 pieces is 62 KiB, a
 * block at most 128 KiB, an extension message 256 KiB.
 */
const MAX_MESSAGE: Bytes = 512 * 1024

/** `<19>BitTorrent protocol`, 8 reserved bytes, info hash, peer id (BEP 3). */
const HANDSHAKE: Bytes = 68
const PROTOCOL_NAME_LENGTH = 19

/**
 * Watches the frames of the peer wire protocol (BEP 3: handshake, then messages behind a 4-byte big-endian
 * length) go by. The library that parses them has no limit of its own: one length prefix of 1 GiB would make
 * it gather data until the page dies.
 */
export class FrameGuard {
  /** Bytes of the current frame that are still to come. */
  #left: Bytes = 0
  #prefix = 0
  #prefixBytes = 0
  #started = false
  #shookHands = false

  /** Whether the peer's handshake has come whole. */
  get shookHands(): boolean {
    return this.#shookHands
  }

  /** Takes the next bytes in order; false as soon as they announce something no honest peer would send. */
  accept(bytes: Uint8Array): boolean {
    for (let at = 0; at < bytes.length;) {
      if (this.#left > 0) {
        const step = Math.min(this.#left, bytes.length - at)
        this.#left -= step
        at += step
        if (this.#left === 0) this.#shookHands = true
      } else if (!this.#started) {
        if (bytes[at] !== PROTOCOL_NAME_LENGTH) return false
        this.#started = true
        this.#left = HANDSHAKE
      } else {
        this.#prefix = this.#prefix * 256 + (bytes[at++] ?? 0)
        if (++this.#prefixBytes < 4) continue
        if (this.#prefix > MAX_MESSAGE) return false
        this.#left = this.#prefix
        this.#prefix = 0
        this.#prefixBytes = 0
      }
    }
    return true
  }
}
