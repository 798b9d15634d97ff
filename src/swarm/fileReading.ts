import { joined } from '../core/bytes.ts'
import type { Bytes } from '../core/brand.ts'
import type { PieceRange } from '../torrent/pieces.ts'
import type { Contents } from './contents/contents.ts'
import type { Progress } from './progress.ts'

/** What a reading needs of the share whose file it reads. */
export interface ReadingContext {
  readonly contents: Contents
  readonly progress: Progress
  /** A part of a piece that is here, its hash found right. */
  readonly readPiece: (piece: number, offset: Bytes, length: Bytes) => Promise<Uint8Array<ArrayBuffer>>
  /** The pieces are needed in order, the first as soon as the reading needs it; null: none is needed any more. */
  readonly want: (range: PieceRange | null) => void
  /** Settles when the piece is here; rejects when the share ends. */
  readonly whenHere: (piece: number, signal: AbortSignal) => Promise<void>
}

/** How much behind what is read is fetched ahead of the rest. */
const AHEAD: Bytes = 8 * 1024 * 1024

/**
 * Somebody reads a file of a share from here to there, chunk by chunk. What has not arrived is waited for, and asked
 * for before everything else: first what is read now, then what follows it.
 */
export class FileReading {
  readonly name: string
  readonly size: Bytes
  readonly #context: ReadingContext
  /** Index of the file. */
  readonly #file: number
  readonly #closed = new AbortController()
  #reads = 0

  constructor(context: ReadingContext, file: number) {
    this.#context = context
    this.#file = file
    const { name, files } = context.contents
    this.size = files[file]?.length ?? 0
    this.name = files[file]?.path.at(-1) ?? name
  }

  /** Whether somebody waits for bytes of it at this moment. */
  get waiting(): boolean {
    return this.#reads > 0
  }

  /**
   * The bytes of the file from `from` to `to`, or fewer: as many as are here, but one at least.
   *
   * @throws {RangeError} beyond the file. Rejects when the share has ended, or cannot read its own store.
   */
  async read(from: Bytes, to: Bytes): Promise<Uint8Array<ArrayBuffer>> {
    if (from < 0 || from >= this.size || to <= from) throw new RangeError('beyond-the-end')
    this.#reads++
    try {
      return await this.#read(from, to)
    } finally {
      this.#reads--
    }
  }

  async #read(from: Bytes, to: Bytes): Promise<Uint8Array<ArrayBuffer>> {
    const { progress, whenHere } = this.#context
    const { signal } = this.#closed
    const end = Math.min(to, this.size)
    const parts: Uint8Array[] = []
    this.expect(from)
    for (let at = from; at < end;) {
      const piece = this.#pieceOf(at)
      if (parts.length > 0 && !progress.isHere(piece)) break
      await whenHere(piece, signal)
      signal.throwIfAborted()
      const part = await this.#part(piece, at, end)
      parts.push(part)
      at += part.length
    }
    return joined(parts)
  }

  /** The bytes of the file from `at` on, to `end` at most, that a piece holds. */
  async #part(piece: number, at: Bytes, end: Bytes): Promise<Uint8Array> {
    const { contents, progress, readPiece, whenHere } = this.#context
    const start = piece * progress.pieceLength
    // A piece found damaged while it is read is fetched again: only so often, for the disk may be broken.
    for (let tries = 3; ; tries--) {
      try {
        return await contents.read(this.#file, at, end, (offset, length) =>
          readPiece(piece, offset - start, length),
        )
      } catch (error) {
        if (tries === 0 || progress.isHere(piece)) throw error
        await whenHere(piece, this.#closed.signal)
      }
    }
  }

  /** It is going to be read from there: what for is asked for already. */
  expect(from: Bytes): void {
    if (from >= this.size || this.#closed.signal.aborted) return
    const last = Math.min(this.size, from + AHEAD) - 1
    this.#context.want({ from: this.#pieceOf(from), to: this.#pieceOf(last) })
  }

  /** Nobody reads any more. False when that was known. */
  close(): boolean {
    if (this.#closed.signal.aborted) return false
    this.#closed.abort(new Error('reading-closed'))
    this.#context.want(null)
    return true
  }

  /** The piece that a byte of the file is made of. */
  #pieceOf(at: Bytes): number {
    const { contents, progress } = this.#context
    return Math.floor(contents.locate(this.#file, at) / progress.pieceLength)
  }
}
