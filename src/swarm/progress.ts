import type { Bytes } from '../core/brand.ts'
import type { FileLayout } from '../torrent/fileLayout.ts'
import { lengthOfPiece, type PieceRange } from '../torrent/pieces.ts'
import type { PieceTable } from './scheduler/pieceTable.ts'

/**
 * What the pieces that are here come to for the files of a share, and which of those are wanted. Counted as pieces
 * arrive, so that a share of 100,000 files costs nothing to look at.
 */
export class Progress {
  readonly pieceLength: Bytes
  readonly layout: FileLayout
  /** Verified bytes of the wanted files. */
  wantedHere: Bytes = 0
  /** Bytes of the wanted files in all. */
  wantedSize: Bytes = 0

  readonly #pieces: PieceTable
  readonly #fileHere: Float64Array
  readonly #wanted: Uint8Array
  #here: Bytes = 0

  constructor(layout: FileLayout, pieces: PieceTable) {
    this.layout = layout
    this.#pieces = pieces
    this.pieceLength = pieces.geometry.pieceLength
    this.#fileHere = new Float64Array(layout.count)
    this.#wanted = new Uint8Array(layout.count).fill(1)
    for (let file = 0; file < layout.count; file++) this.wantedSize += layout.length(file)
    for (const piece of pieces.here) this.#count(piece, 1)
    pieces.follow((piece, isHere) => this.#count(piece, isHere ? 1 : -1))
  }

  /** Whether every piece is here, wanted or not. */
  get whole(): boolean {
    return this.#here === this.layout.size
  }

  /** Whether all that is wanted is here. */
  get complete(): boolean {
    return this.wantedHere === this.wantedSize
  }

  wants(file: number): boolean {
    return this.#wanted[file] === 1
  }

  fileProgress(file: number): number {
    const length = this.layout.length(file)
    return length === 0 ? 1 : (this.#fileHere[file] ?? 0) / length
  }

  isHere(piece: number): boolean {
    return this.#pieces.here.has(piece)
  }

  /** Bytes of wanted files that are not here. */
  get missing(): Bytes {
    return this.wantedSize - this.wantedHere
  }

  /** Bytes that are not here, wanted or not: what a tracker has to be told. */
  get missingInAll(): Bytes {
    return this.layout.size - this.#here
  }

  /** 0…1 of the wanted bytes. */
  get ratio(): number {
    return this.wantedSize === 0 ? 1 : this.wantedHere / this.wantedSize
  }

  /** Chooses the files to fetch; pieces that are here stay. */
  want(files: ReadonlySet<number>): void {
    this.wantedHere = 0
    this.wantedSize = 0
    for (let file = 0; file < this.layout.count; file++) {
      this.#wanted[file] = files.has(file) ? 1 : 0
      if (!files.has(file)) continue
      this.wantedHere += this.#fileHere[file] ?? 0
      this.wantedSize += this.layout.length(file)
    }
  }

  /** The pieces that hold bytes of wanted files, in order; those of padding alone only when all are wanted. */
  wantedRanges(): PieceRange[] {
    const { pieceCount } = this.#pieces.geometry
    if (pieceCount > 0 && !this.#wanted.includes(0)) return [{ from: 0, to: pieceCount - 1 }]
    const ranges: { from: number; to: number }[] = []
    for (let file = 0; file < this.layout.count; file++) {
      const pieces = this.wants(file) ? this.layout.piecesOf(file, this.pieceLength) : null
      if (!pieces) continue
      const last = ranges.at(-1)
      if (last && pieces.from <= last.to + 1) last.to = Math.max(last.to, pieces.to)
      else ranges.push({ ...pieces })
    }
    return ranges
  }

  /** Adds a piece's bytes to, or takes them from, the files that it belongs to. */
  #count(piece: number, sign: 1 | -1): void {
    const from = piece * this.pieceLength
    const to = from + lengthOfPiece(piece, this.layout.size, this.pieceLength)
    this.#here += sign * (to - from)
    for (const slice of this.layout.slices(from, to)) {
      const bytes = sign * (slice.to - slice.from)
      this.#fileHere[slice.file] = (this.#fileHere[slice.file] ?? 0) + bytes
      if (this.wants(slice.file)) this.wantedHere += bytes
    }
  }
}
