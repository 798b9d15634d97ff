import type { Bytes } from './brand.ts'

/** Sizes that BEP 3 programs agree on; 16 KiB is the block that every wire asks for. */
export const BLOCK_LENGTH: Bytes = 16 * 1024

const MIN_PIECE_LENGTH: Bytes = 64 * 1024
const MAX_PIECE_LENGTH: Bytes = 16 * 1024 * 1024
const MOST_PIECES = 4096

/**
 * The piece length of a new share of `size` bytes: the smallest power of two from 64 KiB that needs no more
 * than 4,096 pieces, at most 16 MiB.
 *
 * Small pieces spread sooner through a swarm (a peer gives on only whole pieces) and hash faster in Chromium,
 * whose SHA-1 drops to half its speed above 512 KiB; 4,096 hashes keep the metadata at 80 KiB, five messages
 * of BEP 9.
 */
export function choosePieceLength(size: Bytes): Bytes {
  let length = MIN_PIECE_LENGTH
  while (length < MAX_PIECE_LENGTH && size / length > MOST_PIECES) length *= 2
  return length
}

/** How many pieces `size` bytes make; none for an empty share. */
export function pieceCount(size: Bytes, pieceLength: Bytes): number {
  return Math.ceil(size / pieceLength)
}

/** The length of piece `index`: the last one may be shorter. */
export function lengthOfPiece(index: number, size: Bytes, pieceLength: Bytes): Bytes {
  return Math.min(pieceLength, size - index * pieceLength)
}
