import type { PieceStore } from '../../storage/pieceStore.ts'
import type { StoreError } from '../../storage/problems.ts'
import { lengthOfPiece } from '../../torrent/pieces.ts'
import { failureOf } from '../failures.ts'
import { SwarmError } from '../problems.ts'
import { Active } from './active.ts'
import type { Known } from './known.ts'
import type { Life } from './life.ts'
import type { Member, MemberOwner } from './member.ts'
import { openStore } from './openStore.ts'
import { tellStoreFailure } from './storeFailure.ts'

/** It is known what it holds, and nobody has decided yet to fetch it. */
export class Ready implements MemberOwner {
  readonly kind = 'ready'
  readonly complete = false
  readonly known: Known
  readonly member: Member
  readonly #life: Life<Active>
  /** Open before the click on Download where an earlier visit left something. */
  readonly pieceStore: PieceStore | null
  /** What came of it to tell what it holds; on no disk yet. */
  readonly #peeked: PieceStore | null
  #downloading: Promise<void> | null = null

  constructor(
    life: Life<Active>,
    known: Known,
    member: Member,
    { store, peeked }: { readonly store: PieceStore | null; readonly peeked: PieceStore | null },
  ) {
    this.#life = life
    this.known = known
    this.member = member
    this.pieceStore = store
    this.#peeked = peeked
    member.owner = this
  }

  /** Waits for the click on Download; a share that is already here whole needs none. */
  async offer(): Promise<void> {
    const { contents, progress } = this.known
    if (contents.size > 0 && progress.complete && !this.#peeked) await this.download()
  }

  want(files: ReadonlySet<number>): void {
    this.#life.record.linkedFiles = null
    this.known.progress.want(files)
    this.#life.touch()
  }

  /** The click on Download. Rejects with a {@link SwarmError} when there is no room. */
  download(): Promise<void> {
    const forget = () => (this.#downloading = null)
    return (this.#downloading ??= this.#download().finally(forget))
  }

  received(): void {
    // What it holds is known.
  }

  verified(): void {
    this.#life.touch()
  }

  storeFailed(error: StoreError): void {
    tellStoreFailure(error, this.#life, (piece) => {
      this.member.session.forget(piece)
      this.#life.touch()
    })
  }

  async #copy(from: PieceStore, to: PieceStore): Promise<void> {
    const { size, pieceLength } = this.known.metainfo
    for (const piece of this.known.pieces.here) {
      const offset = piece * pieceLength
      await to.write(offset, await from.read(offset, lengthOfPiece(piece, size, pieceLength)))
    }
  }

  async #download(): Promise<void> {
    const { record, signal } = this.#life
    const { metainfo, contents, progress } = this.known
    if (contents.size > 0 && progress.wantedSize === 0) throw new SwarmError({ code: 'nothing-chosen' })
    let store: PieceStore
    try {
      store = this.pieceStore ?? (await openStore(this.#life, metainfo))
      if (this.#peeked) await this.#copy(this.#peeked, store)
    } catch (error) {
      if (signal.aborted) return
      throw new SwarmError({ code: 'cannot-download', failure: failureOf(error) }, { cause: error })
    }
    this.member.use(store)
    await this.#peeked?.destroy()
    this.#life.become(new Active(this.#life, this.known, this.member, store))
    // The page has said whom else this contacts.
    record.contacts.allow(record.describeContacts(metainfo).trackers)
    this.member.useContacts()
    this.member.select()
    this.#life.remember()
    // A share of empty files is complete as soon as it is known.
    if (progress.whole) this.member.session.completed()
  }
}
