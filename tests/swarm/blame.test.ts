import { createHash } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { isPiece } from '../../src/storage/verifiedReads.ts'
import { PieceAssembly } from '../../src/swarm/driver/pieceAssembly.ts'
import { Blame } from '../../src/swarm/scheduler/blame.ts'

/* Who is found to have lied, of those who sent the blocks of a piece: senders and bytes must be of the same try. */

const BLOCK = 16_384
const PIECE = 4 * BLOCK
const PIECES = 20
const [LIAR, HONEST, OTHER] = [1, 2, 3]
const content = new Uint8Array(PIECES * PIECE).map((_, index) => (index * 31 + (index >> 16)) % 251)
const digests = Array.from({ length: PIECES }, (_, piece) => createHash('sha1').update(right(piece)).digest())
const hashes = Buffer.concat(digests)

let blame: Blame
let assembly: PieceAssembly

beforeEach(() => {
  blame = new Blame()
  assembly = new PieceAssembly({
    memory: (piece) => new Uint8Array(right(piece).length),
    isRight: (piece, bytes) => isPiece(bytes, hashes, piece),
  })
})

function right(piece: number): Uint8Array {
  return content.slice(piece * PIECE, (piece + 1) * PIECE)
}

/** A piece comes, each block from one of these; answers who is convicted. */
async function comes(piece: number, senders: readonly number[], lies: readonly number[]) {
  senders.forEach((_, index) => {
    const bytes = right(piece).slice(index * BLOCK, (index + 1) * BLOCK)
    if (lies.includes(index)) bytes[5] = 255 - (bytes[5] ?? 0)
    assembly.add({ piece, offset: index * BLOCK, length: BLOCK }, bytes)
  })
  const bytes = await assembly.complete(piece)
  return bytes ? blame.verified(piece, assembly.compare(piece, bytes)) : blame.failed(piece, senders)
}

it('is who sent the blocks that were wrong, once the piece came right', async () => {
  expect(await comes(0, [LIAR, LIAR, HONEST, HONEST], [1])).toEqual([])
  expect(blame.isSuspect(0)).toBe(true)
  expect(await comes(0, [OTHER, OTHER, OTHER, OTHER], [])).toEqual([LIAR])
  expect(blame.isSuspect(0)).toBe(false)
})

it('is none of those who sent what was right, though the liar lies once more, and in everything', async () => {
  expect(await comes(0, [LIAR, LIAR, HONEST, HONEST], [1])).toEqual([])
  expect(await comes(0, [LIAR, LIAR, LIAR, LIAR], [0, 1, 2, 3])).toEqual([LIAR])
  expect(await comes(0, [OTHER, OTHER, OTHER, OTHER], [])).toEqual([LIAR])
})

it('is none of those who sent what was right after a piece that the liar sent alone', async () => {
  expect(await comes(0, [LIAR, LIAR, LIAR, LIAR], [0, 1, 2, 3])).toEqual([LIAR])
  expect(await comes(0, [HONEST, HONEST, OTHER, LIAR], [3])).toEqual([])
  expect(await comes(0, [OTHER, OTHER, OTHER, OTHER], [])).toEqual([LIAR])
})

it('is none of those who sent what was right, though more pieces come wrong than are kept', async () => {
  const mixed = [LIAR, HONEST, HONEST, HONEST]
  for (let piece = 0; piece < PIECES; piece++) expect(await comes(piece, mixed, [0])).toEqual([])
  // Half of them are right at the second try, which makes room for others at theirs.
  const convicted: number[] = []
  for (let piece = 0; piece < PIECES; piece++) {
    const isRight = piece % 2 === 0
    const senders = isRight ? [OTHER, OTHER, OTHER, OTHER] : [HONEST, LIAR, OTHER, OTHER]
    convicted.push(...(await comes(piece, senders, isRight ? [] : [1])))
  }
  for (let piece = 1; piece < PIECES; piece += 2) {
    convicted.push(...(await comes(piece, [OTHER, OTHER, OTHER, OTHER], [])))
  }
  expect([...new Set(convicted)]).toEqual([LIAR])
})
