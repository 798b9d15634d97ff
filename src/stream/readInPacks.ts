import type { Bytes } from '../core/brand.ts'
import { PACK } from './packChunks.ts'
import type { PackPool } from './packPool.ts'

/**
 * The readers that wait for bytes: Chromium may collect a stream that nothing else leads to in the middle of a
 * read, which then never ends.
 */
const reading = new Set<ReadableStreamBYOBReader>()

/**
 * A stream's bytes in chunks of {@link PACK}, read straight into the buffers that are handed on: what comes out
 * of a file leaves no garbage behind, however long it is. A stream that cannot be read so, or is shorter than a
 * pack, is answered as it is.
 *
 * @param size what it is expected to be long
 * @param packs where the buffers come from
 */
export function readInPacks(
  stream: ReadableStream<Uint8Array>,
  size: Bytes,
  packs: PackPool,
): ReadableStream<Uint8Array> {
  const reader = size < PACK ? null : byteReader(stream)
  if (!reader) return stream
  reading.add(reader)
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { chunk, ended } = await fill(reader, packs.take())
          if (chunk.length > 0) controller.enqueue(chunk)
          if (!ended) return
          reading.delete(reader)
          controller.close()
        } catch (error) {
          reading.delete(reader)
          throw error
        }
      },
      async cancel(reason) {
        reading.delete(reader)
        await reader.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
}

async function fill(
  reader: ReadableStreamBYOBReader,
  pack: ArrayBuffer,
): Promise<{ chunk: Uint8Array<ArrayBuffer>; ended: boolean }> {
  let buffer = pack
  let filled = 0
  while (filled < PACK) {
    const { value, done } = await reader.read(new Uint8Array(buffer, filled))
    if (value) buffer = value.buffer
    if (done) return { chunk: new Uint8Array(buffer, 0, filled), ended: true }
    filled += value.length
  }
  return { chunk: new Uint8Array(buffer), ended: false }
}

/** Null for a stream that is not one of bytes. */
function byteReader(stream: ReadableStream<Uint8Array>): ReadableStreamBYOBReader | null {
  try {
    return stream.getReader({ mode: 'byob' })
  } catch {
    return null
  }
}
