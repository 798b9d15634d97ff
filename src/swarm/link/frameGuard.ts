import type { Bytes } from '../../core/brand.ts'
import { priceOfChunk, priceOfMessage, type Units } from './prices.ts'

/**
 * The longest message that any program we meet has reason to send: a bitfield of 500,000 pieces is 62 KiB, a
 * block at most 128 KiB, an extension message 256 KiB.
 */
const MAX_MESSAGE: Bytes = 512 * 1024

/** `<19>BitTorrent protocol`, 8 reserved bytes, info hash, peer id (BEP 3). */
const HANDSHAKE: Bytes = 68
const PROTOCOL_NAME_LENGTH = 19

const PREFIX_LENGTH: Bytes = 4
const EXTENDED = 20

/**
 * The handshake of extensions (BEP 10) comes once, or again when something has changed; the wire keeps every name
 * that was ever in one.
 */
const MOST_EXTENDED_HANDSHAKES = 16
const MAX_EXTENDED_HANDSHAKE: Bytes = 64 * 1024

/**
 * Watches the frames of the peer wire protocol (BEP 3: handshake, then messages behind a 4-byte big-endian
 * length) go by, and has each paid for. The library that parses them has no limit of its own: one length prefix of
 * 1 GiB would make it gather data until the page dies.
 */
export class FrameGuard {
  readonly #spend: (units: Units) => boolean
  /** Bytes of the current frame that are still to come, and that have come. */
  #left: Bytes = 0
  #come: Bytes = 0
  #prefix = 0
  #prefixBytes = 0
  #started = false
  #shookHands = false
  /** The length of a message of which the first byte, or the first two, are still to come. */
  #length: Bytes = 0
  #id: number | null = null
  #unpaid = false
  #extendedHandshakes = 0

  /** @param spend false when the peer has caused more work than it may */
  constructor(spend: (units: Units) => boolean) {
    this.#spend = spend
  }

  /** Whether the peer's handshake has come whole. */
  get shookHands(): boolean {
    return this.#shookHands
  }

  /** Takes the next bytes in order; false as soon as they announce something no honest peer would send. */
  accept(bytes: Uint8Array): boolean {
    if (!this.#spend(priceOfChunk(this.#come))) return false
    for (let at = 0; at < bytes.length;) {
      if (this.#unpaid) {
        if (!this.#pay(bytes[at] ?? 0)) return false
        // The byte is a part of the message.
        this.#take(1)
        at++
      } else if (this.#left > 0) {
        at += this.#take(bytes.length - at)
      } else if (!this.#started) {
        if (bytes[at] !== PROTOCOL_NAME_LENGTH) return false
        this.#started = true
        this.#left = HANDSHAKE
      } else if (!this.#takePrefix(bytes[at++] ?? 0)) return false
    }
    return true
  }

  #take(available: Bytes): Bytes {
    const step = Math.min(this.#left, available)
    this.#left -= step
    this.#come = this.#left === 0 ? 0 : this.#come + step
    if (this.#left === 0) this.#shookHands = true
    return step
  }

  #takePrefix(byte: number): boolean {
    this.#prefix = this.#prefix * 256 + byte
    if (++this.#prefixBytes < PREFIX_LENGTH) return true
    const length = this.#prefix
    this.#prefix = 0
    this.#prefixBytes = 0
    if (length > MAX_MESSAGE) return false
    this.#left = length
    this.#length = length
    this.#id = null
    this.#unpaid = length > 0
    // What keeps a connection alive.
    return length > 0 || this.#spend(priceOfMessage(-1, 0, null))
  }

  /** Has a message paid for by its first byte, an extension's by its second. */
  #pay(byte: number): boolean {
    if (this.#id === null) {
      this.#id = byte
      if (byte === EXTENDED && this.#length > 1) return true
    }
    this.#unpaid = false
    const extension = this.#id === EXTENDED ? byte : null
    if (this.#id === EXTENDED && extension === 0) {
      if (this.#length > MAX_EXTENDED_HANDSHAKE) return false
      if (++this.#extendedHandshakes > MOST_EXTENDED_HANDSHAKES) return false
    }
    return this.#spend(priceOfMessage(this.#id, this.#length, extension))
  }
}
