/** A set of pieces as a bitfield (BEP 3: the first piece in the highest bit) that knows how many it holds. */
export class PieceSet {
  readonly capacity: number
  size = 0
  readonly #bits: Uint8Array<ArrayBuffer>

  /** @param bitfield what is in it from the start; bits beyond `capacity` stand for no piece */
  constructor(capacity: number, bitfield?: Uint8Array) {
    this.capacity = capacity
    this.#bits = new Uint8Array(Math.ceil(capacity / 8))
    if (!bitfield) return
    for (let piece = 0; piece < capacity; piece++)
      if (((bitfield[piece >> 3] ?? 0) & bitOf(piece)) !== 0) this.add(piece)
  }

  /** All pieces that there are. */
  static full(capacity: number): PieceSet {
    return new PieceSet(capacity, new Uint8Array(Math.ceil(capacity / 8)).fill(255))
  }

  /** Whether it holds every piece there is. */
  get full(): boolean {
    return this.size === this.capacity
  }

  has(piece: number): boolean {
    return ((this.#bits[piece >> 3] ?? 0) & bitOf(piece)) !== 0
  }

  /** False when it was in already, or is no piece of the share. */
  add(piece: number): boolean {
    if (!Number.isInteger(piece) || piece < 0 || piece >= this.capacity || this.has(piece)) return false
    this.#bits[piece >> 3] = (this.#bits[piece >> 3] ?? 0) | bitOf(piece)
    this.size++
    return true
  }

  delete(piece: number): boolean {
    if (piece < 0 || piece >= this.capacity || !this.has(piece)) return false
    this.#bits[piece >> 3] = (this.#bits[piece >> 3] ?? 0) & ~bitOf(piece)
    this.size--
    return true
  }

  /** The pieces in it, in order. */
  *[Symbol.iterator](): Generator<number> {
    for (let piece = 0; piece < this.capacity; piece++) if (this.has(piece)) yield piece
  }

  /** The pieces that are not in it, in order. */
  *absent(): Generator<number> {
    for (let piece = 0; piece < this.capacity; piece++) if (!this.has(piece)) yield piece
  }

  /** Whether some piece of it is in `within` and not in `other`. All three are of the same share. */
  hasBeyond(other: PieceSet, within: PieceSet = this): boolean {
    return this.#bits.some((bits, at) => (bits & (within.#bits[at] ?? 0) & ~(other.#bits[at] ?? 0)) !== 0)
  }

  /** A copy, as peers are told (BEP 3). */
  bitfield(): Uint8Array<ArrayBuffer> {
    return this.#bits.slice()
  }

  clear(): void {
    this.#bits.fill(0)
    this.size = 0
  }
}

function bitOf(piece: number): number {
  return 0x80 >> (piece & 7)
}
