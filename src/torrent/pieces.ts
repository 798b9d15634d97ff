import type { Bytes } from '../core/brand.ts'

/** Sizes that BEP 3 programs agree on; 16 KiB is the block that every wire asks for. */
export const BLOCK_LENGTH: Bytes = 16 * 1024

/**
 * What is read at once of smaller pieces, and asked for soon after each other. Reading a user's file asks another
 * process of the browser several times, and the page stands still for it: for 32 KiB as long as for all of this.
 */
export const EXTENT_LENGTH: Bytes = 256 * 1024

const MAX_PIECE_LENGTH: Bytes = 16 * 1024 * 1024
const MOST_PIECES = 4096

/** The smallest pieces cost a fast share more, in work for each, than they save: there are fewer of them. */
const MOST_SMALLEST = 1024

/**
 * The piece length of a new share of `size` bytes: the smallest power of two from 16 KiB that needs no more
 * than 4,096 pieces (1,024 of the very smallest), at most 16 MiB.
 *
 * Small pieces spread sooner through a swarm: a peer gives on only whole pieces, so six people with 4 Mbit/s up
 * have 8 MB from one seed in 18.6 s with pieces of 16 KiB, in 19.8 s with 64 KiB, and forty have 20 MB in 1.30, 1.30
 * and 1.41 times the least there can be with 16, 32 and 64 KiB (`npm run bench -- simSwarm`). They also hash faster
 * in Chromium, whose SHA-1 drops to half its speed above 512 KiB. Against still more of them stand the
 * announcements, of each piece to each peer (see `haves.ts`), and the metadata: 4,096 hashes keep it at 80 KiB, five
 * messages of BEP 9.
 *
 * @param least a power of two that it has at least
 */
export function choosePieceLength(size: Bytes, least: Bytes = BLOCK_LENGTH): Bytes {
  let length = least
  while (length < MAX_PIECE_LENGTH && size / length > mostPieces(length)) length *= 2
  return length
}

function mostPieces(length: Bytes): number {
  return length === BLOCK_LENGTH ? MOST_SMALLEST : MOST_PIECES
}

/** Consecutive pieces, the first and the last. */
export interface PieceRange {
  readonly from: number
  readonly to: number
}

/** Bytes of a piece's SHA-1 digest (BEP 3). */
export const DIGEST_LENGTH = 20

/** How many pieces `size` bytes make; none for an empty share. */
export function pieceCount(size: Bytes, pieceLength: Bytes): number {
  return Math.ceil(size / pieceLength)
}

/** The length of piece `index`: the last one may be shorter. */
export function lengthOfPiece(index: number, size: Bytes, pieceLength: Bytes): Bytes {
  return Math.min(pieceLength, size - index * pieceLength)
}
