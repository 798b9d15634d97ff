import { describe, expect, it } from 'vitest'
import { hashPieces } from '../../../src/home/hashing/hasher.ts'
import { patternBytes, same } from '../../storage/pieceStoreContract.ts'

const PIECE = 65_536

async function digestsOf(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const count = Math.ceil(bytes.length / PIECE)
  const digests = new Uint8Array(count * 20)
  for (let piece = 0; piece < count; piece++) {
    const part = bytes.slice(piece * PIECE, (piece + 1) * PIECE)
    digests.set(new Uint8Array(await crypto.subtle.digest('SHA-1', part)), piece * 20)
  }
  return digests
}

/** Cuts bytes into files at these places. */
function cut(bytes: Uint8Array<ArrayBuffer>, places: readonly number[]): File[] {
  const ends = [...places, bytes.length]
  return ends.map((end, index) => new File([bytes.slice(ends[index - 1] ?? 0, end)], `file ${String(index)}`))
}

const options = { pieceLength: PIECE, signal: new AbortController().signal, progress: () => undefined }

describe('hashPieces', () => {
  it.each([
    ['one file', []],
    ['files that end within pieces', [10, 70_000, 1_000_000]],
    ['empty files', [0, 0, 65_536, 65_536, 2_000_000]],
    ['many small files', Array.from({ length: 300 }, (_, index) => (index + 1) * 7_001)],
    ['a small file between large ones', [1_000_000, 1_000_010]],
  ])('hashes %s as if they were one', async (_what, places) => {
    const bytes = patternBytes(2_200_000)
    expect(same(await hashPieces(cut(bytes, places), options), await digestsOf(bytes))).toBe(true)
  })

  it('spreads a large share over its workers and keeps the order', async () => {
    const bytes = patternBytes(3_000_000)
    const large = Array.from({ length: 50 }, () => new File([bytes], 'x'))
    const whole = new Uint8Array(await new Blob(large).arrayBuffer())
    expect(same(await hashPieces(large, options), await digestsOf(whole))).toBe(true)
  })

  it('goes on with other workers where the first ones have done their share', async () => {
    const pieceLength = 512 * 1024
    // Two pieces again and again: more runs than four workers do before they are replaced, and little memory.
    const twice = new Blob([patternBytes(2 * pieceLength)])
    const large = new File(
      Array.from({ length: 1100 }, () => twice),
      'x',
    )
    const digests = await hashPieces([large], { ...options, pieceLength })
    const [one, other] = [digests.slice(0, 20), digests.slice(20, 40)]
    const first = await twice.slice(0, pieceLength).arrayBuffer()
    expect(same(one, new Uint8Array(await crypto.subtle.digest('SHA-1', first)))).toBe(true)
    for (let piece = 0; piece < 2200; piece++)
      expect(same(digests.slice(piece * 20, piece * 20 + 20), piece % 2 === 0 ? one : other)).toBe(true)
  })

  it('has nothing to hash in an empty share', async () => {
    expect(await hashPieces([new File([], 'empty')], options)).toHaveLength(0)
  })

  it('tells its progress up to the last byte', async () => {
    const seen: number[] = []
    const bytes = patternBytes(20_000_000)
    await hashPieces([new File([bytes], 'x')], { ...options, progress: (done) => seen.push(done) })
    expect(seen.at(-1)).toBe(bytes.length)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
  })

  it('stops when it is told to', async () => {
    const stop = new AbortController()
    const bytes = patternBytes(1_000_000)
    const files = Array.from({ length: 100 }, () => new File([bytes], 'x'))
    const hashing = hashPieces(files, {
      ...options,
      signal: stop.signal,
      progress: () => stop.abort(new Error('enough')),
    })
    await expect(hashing).rejects.toThrow('enough')
  })

  it('says which file could not be read', async () => {
    const root = await navigator.storage.getDirectory()
    const handle = await root.getFileHandle('goes away', { create: true })
    const writable = await handle.createWritable()
    await writable.write(patternBytes(1_000_000))
    await writable.close()
    const gone = await handle.getFile()
    await root.removeEntry('goes away')
    await expect(hashPieces([new File(['here'], 'here'), gone], options)).rejects.toMatchObject({ file: 1 })
  })
})
