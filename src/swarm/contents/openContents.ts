import type { Bytes } from '../../core/brand.ts'
import { FileStore } from '../../storage/fileStore.ts'
import type { PieceStore } from '../../storage/pieceStore.ts'
import { FileLayout } from '../../torrent/fileLayout.ts'
import type { Metainfo } from '../../torrent/metainfo.ts'
import type { ContentFile, Contents, ReadShare } from './contents.ts'

/** The torrent's own files, byte for byte. */
export class OpenContents implements Contents {
  readonly name: string
  readonly files: readonly ContentFile[]
  readonly size: Bytes
  readonly extents: FileLayout
  readonly seal = null
  readonly notes = null
  readonly expires = null
  readonly #pieceLength: Bytes

  constructor(torrent: Pick<Metainfo, 'name' | 'files' | 'size' | 'contentSize' | 'pieceLength'>) {
    this.name = torrent.name
    this.files = torrent.files
    this.size = torrent.contentSize
    this.extents = FileLayout.of(torrent)
    this.#pieceLength = torrent.pieceLength
  }

  locate(file: number, at: Bytes): Bytes {
    return this.extents.start(file) + at
  }

  read(file: number, from: Bytes, to: Bytes, share: ReadShare): Promise<Uint8Array> {
    const start = this.locate(file, from)
    const endOfPiece = (Math.floor(start / this.#pieceLength) + 1) * this.#pieceLength
    return share(start, Math.min(start + to - from, endOfPiece) - start)
  }

  blob(file: number, store: PieceStore, settled: boolean): Promise<Blob> {
    return store.blob(this.extents.start(file), this.extents.length(file), settled)
  }

  async stream(file: number, store: PieceStore, settled: boolean): Promise<ReadableStream<Uint8Array>> {
    return (await this.blob(file, store, settled)).stream()
  }

  storeOf(files: readonly File[]): PieceStore {
    return new FileStore(files)
  }
}
