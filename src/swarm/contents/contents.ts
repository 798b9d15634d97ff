import type { Bytes, Milliseconds } from '../../core/brand.ts'
import type { ReviewToken } from '../../core/reviewToken.ts'
import type { Seal } from '../../seal/seal.ts'
import type { PieceStore } from '../../storage/pieceStore.ts'
import type { FileLayout } from '../../torrent/fileLayout.ts'

/** A file as people see it. */
export interface ContentFile {
  /** Folder names and the file's own, harmless and unlike any other file's. */
  readonly path: readonly string[]
  readonly length: Bytes
  /** Its place among the torrent's files, padding and all: how links name files (BEP 53). */
  readonly place: number
}

/** Gives bytes of the share, counted from its beginning, all of one piece, their hash found right. */
export type ReadShare = (offset: Bytes, length: Bytes) => Promise<Uint8Array<ArrayBuffer>>

/**
 * What people see of a share, choose, open and save: its files, and how their bytes are had from those that move. What
 * moves is the torrent's (`Metainfo`), which knows pieces and nothing of this.
 */
export interface Contents {
  /** What the share is called. */
  readonly name: string
  readonly files: readonly ContentFile[]
  /** Bytes of all files. */
  readonly size: Bytes
  /** Which bytes of the share each file is made of, in the order of {@link files}; none for an empty file. */
  readonly extents: FileLayout
  /** How files become the bytes of the share; null where they are the same. */
  readonly seal: Seal | null
  /** When it is served no more, since 1970; null for never. */
  readonly expires: Milliseconds | null
  /** The review that notes on it are in; null for the one that everybody in the swarm reads. */
  readonly notes: ReviewToken | null
  /** The first byte of the share that byte `at` of a file is made of. */
  locate(file: number, at: Bytes): Bytes
  /** Bytes of a file from `from` on, to `to` at most: as many as are made of the piece that holds the first. */
  read(file: number, from: Bytes, to: Bytes, share: ReadShare): Promise<Uint8Array>
  /** A file that is here whole, as {@link PieceStore.blob}; what is large is better had by {@link stream}. */
  blob(file: number, store: PieceStore, settled: boolean): Promise<Blob>
  /** The same as it is read: no more of it is in memory than what is read next. */
  stream(file: number, store: PieceStore, settled: boolean): Promise<ReadableStream<Uint8Array>>
  /** Where the share's bytes are had from the user's own files, in the order of {@link files}. */
  storeOf(files: readonly File[]): PieceStore
}
