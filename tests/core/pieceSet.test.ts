import { expect, it } from 'vitest'
import { PieceSet } from '../../src/core/pieceSet.ts'

it('holds the pieces of a bitfield, the first in the highest bit, and none beyond the last', () => {
  const pieces = new PieceSet(10, new Uint8Array([0b1010_0000, 0b0111_1111]))
  expect([...pieces]).toEqual([0, 2, 9])
  expect(pieces.size).toBe(3)
  expect([...pieces.bitfield()]).toEqual([0b1010_0000, 0b0100_0000])
  expect([...pieces.absent()]).toEqual([1, 3, 4, 5, 6, 7, 8])
  expect([...new PieceSet(10, new Uint8Array([0b1000_0000]))]).toEqual([0])
  expect(PieceSet.full(10).full).toBe(true)
})

it('takes each piece once, and no other numbers', () => {
  const pieces = new PieceSet(10)
  expect([3, 3, -1, 10, 1.5].map((piece) => pieces.add(piece))).toEqual([true, false, false, false, false])
  expect([3, 3, 10].map((piece) => pieces.delete(piece))).toEqual([true, false, false])
  expect(pieces.size).toBe(0)
})

it('tells whether it has something beyond another', () => {
  const of = (...pieces: number[]) => {
    const set = new PieceSet(20)
    for (const piece of pieces) set.add(piece)
    return set
  }
  expect(of(1, 12).hasBeyond(of(1, 2))).toBe(true)
  expect(of(1, 12).hasBeyond(of(1, 12, 13))).toBe(false)
  expect(of(1, 12).hasBeyond(of(1), of(3, 13))).toBe(false)
})
