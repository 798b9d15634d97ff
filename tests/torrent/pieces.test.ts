import { describe, expect, it, test } from 'vitest'
import { choosePieceLength, lengthOfPiece, pieceCount } from '../../src/torrent/pieces.ts'

const KiB = 1024
const MiB = 1024 * KiB
const GiB = 1024 * MiB

describe('choosePieceLength', () => {
  test.each([
    [0, 16 * KiB],
    [1, 16 * KiB],
    [16 * MiB, 16 * KiB],
    [16 * MiB + 1, 32 * KiB],
    [128 * MiB, 32 * KiB],
    [128 * MiB + 1, 64 * KiB],
    [256 * MiB, 64 * KiB],
    [256 * MiB + 1, 128 * KiB],
    [GiB, 256 * KiB],
    [5 * GiB, 2 * MiB],
    [1024 * GiB, 16 * MiB],
  ])('of %d bytes is %d', (size, expected) => {
    expect(choosePieceLength(size)).toBe(expected)
  })
})

describe('piece arithmetic', () => {
  it('gives the last piece what is left', () => {
    expect(pieceCount(0, 64)).toBe(0)
    expect(pieceCount(64, 64)).toBe(1)
    expect(pieceCount(65, 64)).toBe(2)
    expect(lengthOfPiece(0, 65, 64)).toBe(64)
    expect(lengthOfPiece(1, 65, 64)).toBe(1)
  })
})
