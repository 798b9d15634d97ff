import { NO_LIMITS } from '../../core/limits.ts'
import { PieceSet } from '../../core/pieceSet.ts'
import type { LibraryDraft, LibraryEntry } from '../../storage/library.ts'
import type { Metainfo } from '../../torrent/metainfo.ts'
import type { Contents } from '../contents/contents.ts'
import { OpenContents } from '../contents/openContents.ts'
import { loadUnsealing } from '../contents/loadUnsealing.ts'
import type { KeptSource } from '../shareSource.ts'
import { Active } from './active.ts'
import { Asleep, AsleepDraft, type Waking } from './asleep.ts'
import { throwIfOver } from './expiry.ts'
import { knownOf, type Known } from './known.ts'
import { openDraft } from './draft.ts'
import type { Hashing } from './hashing.ts'
import type { Life } from './life.ts'

type Next = Active | Asleep | Waking | AsleepDraft | Hashing

/** A share of the library goes on where it was, without hashing what is already here. */
export class Restoring {
  readonly kind = 'restoring'
  readonly member = null
  readonly pieceStore = null
  /** From when its record has been read. */
  known: Known | null = null
  readonly #life: Life<Next>

  constructor(life: Life<Next>) {
    this.#life = life
  }

  restore(source: KeptSource): Promise<void> {
    return this.#life.attempt(this.#restore(source))
  }

  /** Files that were being hashed when the page went away: begins again, if they can be opened without asking. */
  begin(draft: LibraryDraft): Promise<void> {
    return this.#life.attempt(this.#begin(draft))
  }

  async #restore({ entry, progress, handed }: KeptSource): Promise<void> {
    const { record, context, signal } = this.#life
    const metainfo = await context.readTorrent({ kind: 'file', bytes: entry.torrentFile })
    signal.throwIfAborted()
    const contents = await restoredContents(metainfo, entry)
    signal.throwIfAborted()
    throwIfOver(contents, context.now())
    // Before anybody sees what it holds: a share that sleeps is written about as well.
    context.notes(metainfo.infoHash, contents.notes)
    const known = (this.known = knownOf(metainfo, contents, record.linkedFiles))
    record.name = known.contents.name
    if (progress) record.visits = { got: progress.got, given: progress.given }
    record.checkedAt = progress?.checkedAt ?? null
    record.limits = entry.limits ?? NO_LIMITS
    record.keptFiles = entry.files
    record.copied = entry.copied === true && (await context.space.has(metainfo))
    signal.throwIfAborted()
    if (entry.files && !record.copied) {
      const files = handed ?? (await context.openKept(entry.files, false))
      signal.throwIfAborted()
      record.paused = entry.paused
      this.#life.become(
        files ? Active.giving(this.#life, known, files) : new Asleep(this.#life, known, entry.files),
      )
      return
    }
    if (entry.wanted) known.progress.want(new Set(entry.wanted))
    const { pieceCount } = known.pieces.geometry
    if (progress) known.pieces.addHere(new PieceSet(pieceCount, progress.bitfield))
    else if (record.copied) known.pieces.addHere(PieceSet.full(pieceCount))
    record.paused = entry.paused
    this.#life.become(Active.restored(this.#life, known))
  }

  async #begin(draft: LibraryDraft): Promise<void> {
    const hashing = await openDraft(this.#life, draft, false)
    this.#life.become(hashing ?? new AsleepDraft(this.#life, draft))
    void hashing?.start()
  }
}

async function restoredContents(metainfo: Metainfo, { seal }: LibraryEntry): Promise<Contents> {
  if (!seal) return new OpenContents(metainfo)
  const { secret, stretched = null, manifest } = seal
  const { openSealed } = await loadUnsealing()
  return openSealed(metainfo, { secret, stretched }, manifest)
}
