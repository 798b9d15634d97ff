import type { Bytes } from '../core/brand.ts'
import type { PieceRange } from './pieces.ts'

/** A part of one file: `[from, to)` in the file's own bytes. */
export interface FileSlice {
  readonly file: number
  readonly from: Bytes
  readonly to: Bytes
}

/**
 * Where files lie in a share, when not end to end: what lies between them is padding, and zeros (BEP 47); where they
 * overlap, they are made of the same bytes.
 */
export interface Placing {
  /** Where each file begins, none before the beginning of the one before it. */
  readonly starts: readonly Bytes[]
  /** Bytes of the share, with the padding. */
  readonly size: Bytes
}

/**
 * Files laid end to end, as BEP 3 sees a torrent of several files, or with padding between them: the bytes of a share
 * run from 0 to `size`, and file `i` takes `[start(i), start(i) + length(i))` of them.
 */
export class FileLayout {
  readonly size: Bytes
  readonly #starts: Float64Array
  readonly #ends: Float64Array
  /** How far the files up to this one reach. */
  readonly #reaches: Float64Array

  /** @param lengths bytes of each file, in the torrent's order */
  constructor(lengths: readonly Bytes[], placing?: Placing) {
    this.#starts = new Float64Array(lengths.length)
    this.#ends = new Float64Array(lengths.length)
    this.#reaches = new Float64Array(lengths.length)
    let end = 0
    let reach = 0
    lengths.forEach((length, index) => {
      const start = placing?.starts[index] ?? end
      end = start + length
      this.#starts[index] = start
      this.#ends[index] = end
      this.#reaches[index] = reach = Math.max(reach, end)
    })
    this.size = placing?.size ?? end
  }

  /** Of a torrent's files. */
  static of({ files, size }: Placed): FileLayout {
    const starts = files.map(({ start }) => start)
    return new FileLayout(
      files.map(({ length }) => length),
      { starts, size },
    )
  }

  get count(): number {
    return this.#starts.length
  }

  start(file: number): Bytes {
    return this.#starts[file] ?? this.size
  }

  length(file: number): Bytes {
    return this.#end(file) - this.start(file)
  }

  /** The parts of files that `[from, to)` of the share covers, in order; empty files are never among them. */
  slices(from: Bytes, to: Bytes): FileSlice[] {
    const slices: FileSlice[] = []
    for (let file = this.#fileAt(from); file < this.count && this.start(file) < to; file++) {
      const start = this.start(file)
      const slice = { file, from: Math.max(from - start, 0), to: Math.min(to, this.#end(file)) - start }
      if (slice.to > slice.from) slices.push(slice)
    }
    return slices
  }

  /** The pieces that hold bytes of a file; null for an empty file. */
  piecesOf(file: number, pieceLength: Bytes): PieceRange | null {
    if (this.length(file) === 0) return null
    return {
      from: Math.floor(this.start(file) / pieceLength),
      to: Math.floor((this.#end(file) - 1) / pieceLength),
    }
  }

  /** The first file that reaches beyond `offset`: binary search, a torrent may have 100,000 files. */
  #fileAt(offset: Bytes): number {
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#reaches[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }

  #end(file: number): Bytes {
    return this.#ends[file] ?? this.size
  }
}

interface Placed {
  readonly files: readonly { readonly start: Bytes; readonly length: Bytes }[]
  readonly size: Bytes
}
