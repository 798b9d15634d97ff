import { describe, expect, it } from 'vitest'
import { KeptPieces } from '../../src/storage/keptPieces.ts'

const PIECE = 1000
const piece = (fill: number) => new Uint8Array(PIECE).fill(fill)

describe('pieces kept in memory', () => {
  it('go when there are too many, the least recently used first, but for the last one', () => {
    const kept = new KeptPieces(3 * PIECE)
    for (const each of [0, 1, 2]) kept.set(each, piece(each), false)
    kept.get(0)
    kept.set(3, piece(3), false)
    expect([0, 1, 2, 3].map((each) => kept.get(each)?.[0])).toEqual([0, undefined, 2, 3])
    kept.set(4, new Uint8Array(9 * PIECE), false)
    expect([0, 2, 3, 4].map((each) => kept.get(each)?.length)).toEqual([
      undefined,
      undefined,
      undefined,
      9 * PIECE,
    ])
  })

  it('count the array that several of them are in once, and until the last of them goes', () => {
    const kept = new KeptPieces(10 * PIECE)
    const extent = new Uint8Array(8 * PIECE)
    for (let each = 0; each < 8; each++)
      kept.set(each, extent.subarray(each * PIECE, (each + 1) * PIECE), false)
    kept.set(8, piece(8), false)
    kept.set(9, piece(9), false)
    const isKept = () => Array.from({ length: 11 }, (_, each) => kept.get(each) !== null)
    expect(isKept().slice(0, 10)).not.toContain(false)
    kept.set(10, piece(10), false)
    // A single piece of it would keep all of it.
    expect(isKept()).toEqual([...Array<boolean>(8).fill(false), true, true, true])
  })

  it('leave their memory to the next ones, unless somebody was given it', () => {
    const kept = new KeptPieces(2 * PIECE)
    const [first, second, third] = [piece(1), piece(2), piece(3)]
    kept.set(1, first, true)
    kept.set(2, second, true)
    kept.set(3, third, true)
    expect(kept.take(PIECE - 1).buffer).not.toBe(first.buffer)
    expect(kept.take(PIECE).buffer).toBe(first.buffer)
    expect(kept.take(PIECE).buffer).not.toBe(first.buffer)
    kept.get(2)
    kept.set(4, piece(4), true)
    kept.set(5, piece(5), true)
    // The third one's went first, for the second was used since; then the second's, which stays with whom it was given.
    expect(kept.take(PIECE).buffer).toBe(third.buffer)
    expect(kept.take(PIECE).buffer).not.toBe(second.buffer)
  })

  it('leave the memory that was lent once all of it is back, whether they are kept by then or not', () => {
    const kept = new KeptPieces(PIECE)
    const mine = piece(1)
    kept.set(1, mine, true)
    const [one, other] = [kept.lend(1), kept.lend(1)]
    kept.set(2, piece(2), true)
    expect(kept.lend(1)).toBeNull()
    one?.back()
    one?.back()
    expect(kept.take(PIECE).buffer, 'one has it still').not.toBe(mine.buffer)
    other?.back()
    expect(kept.take(PIECE).buffer).toBe(mine.buffer)
    expect(kept.take(PIECE).buffer, 'twice').not.toBe(mine.buffer)
  })

  it('leave no memory that was lent to one and given to another', () => {
    const kept = new KeptPieces(PIECE)
    const mine = piece(1)
    kept.set(1, mine, true)
    const loan = kept.lend(1)
    kept.get(1)
    kept.set(2, piece(2), true)
    loan?.back()
    expect(kept.take(PIECE).buffer).not.toBe(mine.buffer)
  })

  it('leave no memory of which others have a part', () => {
    const kept = new KeptPieces(PIECE)
    const mine = piece(1)
    kept.set(1, mine, false)
    kept.set(2, piece(2), true)
    expect(kept.take(PIECE).buffer).not.toBe(mine.buffer)
  })
})
