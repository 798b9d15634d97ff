import type { ChunkStore } from 'webtorrent/dist/webtorrent.min.js'
import type { Bytes } from '../core/brand.ts'
import { lengthOfPiece, pieceCount } from '../torrent/pieces.ts'
import { StoreError, type PieceStore } from '../storage/pieceStore.ts'
import { VerifiedReads } from '../storage/verifiedReads.ts'
import type { Metainfo } from '../torrent/metainfo.ts'

/**
 * A {@link PieceStore} as webtorrent wants its stores: by piece, with callbacks. The piece store comes later
 * than the torrent (nothing is put on the disk before the click on Download), so until then it is null and
 * every access is an error.
 */
export class TorrentStore implements ChunkStore {
  chunkLength: Bytes = 0

  readonly #failed: (error: StoreError) => void
  #metainfo: Metainfo | null = null
  #store: PieceStore | null = null
  #reads: VerifiedReads | null = null

  /** @param failed told of every error of the store, once for each call that it spoilt */
  constructor(failed: (error: StoreError) => void) {
    this.#failed = failed
  }

  /** Says what the torrent looks like; needed before anything is read or written. */
  shape(metainfo: Metainfo): void {
    this.#metainfo = metainfo
    this.chunkLength = metainfo.pieceLength
    this.#connect()
  }

  /** Says where the bytes are. */
  use(store: PieceStore): void {
    this.#store = store
    this.#connect()
  }

  #connect(): void {
    if (!this.#store || !this.#metainfo) return
    const { pieces, size, pieceLength } = this.#metainfo
    this.#reads = new VerifiedReads(this.#store, pieces, size, pieceLength)
  }

  put(index: number, bytes: Uint8Array, done: (error?: Error | null) => void): void {
    this.#run(
      () => this.#store?.write(index * this.chunkLength, bytes),
      () => {
        // Who watches, and the next peer, want it at once: reading it again would wait behind all that is written.
        this.#reads?.keep(index, bytes)
        done(null)
      },
      done,
    )
  }

  get(
    index: number,
    options: { offset?: number; length?: number } | null,
    done: (error: Error | null, bytes?: Uint8Array) => void,
  ): void {
    const offset = options?.offset ?? 0
    const size = this.#metainfo?.size ?? 0
    const exists = index >= 0 && index < pieceCount(size, this.chunkLength)
    const whole = exists ? lengthOfPiece(index, size, this.chunkLength) : 0
    const length = options?.length ?? whole - offset
    if (offset < 0 || length < 1 || offset + length > whole) {
      done(new StoreError('broken', 'A peer asked for bytes outside the piece.'))
      return
    }
    this.#run(
      () => this.#reads?.read(index, offset, length),
      (bytes) => done(null, bytes),
      done,
    )
  }

  /** Reads a part of a piece that is here. Rejects with a {@link StoreError}, of which the share is told as well. */
  read(index: number, offset: Bytes, length: Bytes): Promise<Uint8Array> {
    return new Promise((resolve, reject) =>
      this.get(index, { offset, length }, (error, bytes) => {
        if (bytes) resolve(bytes)
        else reject(error ?? new StoreError('broken', 'The store is not open.'))
      }),
    )
  }

  close(done: (error?: Error | null) => void): void {
    this.#end((store) => store.close(), done)
  }

  destroy(done: (error?: Error | null) => void): void {
    this.#end((store) => store.destroy(), done)
  }

  #run<Result>(
    act: () => Promise<Result> | undefined,
    succeeded: (result: Result) => void,
    failed: (error: Error) => void,
  ): void {
    const acting = act()
    if (!acting) {
      failed(new StoreError('broken', 'The store is not open.'))
      return
    }
    acting.then(succeeded, (error: unknown) => {
      const problem = error instanceof StoreError ? error : new StoreError('broken', String(error))
      this.#failed(problem)
      failed(problem)
    })
  }

  #end(act: (store: PieceStore) => Promise<void>, done: (error?: Error | null) => void): void {
    const store = this.#store
    this.#store = null
    this.#reads = null
    if (!store) done(null)
    else act(store).then(() => done(null), done)
  }
}
