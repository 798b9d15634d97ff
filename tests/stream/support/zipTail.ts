import { Readable } from 'node:stream'
import { fromRandomAccessReaderPromise, RandomAccessReader } from 'yauzl'

/** What the central directory says of a file. */
export interface ListedFile {
  readonly name: string
  readonly size: number
}

/**
 * Reads an archive of any size from its stream, keeping only its last `kept` bytes, and lists what the central
 * directory in them names.
 */
export async function listFromTail(
  stream: ReadableStream<Uint8Array>,
  kept: number,
): Promise<{ size: number; files: readonly ListedFile[] }> {
  const chunks: Uint8Array[] = []
  let held = 0
  let size = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    held += chunk.length
    size += chunk.length
    for (let [first] = chunks; first && held - first.length >= kept; [first] = chunks) {
      held -= first.length
      chunks.shift()
    }
  }
  const tail = Buffer.concat(chunks)
  const file = await fromRandomAccessReaderPromise(new TailReader(tail, size), size, { lazyEntries: true })
  const files: ListedFile[] = []
  for await (const entry of file.eachEntry()) {
    files.push({ name: entry.fileName, size: entry.uncompressedSize })
  }
  return { size, files }
}

class TailReader extends RandomAccessReader {
  readonly #tail: Buffer
  readonly #start: number

  constructor(tail: Buffer, size: number) {
    super()
    this.#tail = tail
    this.#start = size - tail.length
  }

  override _readStreamForRange(start: number, end: number): Readable {
    if (start < this.#start) throw new Error(`Byte ${start} was not kept.`)
    return Readable.from([this.#tail.subarray(start - this.#start, end - this.#start)])
  }
}
