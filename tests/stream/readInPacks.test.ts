import { describe, expect, it } from 'vitest'
import { packChunks } from '../../src/stream/packChunks.ts'
import { PackPool } from '../../src/stream/packPool.ts'
import { readInPacks } from '../../src/stream/readInPacks.ts'
import { patternBytes, same } from '../storage/pieceStoreContract.ts'

const PACK = 1024 * 1024

async function chunksOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return chunks
}

async function joined(chunks: readonly Uint8Array[]): Promise<Uint8Array> {
  return new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer())
}

/** Bytes whose reader may bring buffers of its own, given out in parts of this length. */
function byteStream(bytes: Uint8Array, part: number): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream({
    type: 'bytes',
    pull(controller) {
      controller.enqueue(bytes.slice(at, at + part))
      at += part
      if (at < bytes.length) return
      controller.close()
      controller.byobRequest?.respond(0)
    },
  })
}

describe('readInPacks', () => {
  it.each([PACK, PACK + 1, 3 * PACK - 7, 2 * PACK])('gives %i bytes in whole packs', async (size) => {
    const bytes = patternBytes(size)
    const chunks = await chunksOf(readInPacks(byteStream(bytes, 100_003), size, new PackPool()))
    expect(chunks.slice(0, -1).every((chunk) => chunk.length === PACK)).toBe(true)
    expect(same(await joined(chunks), bytes)).toBe(true)
  })

  it('leaves short streams, and those that are not of bytes, as they are', () => {
    const short = byteStream(new Uint8Array(10), 10)
    expect(readInPacks(short, 10, new PackPool())).toBe(short)
    const plain = new ReadableStream<Uint8Array>()
    expect(readInPacks(plain, 2 * PACK, new PackPool())).toBe(plain)
  })

  it('fails as its stream fails, and cancels it', async () => {
    const broken = new ReadableStream<Uint8Array>({
      type: 'bytes',
      pull: () => Promise.reject(new Error('the disk is gone')),
    })
    await expect(chunksOf(readInPacks(broken, PACK, new PackPool()))).rejects.toThrow('the disk is gone')
    let cancelled: unknown = null
    const endless = new ReadableStream<Uint8Array>({
      type: 'bytes',
      pull: (controller) => controller.enqueue(new Uint8Array(1000)),
      cancel: (reason) => void (cancelled = reason),
    })
    await readInPacks(endless, PACK, new PackPool()).cancel('enough')
    expect(cancelled).toBe('enough')
  })
})

describe('PackPool', () => {
  it('has a long stream go through one buffer, when each comes back before the next is read', async () => {
    const packs = new PackPool()
    const first = packs.take()
    packs.give(first)
    const bytes = patternBytes(3 * PACK)
    const parts: Uint8Array[] = []
    for await (const chunk of readInPacks(byteStream(bytes, PACK), bytes.length, packs)) {
      parts.push(chunk.slice())
      packs.give(chunk.buffer as ArrayBuffer)
    }
    expect(same(await joined(parts), bytes)).toBe(true)
    expect(packs.take().byteLength).toBe(PACK)
    packs.give(new ArrayBuffer(7))
    expect(packs.take().byteLength).toBe(PACK)
  })
})

describe('packChunks', () => {
  it('lets whole packs through without a copy, in their place', async () => {
    const pack = patternBytes(PACK)
    const parts = [patternBytes(30), pack, patternBytes(5)]
    const input = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const part of parts) controller.enqueue(part)
        controller.close()
      },
    })
    const chunks = await chunksOf(input.pipeThrough(packChunks()))
    expect(chunks.map(({ length }) => length)).toEqual([30, PACK, 5])
    expect(chunks[1]).toBe(pack)
    expect(same(await joined(chunks), await joined(parts))).toBe(true)
  })
})
