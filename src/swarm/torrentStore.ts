import type { ChunkStore } from 'webtorrent/dist/webtorrent.min.js'
import type { Bytes } from '../core/brand.ts'
import { lengthOfPiece } from '../core/pieces.ts'
import { StoreError, type PieceStore } from '../storage/pieceStore.ts'

/**
 * A {@link PieceStore} as webtorrent wants its stores: by piece, with callbacks. The piece store comes later
 * than the torrent (nothing is put on the disk before the click on Download), so until then it is null and
 * every access is an error.
 */
export class TorrentStore implements ChunkStore {
  chunkLength: Bytes = 0
  store: PieceStore | null = null

  readonly #failed: (error: StoreError) => void
  #size: Bytes = 0

  /** @param failed told of every error of the store, once for each call that it spoilt */
  constructor(failed: (error: StoreError) => void) {
    this.#failed = failed
  }

  /** Says what the torrent looks like; needed before anything is read or written. */
  shape(size: Bytes, pieceLength: Bytes): void {
    this.#size = size
    this.chunkLength = pieceLength
  }

  put(index: number, bytes: Uint8Array, done: (error?: Error | null) => void): void {
    // The store may transfer the bytes away, but webtorrent keeps serving from its array until they are written.
    this.#run(
      (store) => store.write(index * this.chunkLength, new Uint8Array(bytes)),
      () => done(null),
      done,
    )
  }

  get(
    index: number,
    options: { offset?: number; length?: number } | null,
    done: (error: Error | null, bytes?: Uint8Array) => void,
  ): void {
    const offset = options?.offset ?? 0
    const length = options?.length ?? lengthOfPiece(index, this.#size, this.chunkLength) - offset
    if (offset < 0 || length < 0 || offset + length > lengthOfPiece(index, this.#size, this.chunkLength)) {
      return done(new StoreError('broken', 'A peer asked for bytes outside the piece.'))
    }
    this.#run(
      (store) => store.read(index * this.chunkLength + offset, length),
      (bytes) => done(null, bytes),
      done,
    )
  }

  close(done: (error?: Error | null) => void): void {
    this.#end((store) => store.close(), done)
  }

  destroy(done: (error?: Error | null) => void): void {
    this.#end((store) => store.destroy(), done)
  }

  #run<Result>(
    act: (store: PieceStore) => Promise<Result>,
    succeeded: (result: Result) => void,
    failed: (error: Error) => void,
  ): void {
    if (!this.store) return failed(new StoreError('broken', 'The store is not open.'))
    act(this.store).then(succeeded, (error: unknown) => {
      const problem = error instanceof StoreError ? error : new StoreError('broken', String(error))
      this.#failed(problem)
      failed(problem)
    })
  }

  #end(act: (store: PieceStore) => Promise<void>, done: (error?: Error | null) => void): void {
    const store = this.store
    this.store = null
    if (!store) return done(null)
    act(store).then(() => done(null), done)
  }
}
