import { open, stat, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Bytes } from '../../src/core/brand.ts'

/** What is read at a time for who reads a stream. */
const CHUNK: Bytes = 262_144

/** A file as it was when it was opened: should either differ later, it is another one. */
interface Snapshot {
  readonly path: string
  readonly size: Bytes
  /** Milliseconds since 1970, with fractions where the disk has them. */
  readonly modifiedAt: number
}

/**
 * A file on the disk, or a part of one, as the engine gets files from a page: reading it fails once it was changed.
 *
 * Node's own (`fs.openAsBlob`) counts bytes in 32 bits (nodejs/node #52585): 5 GB are 705 MB to it, and beyond 2 GiB it
 * reads nothing. A `Blob` that is made of such files knows nothing of what is read here, so parts are joined by reading.
 */
export class DiskFile extends File {
  readonly #snapshot: Snapshot
  readonly #from: Bytes
  readonly #to: Bytes

  private constructor(snapshot: Snapshot, from: Bytes, to: Bytes) {
    super([], basename(snapshot.path), { lastModified: Math.floor(snapshot.modifiedAt) })
    this.#snapshot = snapshot
    this.#from = from
    this.#to = to
    Object.defineProperty(this, 'size', { value: to - from })
  }

  /** Rejects as the disk does. */
  static async open(path: string): Promise<DiskFile> {
    const { size, mtimeMs } = await stat(path)
    return new DiskFile({ path, size, modifiedAt: mtimeMs }, 0, size)
  }

  override slice(start = 0, end = this.size): DiskFile {
    const [from, to] = [start, end].map((at) => within(at < 0 ? this.size + at : at, this.size)) as [
      Bytes,
      Bytes,
    ]
    return new DiskFile(this.#snapshot, this.#from + from, this.#from + Math.max(from, to))
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    const bytes = new Uint8Array(this.size)
    const file = await this.#open()
    try {
      await fill(file, bytes, this.#from)
      return bytes.buffer
    } finally {
      await file.close()
    }
  }

  override async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await this.arrayBuffer())
  }

  override async text(): Promise<string> {
    return new TextDecoder().decode(await this.arrayBuffer())
  }

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    let file: FileHandle | null = null
    let at = this.#from
    const close = async (): Promise<void> => {
      await file?.close()
      file = null
    }
    const stream = new ReadableStream({
      type: 'bytes',
      pull: async (controller) => {
        try {
          file ??= await this.#open()
          const bytes = new Uint8Array(Math.min(CHUNK, this.#to - at))
          await fill(file, bytes, at)
          at += bytes.length
          if (bytes.length > 0) controller.enqueue(bytes)
          if (at < this.#to) return
          await close()
          controller.close()
          // Who waits with a buffer of its own is answered as well.
          controller.byobRequest?.respond(0)
        } catch (error) {
          await close()
          throw error
        }
      },
      cancel: close,
    })
    // Node's types leave open whose memory its bytes lie in; they are those from above.
    return stream as ReadableStream<Uint8Array<ArrayBuffer>>
  }

  async #open(): Promise<FileHandle> {
    const { path, size, modifiedAt } = this.#snapshot
    const file = await open(path)
    const found = await file.stat()
    if (found.size === size && found.mtimeMs === modifiedAt) return file
    await file.close()
    throw changed()
  }
}

/** As a browser has it for a file that is not what it was. */
function changed(): DOMException {
  return new DOMException('', 'NotReadableError')
}

function within(at: Bytes, size: Bytes): Bytes {
  return Math.min(Math.max(0, at), size)
}

/** Reads until there is no more room. The file may have become shorter meanwhile. */
async function fill(file: FileHandle, bytes: Uint8Array, from: Bytes): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, from + done)
    if (bytesRead === 0) throw changed()
    done += bytesRead
  }
}
