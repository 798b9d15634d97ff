import type { Bytes, Milliseconds } from '../../core/brand.ts'
import type { ReviewToken } from '../../core/reviewToken.ts'
import type { Manifest } from '../../seal/manifest.ts'
import { openRecords } from '../../seal/records.ts'
import type { Seal } from '../../seal/seal.ts'
import { RECORD } from '../../seal/sizes.ts'
import type { SealedLayout } from '../../seal/sealedLayout.ts'
import type { PieceStore } from '../../storage/pieceStore.ts'
import { SealingStore } from '../../storage/sealingStore.ts'
import { FileLayout } from '../../torrent/fileLayout.ts'
import { SwarmError } from '../problems.ts'
import { streamOf } from '../streamOf.ts'
import type { ContentFile, Contents, ReadShare } from './contents.ts'

/** Bytes of a file that are opened at once for a blob or a stream. */
const PART: Bytes = 2 * 1024 * 1024

export interface Unsealed {
  readonly seal: Seal
  readonly notes: ReviewToken
  readonly manifest: Manifest
  readonly layout: SealedLayout
  /** Of the torrent: whole records. */
  readonly pieceLength: Bytes
}

/** Files that are sealed, opened with the key of the share: what moves, and is kept, stays sealed. */
export class SealedContents implements Contents {
  readonly name: string
  readonly files: readonly ContentFile[]
  readonly size: Bytes
  readonly extents: FileLayout
  readonly seal: Seal
  readonly notes: ReviewToken
  readonly expires: Milliseconds | null
  readonly #layout: SealedLayout
  readonly #pieceLength: Bytes
  /** Where each file begins among the bytes of all files. */
  readonly #starts: readonly Bytes[]

  constructor({ seal, notes, manifest, layout, pieceLength }: Unsealed) {
    this.name = manifest.name
    this.seal = seal
    this.notes = notes
    this.expires = manifest.expires
    this.#layout = layout
    this.#pieceLength = pieceLength
    let end = 0
    this.#starts = manifest.files.map(({ length }) => (end += length) - length)
    this.size = end
    this.files = manifest.files.map(({ path, length }, place) => ({ path, length, place }))
    const extents = manifest.files.map(({ length }, index) => {
      const start = this.#starts[index] ?? 0
      return layout.extent(start, start + length)
    })
    this.extents = new FileLayout(
      extents.map(({ length }) => length),
      { starts: extents.map(({ start }) => start), size: layout.size },
    )
  }

  locate(file: number, at: Bytes): Bytes {
    return this.#layout.recordAt(this.#startOf(file) + at) * RECORD
  }

  read(file: number, from: Bytes, to: Bytes, share: ReadShare): Promise<Uint8Array> {
    const start = this.locate(file, from)
    const endOfPiece = (Math.floor(start / this.#pieceLength) + 1) * this.#pieceLength
    return this.#open(file, from, to, endOfPiece, share)
  }

  /** In memory: browsers move what is large of it to the disk. */
  async blob(file: number, store: PieceStore): Promise<Blob> {
    const parts: Blob[] = []
    for await (const bytes of this.#parts(file, store)) parts.push(new Blob([bytes]))
    return new Blob(parts)
  }

  stream(file: number, store: PieceStore): Promise<ReadableStream<Uint8Array>> {
    return Promise.resolve(streamOf(this.#parts(file, store)))
  }

  storeOf(files: readonly File[]): PieceStore {
    return new SealingStore(files, this.seal)
  }

  async *#parts(file: number, store: PieceStore): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
    const length = this.files[file]?.length ?? 0
    for (let at = 0; at < length; at += PART) {
      const to = Math.min(at + PART, length)
      yield await this.#open(file, at, to, Infinity, (from, count) => store.read(from, count))
    }
  }

  /** Bytes of a file from `from` on, to `to` at most, and none that are made of the share's from `end` on. */
  async #open(
    file: number,
    from: Bytes,
    to: Bytes,
    end: Bytes,
    share: ReadShare,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const start = this.#startOf(file)
    const extent = this.#layout.extent(start + from, start + to)
    const length = Math.min(extent.start + extent.length, end) - extent.start
    const first = extent.start / RECORD
    const sealed = await share(extent.start, length)
    const run = { first, count: this.seal.count }
    const plain = await openRecords(this.seal.key, run, sealed).catch((cause: unknown) => {
      // Its hash is right: whoever made the share has made it so.
      throw new SwarmError({ code: 'sealed-part-damaged' }, { cause })
    })
    const at = start + from - this.#layout.startOf(first)
    return plain.subarray(at, at + to - from)
  }

  #startOf(file: number): Bytes {
    return this.#starts[file] ?? 0
  }
}
