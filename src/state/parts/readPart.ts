import type { Bytes } from '../../core/brand.ts'
import { joined } from '../../core/bytes.ts'
import type { FileReading } from '../../swarm/fileReading.ts'

/** A segment of 10 s at 80 Mbit/s. What a torrent says its files are long costs its author nothing. */
const MOST: Bytes = 100 * 1024 * 1024

/**
 * Reads a file, or a part of it, as one piece of memory.
 *
 * @param end 0 for all
 * @param came told of each part that comes, and of how much there is in all
 */
export async function readPart(
  reading: FileReading,
  from: Bytes,
  end: Bytes,
  came: (bytes: Bytes, total: Bytes) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const to = end > 0 ? Math.min(end, reading.size) : reading.size
  const length = Math.max(0, to - from)
  if (length > MOST) throw new Error('part-too-long')
  // Room is taken as it comes, not as it is promised.
  const parts: Uint8Array[] = []
  for (let at = from; at < to;) {
    const part = await reading.read(at, to)
    parts.push(part)
    at += part.length
    came(part.length, length)
  }
  return joined(parts)
}
