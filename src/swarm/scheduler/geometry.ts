import type { Bytes } from '../../core/brand.ts'
import { BLOCK_LENGTH, lengthOfPiece, pieceCount } from '../../torrent/pieces.ts'

/** A part of a piece, as it is asked for and sent (BEP 3). */
export interface Block {
  readonly piece: number
  readonly offset: Bytes
  readonly length: Bytes
}

/** How a share is cut into pieces, and those into blocks of 16 KiB. */
export class Geometry {
  readonly pieceCount: number
  readonly pieceLength: Bytes
  readonly size: Bytes
  readonly #blocksPerPiece: number

  constructor(size: Bytes, pieceLength: Bytes) {
    this.size = size
    this.pieceLength = pieceLength
    this.pieceCount = pieceCount(size, pieceLength)
    this.#blocksPerPiece = Math.ceil(pieceLength / BLOCK_LENGTH)
  }

  blocksIn(piece: number): number {
    return Math.ceil(lengthOfPiece(piece, this.size, this.pieceLength) / BLOCK_LENGTH)
  }

  block(piece: number, index: number): Block {
    const offset = index * BLOCK_LENGTH
    const length = Math.min(BLOCK_LENGTH, lengthOfPiece(piece, this.size, this.pieceLength) - offset)
    return { piece, offset, length }
  }

  /** A number that no other block of the share has. */
  key(piece: number, index: number): number {
    return piece * this.#blocksPerPiece + index
  }

  /** The index of a block within its piece, or null when it is not one of ours: a peer may send anything. */
  indexOf({ piece, offset, length }: Block): number | null {
    if (!this.has(piece) || offset % BLOCK_LENGTH !== 0) return null
    const index = offset / BLOCK_LENGTH
    return index < this.blocksIn(piece) && this.block(piece, index).length === length ? index : null
  }

  /** Whether the bytes lie within a piece of the share. */
  holds({ piece, offset, length }: Block): boolean {
    return (
      this.has(piece) &&
      offset >= 0 &&
      length > 0 &&
      offset + length <= lengthOfPiece(piece, this.size, this.pieceLength)
    )
  }

  has(piece: number): boolean {
    return Number.isInteger(piece) && piece >= 0 && piece < this.pieceCount
  }
}

/** How many blocks of 16 KiB what a peer asked for is as good as: it may ask for more at once. */
export function weightOf({ length }: Block): number {
  return Math.ceil(length / BLOCK_LENGTH)
}

export function isSameBlock(left: Block, right: Block): boolean {
  return left.piece === right.piece && left.offset === right.offset && left.length === right.length
}
