import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { MemoryStore } from '../../src/storage/memoryStore.ts'
import { DamagedPiece, VerifiedReads } from '../../src/storage/verifiedReads.ts'
import { patternBytes, same } from './pieceStoreContract.ts'

const PIECE = 65_536
const bytes = patternBytes(PIECE * 3 + 100)
const hashes = Buffer.concat(
  [0, 1, 2, 3].map((piece) =>
    createHash('sha1')
      .update(bytes.subarray(piece * PIECE, (piece + 1) * PIECE))
      .digest(),
  ),
)

async function stored(): Promise<MemoryStore> {
  const store = new MemoryStore(bytes.length)
  await store.write(0, bytes.slice())
  return store
}

describe('VerifiedReads', () => {
  it('reads parts of pieces, the short last one too', async () => {
    const reads = new VerifiedReads(await stored(), hashes, bytes.length, PIECE)
    expect(same(await reads.read(1, 16_384, 16_384), bytes.subarray(PIECE + 16_384, PIECE + 32_768))).toBe(
      true,
    )
    expect(same(await reads.read(3, 0, 100), bytes.subarray(PIECE * 3))).toBe(true)
  })

  it('does not copy what it has', async () => {
    const reads = new VerifiedReads(await stored(), hashes, bytes.length, PIECE)
    const [part, next] = [await reads.read(1, 0, 16_384), await reads.read(1, 16_384, 16_384)]
    expect(next.buffer).toBe(part.buffer)
    const kept = bytes.slice(0, PIECE)
    reads.keep(0, kept)
    expect((await reads.read(0, 0, 1)).buffer).toBe(kept.buffer)
  })

  it('lets no damaged byte out, and names the piece', async () => {
    const store = await stored()
    await store.write(PIECE * 2 + 7, Uint8Array.of((bytes[PIECE * 2 + 7] ?? 0) ^ 1))
    const reads = new VerifiedReads(store, hashes, bytes.length, PIECE)
    await expect(reads.read(2, 0, 16_384)).rejects.toMatchObject({
      piece: 2,
      problem: { code: 'files-damaged' },
    })
    await expect(reads.read(2, 0, 16_384)).rejects.toBeInstanceOf(DamagedPiece)
    await expect(reads.read(1, 0, 16_384)).resolves.toHaveLength(16_384)
  })

  it('reads a piece that was mended anew', async () => {
    const store = await stored()
    await store.write(0, Uint8Array.of((bytes[0] ?? 0) ^ 1))
    const reads = new VerifiedReads(store, hashes, bytes.length, PIECE)
    await expect(reads.read(0, 0, 1)).rejects.toBeInstanceOf(DamagedPiece)
    await store.write(0, bytes.slice(0, 1))
    await expect(reads.read(0, 0, 1)).resolves.toEqual(bytes.slice(0, 1))
  })

  it('asks the store once for the blocks of one piece', async () => {
    const store = await stored()
    let asked = 0
    const read = store.read.bind(store)
    store.read = (offset, length) => {
      asked++
      return read(offset, length)
    }
    const reads = new VerifiedReads(store, hashes, bytes.length, PIECE)
    await Promise.all([0, 1, 2, 3].map((block) => reads.read(0, block * 16_384, 16_384)))
    expect(asked).toBe(1)
  })

  describe('lends', () => {
    const BIG = 16 * 1024 * 1024
    const content = new Uint8Array(4 * BIG)
    for (let piece = 0; piece < 4; piece++) content[piece * BIG] = piece + 1
    const sums = Buffer.concat(
      [0, 1, 2, 3].map((piece) =>
        createHash('sha1')
          .update(content.subarray(piece * BIG, (piece + 1) * BIG))
          .digest(),
      ),
    )

    /** A store that reads into the memory that it is given, and says how often it was given the same. */
    function big(): { reads: VerifiedReads; arrays: Set<ArrayBuffer> } {
      const arrays = new Set<ArrayBuffer>()
      const store = new MemoryStore(0)
      store.read = (offset, length, memory = () => new Uint8Array(length)) => {
        const into = memory()
        arrays.add(into.buffer)
        into.set(content.subarray(offset, offset + length))
        return Promise.resolve(into)
      }
      return { reads: new VerifiedReads(store, sums, content.length, BIG), arrays }
    }

    it('what several wait for at once, each until it is back', async () => {
      const { reads } = big()
      const loans = await Promise.all([0, 0, 1, 2, 3, 0].map((piece) => reads.lend(piece, 0, 1)))
      // More than are kept: none of them may have been read over another, though some are kept no more.
      expect(loans.map(({ bytes }) => bytes[0])).toEqual([1, 1, 2, 3, 4, 1])
      const later = await Promise.all([3, 2, 1, 0].map((piece) => reads.lend(piece, 0, 1)))
      expect(later.map(({ bytes }) => bytes[0])).toEqual([4, 3, 2, 1])
      expect(loans.map(({ bytes }) => bytes[0])).toEqual([1, 1, 2, 3, 4, 1])
    })

    it('no memory anew that somebody keeps', async () => {
      const { reads } = big()
      const [loan, kept] = await Promise.all([reads.lend(0, 0, 1), reads.read(0, 0, 1)])
      loan.back()
      for (const piece of [1, 2, 3, 1, 2]) (await reads.lend(piece, 0, 1)).back()
      expect(kept[0]).toBe(1)
    })
  })

  it('reads into the memory of what was lent and is back', async () => {
    const small = 1024 * 1024
    const count = 80
    const sum = createHash('sha1').update(new Uint8Array(small)).digest()
    const arrays = new Set<ArrayBuffer>()
    const store = new MemoryStore(0)
    store.read = (_offset, length, memory = () => new Uint8Array(length)) => {
      const into = memory()
      arrays.add(into.buffer)
      return Promise.resolve(into)
    }
    const hashesOfZeros = Buffer.concat(Array.from({ length: count }, () => sum))
    const reads = new VerifiedReads(store, hashesOfZeros, count * small, small)
    for (let piece = 0; piece < count; piece++) (await reads.lend(piece, 0, 1)).back()
    // 32 MiB are kept, and the one that is read.
    expect(arrays.size).toBe(33)
  })
})
