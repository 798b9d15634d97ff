import bencode from 'bencode'
import { joined } from '../../../src/core/bytes.ts'

/** A message of the peer wire protocol as it came (BEP 3). */
export interface Frame {
  readonly id: number
  readonly payload: Uint8Array
}

const HANDSHAKE = 68

/** Takes what a page says over the wire apart; the handshake and keep-alives are passed over. */
export class FrameReader {
  #bytes: Uint8Array = new Uint8Array()
  #at = HANDSHAKE

  /** The messages that are whole with these bytes. */
  read(bytes: Uint8Array): readonly Frame[] {
    this.#bytes = joined([this.#bytes, bytes])
    const frames: Frame[] = []
    const view = new DataView(this.#bytes.buffer)
    while (this.#at + 4 <= this.#bytes.length) {
      const end = this.#at + 4 + view.getUint32(this.#at)
      if (end > this.#bytes.length) break
      const id = this.#bytes[this.#at + 4]
      if (id !== undefined && end > this.#at + 4) {
        frames.push({ id, payload: this.#bytes.subarray(this.#at + 5, end) })
      }
      this.#at = end
    }
    if (this.#at >= HANDSHAKE && this.#at <= this.#bytes.length) {
      this.#bytes = this.#bytes.slice(this.#at)
      this.#at = 0
    }
    return frames
  }
}

/** The numbers by which the page wants to be told of extensions, from its handshake (BEP 10); null for another frame. */
export function extensionsIn({ id, payload }: Frame): Readonly<Record<string, number>> | null {
  if (id !== 20 || payload[0] !== 0) return null
  return (bencode.decode(payload.slice(1)) as { m: Record<string, number> }).m
}
