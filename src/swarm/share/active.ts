import type { Milliseconds } from '../../core/brand.ts'
import { PieceSet } from '../../core/pieceSet.ts'
import { OpeningStore } from '../../storage/openingStore.ts'
import type { PieceStore } from '../../storage/pieceStore.ts'
import type { StoreError } from '../../storage/problems.ts'
import type { FileReading } from '../fileReading.ts'
import { Scrub } from '../scrub.ts'
import { copyPieces } from './copyPieces.ts'
import type { Known } from './known.ts'
import type { Life } from './life.ts'
import { Member, type MemberOwner } from './member.ts'
import { openStore } from './openStore.ts'
import { tellStoreFailure } from './storeFailure.ts'

/** What was found right is not read again for so long: every reload of a page would read its whole library. */
const SCRUB_INTERVAL: Milliseconds = 24 * 60 * 60 * 1000

/** It is fetched, or given, or both. */
export class Active implements MemberOwner {
  readonly kind = 'active'
  readonly known: Known
  readonly member: Member
  readonly pieceStore: PieceStore
  /** The user's own files; null for what is fetched. */
  readonly openFiles: readonly File[] | null
  readonly #life: Life<never>
  /** Looks through what an earlier visit left on the disk. */
  #scrub: Scrub | null = null
  /** Settles when no copy is being made any more. */
  #copying: Promise<void> = Promise.resolve()

  /** @param member null to join the swarm */
  constructor(
    life: Life<never>,
    known: Known,
    member: Member | null,
    pieceStore: PieceStore,
    openFiles: readonly File[] | null = null,
  ) {
    this.#life = life
    this.known = known
    this.pieceStore = pieceStore
    this.openFiles = openFiles
    this.member = member ?? new Member(this, life, known.metainfo.infoHash, known, pieceStore)
    this.member.owner = this
  }

  /** Serves the user's own files. */
  static giving(life: Life<never>, known: Known, files: readonly File[]): Active {
    known.pieces.addHere(PieceSet.full(known.pieces.geometry.pieceCount))
    const active = new Active(life, known, null, known.contents.storeOf(files), files)
    active.member.select()
    return active
  }

  /** Goes on from what an earlier visit left, which is opened meanwhile. */
  static restored(life: Life<never>, known: Known): Active {
    const { context } = life
    // Should it be gone, nothing of what the library remembers is here, nor is the share in it: browsers clear all
    // that a site keeps together.
    const open = async () => {
      const present = await context.space.has(known.metainfo)
      const store = await openStore(life, known.metainfo)
      if (!present) active.#forgetAll()
      return store
    }
    const opening = open()
    const active = new Active(life, known, null, new OpeningStore(opening))
    void life.attempt(opening)
    active.member.select()
    active.#scrub = new Scrub({
      metainfo: known.metainfo,
      store: active.pieceStore,
      here: [...known.pieces.here],
      missing: [...known.pieces.here.absent()],
      damaged: (piece) => active.#lose(piece),
      found: (piece) => active.member.session.recall(piece),
    })
    context.whenIdle(() => active.#lookThrough())
    return active
  }

  get complete(): boolean {
    return this.known.progress.complete
  }

  want(files: ReadonlySet<number>): void {
    const { progress } = this.known
    const before = progress.complete
    this.#life.record.linkedFiles = null
    progress.want(files)
    this.member.select()
    // Who has all that was wanted does not look for others.
    if (!progress.complete && before) this.member.session.search()
    this.#life.remember()
    this.#life.touch()
  }

  /**
   * Copies the user's own files to the home's disk, so that they are here after a reload without being asked for.
   * Rejects with a `StoreError`, early where there is no room.
   */
  async keepCopy(): Promise<void> {
    const { record, context } = this.#life
    if (!this.openFiles || record.copied || record.copying !== null || context.space.memoryLimit !== null)
      return
    record.copying = 0
    this.#life.touch()
    const copying = this.#copy().finally(() => {
      record.copying = null
      this.#life.touch()
    })
    this.#copying = copying.catch(() => undefined)
    await copying
  }

  async #copy(): Promise<void> {
    const { record, context, signal } = this.#life
    await context.space.mustFit(this.known.metainfo)
    const store = await context.space.open(this.known.metainfo)
    try {
      await copyPieces(this.known.metainfo, this.pieceStore, store, signal, (ratio) => {
        record.copying = ratio
        this.#life.touch()
      })
      await store.close()
      signal.throwIfAborted()
    } catch (error) {
      // Nobody would look for half a copy, which takes its room all the same.
      await store.destroy().catch(() => undefined)
      throw error
    }
    record.copied = true
    this.#life.progressed('now')
    this.#life.remember()
  }

  /** Looks at the pieces of a file, as far as that was not done yet; those that are damaged are missing then. */
  async checkFile(index: number): Promise<void> {
    const { contents, progress } = this.known
    const pieces = contents.extents.piecesOf(index, progress.pieceLength)
    for (let piece = pieces?.from ?? 0; pieces && piece <= pieces.to; piece++) await this.#scrub?.check(piece)
  }

  /** Reads a file while it arrives; null when there is no such file. */
  read(index: number): FileReading | null {
    return this.known.contents.files[index] ? this.member.read(index) : null
  }

  received(): void {
    // What it holds is known.
  }

  verified(piece: number): void {
    this.member.arrived(piece)
    // A peer that has all that it chose is no seed (BEP 21): only who has everything is completed.
    if (this.known.progress.whole) {
      this.member.session.completed()
      this.#life.progressed('now')
    }
    this.#life.progressed()
    this.#life.touch()
  }

  storeFailed(error: StoreError): void {
    tellStoreFailure(error, this.#life, this.openFiles ? null : (piece) => this.#lose(piece))
  }

  /** Settles when it has let go of the disk. */
  end(): Promise<void> {
    this.#scrub?.end()
    this.#scrub = null
    return this.#copying
  }

  async #lookThrough(): Promise<void> {
    const { context, record, signal } = this.#life
    await this.#scrub?.findMissing(signal)
    if (context.now() - (record.checkedAt ?? 0) < SCRUB_INTERVAL) return
    if (!(await this.#scrub?.checkAll(signal))) return
    record.checkedAt = context.now()
    this.#life.progressed()
  }

  #forgetAll(): void {
    this.#scrub?.end()
    for (const piece of [...this.known.pieces.here]) this.#lose(piece)
    this.#life.remember()
  }

  /** A piece is damaged: it is fetched again. */
  #lose(piece: number): void {
    const before = this.complete
    this.member.session.forget(piece)
    this.member.select()
    // A seed does not look for other seeds: now it has to.
    if (before) this.member.session.search()
    this.#life.progressed()
    this.#life.touch()
  }
}
