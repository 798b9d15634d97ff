/** A set of pieces as a bitfield (BEP 3: the first piece in the highest bit) that knows how many it holds. */
export class PieceSet {
  readonly capacity: number
  size = 0
  readonly #bits: Uint8Array

  constructor(capacity: number) {
    this.capacity = capacity
    this.#bits = new Uint8Array(Math.ceil(capacity / 8))
  }

  /** Whether it holds every piece there is. */
  get full(): boolean {
    return this.size === this.capacity
  }

  has(piece: number): boolean {
    return ((this.#bits[piece >> 3] ?? 0) & (0x80 >> (piece & 7))) !== 0
  }

  /** False when it was in already, or is no piece of the share. */
  add(piece: number): boolean {
    if (piece < 0 || piece >= this.capacity || this.has(piece)) return false
    this.#bits[piece >> 3] = (this.#bits[piece >> 3] ?? 0) | (0x80 >> (piece & 7))
    this.size++
    return true
  }

  delete(piece: number): boolean {
    if (piece < 0 || piece >= this.capacity || !this.has(piece)) return false
    this.#bits[piece >> 3] = (this.#bits[piece >> 3] ?? 0) & ~(0x80 >> (piece & 7))
    this.size--
    return true
  }

  /** A copy, as peers are told (BEP 3). */
  bitfield(): Uint8Array {
    return this.#bits.slice()
  }

  clear(): void {
    this.#bits.fill(0)
    this.size = 0
  }
}
