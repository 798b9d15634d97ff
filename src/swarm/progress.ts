import type { Bytes } from '../core/brand.ts'
import type { FileLayout } from '../torrent/fileLayout.ts'
import { lengthOfPiece, pieceCount, type PieceRange } from '../torrent/pieces.ts'
import type { PieceMap } from './snapshot.ts'

export const MISSING = 0
export const IN_FLIGHT = 1
export const HERE = 2

/**
 * Which pieces of a share are here, and what that comes to for its files. Counted as pieces arrive, so that a
 * share of 100,000 files costs nothing to look at.
 */
export class Progress {
  readonly count: number
  readonly pieceLength: Bytes
  readonly status: Uint8Array
  readonly availability: Uint8Array
  readonly layout: FileLayout
  version = 0
  /** Verified bytes of the wanted files. */
  wantedHere: Bytes = 0
  /** Bytes of the wanted files in all. */
  wantedSize: Bytes = 0

  readonly #fileHere: Float64Array
  readonly #wanted: Uint8Array
  #here: Bytes = 0
  #inFlight = new Set<number>()

  constructor(layout: FileLayout, pieceLength: Bytes) {
    this.layout = layout
    this.pieceLength = pieceLength
    this.count = pieceCount(layout.size, pieceLength)
    this.status = new Uint8Array(this.count)
    this.availability = new Uint8Array(this.count)
    this.#fileHere = new Float64Array(layout.count)
    this.#wanted = new Uint8Array(layout.count).fill(1)
    for (let file = 0; file < layout.count; file++) this.wantedSize += layout.length(file)
  }

  /** The live arrays with the version that they are at. */
  map(): PieceMap {
    const { count, pieceLength, status, availability, version } = this
    return { count, pieceLength, status, availability, version }
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
    return this.status[piece] === HERE
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
    if (this.count > 0 && !this.#wanted.includes(0)) return [{ from: 0, to: this.count - 1 }]
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

  markHere(piece: number): void {
    if (this.status[piece] === HERE) return
    this.#inFlight.delete(piece)
    this.#change(piece, HERE)
    this.#count(piece, 1)
  }

  /** A piece that was here is not: its data is damaged or gone. */
  markMissing(piece: number): void {
    if (this.status[piece] !== HERE) return
    this.#change(piece, MISSING)
    this.#count(piece, -1)
  }

  /** The pieces that are here as a bitfield (BEP 3: first piece in the highest bit). */
  bitfield(): Uint8Array<ArrayBuffer> {
    const bitfield = new Uint8Array(Math.ceil(this.count / 8))
    for (let piece = 0; piece < this.count; piece++) {
      if (this.status[piece] === HERE)
        bitfield[piece >> 3] = (bitfield[piece >> 3] ?? 0) | (0x80 >> (piece & 7))
    }
    return bitfield
  }

  /** Marks the pieces of a bitfield as here. */
  markBitfield(bitfield: Uint8Array): void {
    for (let piece = 0; piece < this.count; piece++) {
      if ((bitfield[piece >> 3] ?? 0) & (0x80 >> (piece & 7))) this.markHere(piece)
    }
  }

  /** The pieces that are here, or those that are not, in order. */
  piecesThat(areHere: boolean): number[] {
    return Array.from(this.status.keys()).filter((piece) => this.isHere(piece) === areHere)
  }

  markAllHere(): void {
    for (let piece = 0; piece < this.count; piece++) this.markHere(piece)
  }

  /** Says which pieces are being fetched now; those of before that are not here are missing again. */
  setInFlight(pieces: ReadonlySet<number>): void {
    for (const piece of this.#inFlight) {
      if (!pieces.has(piece) && this.status[piece] === IN_FLIGHT) this.#change(piece, MISSING)
    }
    for (const piece of pieces) {
      if (this.status[piece] === MISSING) this.#change(piece, IN_FLIGHT)
    }
    this.#inFlight = new Set(pieces)
  }

  setAvailability(piece: number, peers: number): void {
    const known = Math.min(peers, 255)
    if (this.availability[piece] === known) return
    this.availability[piece] = known
    this.version++
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

  #change(piece: number, status: number): void {
    this.status[piece] = status
    this.version++
  }
}
