import type { Bytes } from '../core/brand.ts'

/** A part of one file: `[from, to)` in the file's own bytes. */
export interface FileSlice {
  readonly file: number
  readonly from: Bytes
  readonly to: Bytes
}

/**
 * Files laid end to end, as BEP 3 sees a torrent of several files: the bytes of a share run from 0 to `size`,
 * and file `i` takes `[start(i), start(i) + length(i))` of them.
 */
export class FileLayout {
  readonly size: Bytes
  readonly #starts: Float64Array

  /** @param lengths bytes of each file, in the torrent's order */
  constructor(lengths: readonly Bytes[]) {
    this.#starts = new Float64Array(lengths.length + 1)
    lengths.forEach((length, index) => (this.#starts[index + 1] = this.#at(index) + length))
    this.size = this.#at(lengths.length)
  }

  get count(): number {
    return this.#starts.length - 1
  }

  start(file: number): Bytes {
    return this.#at(file)
  }

  length(file: number): Bytes {
    return this.#at(file + 1) - this.#at(file)
  }

  /** The parts of files that `[from, to)` of the share covers, in order; empty files are never among them. */
  slices(from: Bytes, to: Bytes): FileSlice[] {
    const slices: FileSlice[] = []
    for (let file = this.#fileAt(from); file < this.count && this.#at(file) < to; file++) {
      const start = this.#at(file)
      const slice = { file, from: Math.max(from - start, 0), to: Math.min(to, this.#at(file + 1)) - start }
      if (slice.to > slice.from) slices.push(slice)
    }
    return slices
  }

  /** The first and last piece that hold bytes of a file; null for an empty file. */
  piecesOf(file: number, pieceLength: Bytes): { first: number; last: number } | null {
    if (this.length(file) === 0) return null
    return {
      first: Math.floor(this.#at(file) / pieceLength),
      last: Math.floor((this.#at(file + 1) - 1) / pieceLength),
    }
  }

  /** The last file that starts at or before `offset`: binary search, a torrent may have 100,000 files. */
  #fileAt(offset: Bytes): number {
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#at(middle + 1) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }

  #at(index: number): Bytes {
    return this.#starts[index] ?? 0
  }
}
