import type { Bytes } from '../../../src/core/brand.ts'
import type { FileReading } from '../../../src/swarm/fileReading.ts'

/** Bytes read at once. */
const CHUNK: Bytes = 1024 * 1024

/** A file from its beginning to its end, as it arrives; nobody reads it any more afterwards. */
export async function* chunksOf(
  reading: Pick<FileReading, 'size' | 'read' | 'close'>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  try {
    for (let at = 0; at < reading.size;) {
      const bytes = await reading.read(at, Math.min(at + CHUNK, reading.size))
      yield bytes
      at += bytes.length
    }
  } finally {
    reading.close()
  }
}
