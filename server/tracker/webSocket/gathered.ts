const NONE = Buffer.alloc(0)

/** Bytes that come bit by bit. They take at most twice their own room, however small the bits are. */
export class Gathered {
  #bytes: Buffer = NONE
  #length = 0

  get length(): number {
    return this.#length
  }

  /** All that has come, until the next is added. */
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length)
  }

  add(more: Buffer): void {
    const length = this.#length + more.length
    if (length > this.#bytes.length) {
      const grown = Buffer.allocUnsafeSlow(Math.max(length, this.#bytes.length * 2))
      grown.set(this.bytes)
      this.#bytes = grown
    }
    this.#bytes.set(more, this.#length)
    this.#length = length
  }
}
