import { describe, expect, it } from 'vitest'
import type { PieceStore } from '../../src/storage/pieceStore.ts'

/** Bytes that differ from place to place, the same every time. */
export function patternBytes(length: number, seed = 1): Uint8Array<ArrayBuffer> {
  let state = seed
  return Uint8Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    return state >>> 16
  })
}

export interface StoreUnderTest {
  readonly name: string
  /** A store that already holds `bytes`; `write` is how a writable one got them. */
  readonly open: (bytes: Uint8Array<ArrayBuffer>) => Promise<PieceStore>
  readonly writable: boolean
}

/** What every {@link PieceStore} promises. */
export function describePieceStore({ name, open, writable }: StoreUnderTest): void {
  describe(`${name} as a PieceStore`, () => {
    const size = 2_500_000
    const bytes = patternBytes(size)

    it('reads any range exactly', async () => {
      const store = await open(bytes.slice())
      for (const [offset, length] of [
        [0, 16_384],
        [16_384 * 7 + 5, 16_384],
        [1_048_570, 12],
        [0, size],
        [size - 1, 1],
      ] as const) {
        expect(same(await store.read(offset, length), bytes.subarray(offset, offset + length))).toBe(true)
      }
      await store.destroy()
    })

    it('answers many reads at once', async () => {
      const store = await open(bytes.slice())
      const offsets = Array.from({ length: 100 }, (_, index) => (index * 7919 * 31) % (size - 16_384))
      const read = await Promise.all(offsets.map((offset) => store.read(offset, 16_384)))
      read.forEach((block, index) => {
        const offset = offsets[index] ?? 0
        expect(same(block, bytes.subarray(offset, offset + 16_384))).toBe(true)
      })
      await store.destroy()
    })

    it.each([true, false])('gives any range as a Blob, settled: %s', async (settled) => {
      const store = await open(bytes.slice())
      const blob = await store.blob(1_000_001, 1_234_567, settled)
      // What is written afterwards must not spoil a Blob of a store that is still written to.
      if (writable && !settled) await store.write(0, new Uint8Array(100))
      expect(blob.size).toBe(1_234_567)
      expect(same(new Uint8Array(await blob.arrayBuffer()), bytes.subarray(1_000_001, 2_234_568))).toBe(true)
      await store.destroy()
    })

    if (writable) {
      it('reads back what was written last, in any order', async () => {
        const store = await open(new Uint8Array(size))
        const piece = 65_536
        const offsets = Array.from({ length: Math.ceil(size / piece) }, (_, index) => index * piece).reverse()
        await Promise.all(offsets.map((offset) => store.write(offset, bytes.slice(offset, offset + piece))))
        expect(same(await store.read(0, size), bytes)).toBe(true)
        await store.destroy()
      })

      it('gives back what was written, though it may be a part of something longer', async () => {
        const store = await open(new Uint8Array(size))
        const longer = bytes.slice(0, 300_000)
        const written = await store.write(1000, longer.subarray(100_000, 200_000))
        expect(same(written, bytes.subarray(100_000, 200_000))).toBe(true)
        expect(longer).toHaveLength(300_000)
        expect(same(await store.read(1000, 100_000), written)).toBe(true)
        await store.destroy()
      })
    } else {
      it('refuses to write', async () => {
        const store = await open(bytes.slice())
        await expect(store.write(0, new Uint8Array(1))).rejects.toMatchObject({ name: 'StoreError' })
      })
    }
  })
}

export function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
