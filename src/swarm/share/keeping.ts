import type { Opener } from '../../seal/keys.ts'
import type { Seal } from '../../seal/seal.ts'
import type {
  KeptFile,
  KeptSeal,
  LibraryDraft,
  LibraryEntry,
  LibraryProgress,
} from '../../storage/library.ts'
import type { PieceStore } from '../../storage/pieceStore.ts'
import type { LocalFile } from '../engineApi.ts'
import { ProgressSaver } from '../progressSaver.ts'
import type { Known } from './known.ts'
import type { ShareContext } from './context.ts'
import type { Moved, ShareRecord } from './record.ts'

/** What there is to be kept of a share, as it is at the moment. */
export interface Keepable {
  readonly known: Known | null
  readonly pieceStore: PieceStore | null
  readonly totals: Moved
}

/** A share's place in the library. */
export class Keeping {
  /** Whether the library knows this share. */
  kept = false
  readonly #record: ShareRecord
  readonly #context: ShareContext
  readonly #current: () => Keepable
  readonly #saver = new ProgressSaver(() => this.#saveProgress())

  constructor(record: ShareRecord, context: ShareContext, current: () => Keepable) {
    this.#record = record
    this.#context = context
    this.#current = current
  }

  /** Notes the share, and soon how far it is. */
  remember(known: Known): void {
    this.kept = true
    this.#context.library?.put(this.entry(known)).catch(() => undefined)
    this.progressed()
  }

  /** Notes files that are being hashed, where they can be opened again. */
  rememberDraft(): void {
    const { id, name, source } = this.#record
    if (source.kind !== 'files' || !source.files.every(({ handle }) => handle)) return
    // No password is written down: without it, they would be sealed as nobody has wished.
    if (source.terms.password !== null) return
    const files = source.files.map((local) => ({ path: local.path, ...keptFile(local) }))
    const draft: LibraryDraft = { id, name, sealed: source.sealed, endsAt: source.terms.endsAt, files }
    this.#context.library?.putDraft(draft).catch(() => undefined)
  }

  /** How far it is has changed. */
  progressed(): void {
    this.#saver.changed()
  }

  /** Settles when how far it is has been noted. */
  saveNow(): Promise<void> {
    return this.#saver.saveNow()
  }

  stop(): void {
    this.#saver.stop()
  }

  entry({ metainfo, contents, progress }: Known): LibraryEntry {
    const { keptFiles, copied, opener, paused, limits, contacts, addedAt } = this.#record
    const files = contents.files.map((_, index) => index)
    const wanted = files.filter((index) => progress.wants(index))
    return {
      infoHash: metainfo.infoHash,
      torrentFile: this.#record.wholeTorrentFile(metainfo),
      files: keptFiles,
      ...(copied && { copied }),
      wanted: wanted.length === files.length ? null : wanted,
      paused,
      limits,
      contacts: contacts.kept,
      ...(opener && contents.seal && { seal: keptSeal(opener, contents.seal) }),
      addedAt,
    }
  }

  /** How far it is; null before it is known what there is. */
  progress({ known, totals: { got, given } }: Omit<Keepable, 'pieceStore'>): LibraryProgress | null {
    const { visits, checkedAt } = this.#record
    return (
      known && {
        bitfield: known.pieces.here.bitfield(),
        got: visits.got + got,
        given: visits.given + given,
        checkedAt,
      }
    )
  }

  /** The order matters: what the bitfield says is here must have reached the disk before it says so. */
  async #saveProgress(): Promise<void> {
    const current = this.#current()
    const state = this.progress(current)
    const infoHash = this.#record.infoHash(current.known?.metainfo ?? null)
    if (!this.kept || !state || !infoHash || !current.pieceStore) return
    await current.pieceStore.flush()
    await this.#context.library?.putProgress(infoHash, state)
  }
}

function keptSeal({ secret, stretched }: Opener, { manifest }: Seal): KeptSeal {
  return { secret, ...(stretched && { stretched }), manifest }
}

/** What to remember of `files`, which are some of those that were chosen. */
export function keptFiles(files: readonly File[], chosen: readonly LocalFile[]): KeptFile[] {
  const locals = new Map(chosen.map((local) => [local.file, local]))
  return files.map((file) => keptFile(locals.get(file) ?? { file }))
}

function keptFile({ file, handle = null, folder = null }: Omit<LocalFile, 'path'>): KeptFile {
  return { size: file.size, lastModified: file.lastModified, handle, folder }
}
