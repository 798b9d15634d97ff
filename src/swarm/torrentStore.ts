import type { Bytes } from '../core/brand.ts'
import { lengthOfPiece, pieceCount } from '../torrent/pieces.ts'
import type { Loan } from '../storage/loan.ts'
import type { PieceStore } from '../storage/pieceStore.ts'
import { StoreError } from '../storage/problems.ts'
import { isPiece, VerifiedReads, webSha1, type Sha1 } from '../storage/verifiedReads.ts'
import type { Metainfo } from '../torrent/metainfo.ts'

/**
 * A {@link PieceStore} by pieces, whose reads are verified. The piece store comes later than the torrent (nothing is
 * put on the disk before the click on Download), so until then it is null and every access is an error.
 */
export class TorrentStore {
  readonly #failed: (error: StoreError) => void
  readonly #sha1: Sha1
  #metainfo: Metainfo | null = null
  #store: PieceStore | null = null
  #reads: VerifiedReads | null = null

  /** @param failed told of every error of the store, once for each call that it spoilt */
  constructor(failed: (error: StoreError) => void, sha1 = webSha1) {
    this.#failed = failed
    this.#sha1 = sha1
  }

  /** Says what the torrent looks like; needed before anything is read or written. */
  shape(metainfo: Metainfo): void {
    this.#metainfo = metainfo
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
    this.#reads = new VerifiedReads(this.#store, pieces, size, pieceLength, this.#sha1)
  }

  /**
   * Writes a piece whose hash was looked at, and takes its bytes over: answers them as they are to be read from now on.
   * Rejects as {@link read} does.
   */
  async write(piece: number, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
    const pieceLength = this.#metainfo?.pieceLength ?? 0
    const written = await this.#run(() => this.#store?.write(piece * pieceLength, bytes))
    // Who watches, and the next peer, want it at once: reading it again would wait behind all that is written.
    this.#reads?.keep(piece, written)
    return written
  }

  /** Memory for a piece that comes, with anything in it. */
  memory(piece: number): Uint8Array<ArrayBuffer> {
    const { size = 0, pieceLength = 1 } = this.#metainfo ?? {}
    return this.#reads?.memory(piece) ?? new Uint8Array(lengthOfPiece(piece, size, pieceLength))
  }

  /** Whether a piece that came is right. */
  isRight(piece: number, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
    return isPiece(bytes, this.#metainfo?.pieces ?? new Uint8Array(), piece, this.#sha1)
  }

  /**
   * Reads a part of a piece that is here, see {@link VerifiedReads.read}. Rejects with a {@link StoreError}, of which
   * the share is told as well.
   */
  async read(piece: number, offset: Bytes, length: Bytes): Promise<Uint8Array<ArrayBuffer>> {
    this.#check(piece, offset, length)
    return this.#run(() => this.#reads?.read(piece, offset, length))
  }

  /** The same for a while, see {@link VerifiedReads.lend}. */
  async lend(piece: number, offset: Bytes, length: Bytes): Promise<Loan> {
    this.#check(piece, offset, length)
    return this.#run(() => this.#reads?.lend(piece, offset, length))
  }

  /** The same of what is in memory; null when it has to be read. */
  lendNow(piece: number, offset: Bytes, length: Bytes): Loan | null {
    return this.#reads?.lendNow(piece, offset, length) ?? null
  }

  #check(piece: number, offset: Bytes, length: Bytes): void {
    const { size = 0, pieceLength = 1 } = this.#metainfo ?? {}
    const exists = piece >= 0 && piece < pieceCount(size, pieceLength)
    const whole = exists ? lengthOfPiece(piece, size, pieceLength) : 0
    if (offset < 0 || length < 1 || offset + length > whole)
      throw new StoreError('store-broken', { cause: { piece, offset, length } })
  }

  async #run<Result>(act: () => Promise<Result> | undefined): Promise<Result> {
    const acting = act()
    if (!acting) throw new StoreError('store-broken')
    try {
      return await acting
    } catch (error) {
      const problem = error instanceof StoreError ? error : new StoreError('store-broken', { cause: error })
      this.#failed(problem)
      throw problem
    }
  }
}
