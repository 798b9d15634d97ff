/**
 * The pieces that can be picked, rarest first, those of one rarity in random order. An array sorted by how many
 * leechers have each piece, kept sorted by swaps at the borders between the counts: what a peer announces costs
 * a step, not a search (the arrangement is libtorrent's).
 *
 * Bucket 0 holds what cannot be picked; bucket n + 1 what n of those who are counted have. A leecher that has got
 * everything stays counted, and is taken off all counts at once: else each piece that it loses and gets again would
 * cost a step for every piece there is.
 */
export class Rarity {
  readonly #order: Uint32Array
  readonly #place: Uint32Array
  /** How many of those who are counted have each piece, whether or not it can be picked. */
  readonly #count: Uint16Array
  readonly #pickable: Uint8Array
  /** How many of those who are counted have everything. */
  #complete = 0
  /** Where each bucket begins in the order. */
  readonly #starts: number[] = [0]
  readonly #random: () => number

  constructor(pieces: number, random: () => number) {
    this.#order = Uint32Array.from({ length: pieces }, (_, piece) => piece)
    this.#place = this.#order.slice()
    this.#count = new Uint16Array(pieces)
    this.#pickable = new Uint8Array(pieces)
    this.#random = random
  }

  /** How many leechers have it. */
  count(piece: number): number {
    return Math.max(0, this.#counted(piece) - this.#complete)
  }

  /** How many of those who are counted have it, those included who have everything by now. */
  holders(piece: number): number {
    return this.#counted(piece)
  }

  /** One of those who are counted has everything now: it is a leecher no more. */
  leave(): void {
    this.#complete++
  }

  /** It is one again. */
  rejoin(): void {
    this.#complete--
  }

  add(piece: number): void {
    this.#move(piece, this.#counted(piece) + 1, this.#pickable[piece] === 1)
  }

  remove(piece: number): void {
    this.#move(piece, Math.max(0, this.#counted(piece) - 1), this.#pickable[piece] === 1)
  }

  setPickable(piece: number, pickable: boolean): void {
    this.#move(piece, this.#counted(piece), pickable)
  }

  /** Whether there is anything to be picked. */
  get any(): boolean {
    return (this.#starts[1] ?? this.#order.length) < this.#order.length
  }

  /** The first piece, from the rarest, that between `least` and `most` leechers have and that suits. */
  find(least: number, most: number, suits: (piece: number) => boolean): number | null {
    const from = this.#starts[least + this.#complete + 1] ?? this.#order.length
    const to = this.#starts[most + this.#complete + 2] ?? this.#order.length
    for (let at = from; at < to; at++) {
      const piece = this.#order[at] ?? 0
      if (suits(piece)) return piece
    }
    return null
  }

  #move(piece: number, count: number, pickable: boolean): void {
    let bucket = this.#bucket(piece)
    this.#count[piece] = count
    this.#pickable[piece] = pickable ? 1 : 0
    const to = this.#bucket(piece)
    while (this.#starts.length <= to) this.#starts.push(this.#order.length)
    const moved = bucket !== to
    for (; bucket < to; bucket++) {
      // The last of this bucket becomes the first of the next.
      const border = (this.#starts[bucket + 1] ?? 0) - 1
      this.#starts[bucket + 1] = border
      this.#swap(this.#place[piece] ?? 0, border)
    }
    for (; bucket > to; bucket--) {
      const border = this.#starts[bucket] ?? 0
      this.#starts[bucket] = border + 1
      this.#swap(this.#place[piece] ?? 0, border)
    }
    if (moved && to > 0) this.#shuffleIn(piece, to)
  }

  #bucket(piece: number): number {
    return this.#pickable[piece] === 1 ? this.#counted(piece) + 1 : 0
  }

  #counted(piece: number): number {
    return this.#count[piece] ?? 0
  }

  #shuffleIn(piece: number, bucket: number): void {
    const from = this.#starts[bucket] ?? 0
    const to = this.#starts[bucket + 1] ?? this.#order.length
    this.#swap(this.#place[piece] ?? 0, from + Math.floor(this.#random() * (to - from)))
  }

  #swap(left: number, right: number): void {
    const [a, b] = [this.#order[left] ?? 0, this.#order[right] ?? 0]
    this.#order[left] = b
    this.#order[right] = a
    this.#place[a] = right
    this.#place[b] = left
  }
}
