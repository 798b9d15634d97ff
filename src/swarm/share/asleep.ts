import type { KeptFile, LibraryDraft } from '../../storage/library.ts'
import type { LocalFile } from '../engineApi.ts'
import { matchFiles } from '../matchFiles.ts'
import { OtherFiles } from '../problems.ts'
import { Active } from './active.ts'
import type { Known } from './known.ts'
import { digest } from './digest.ts'
import { openDraft } from './draft.ts'
import type { Hashing } from './hashing.ts'
import { keptFiles } from './keeping.ts'
import type { Life } from './life.ts'

/** Its files have to be opened again: they are the user's own, and the user is to allow it, or to choose them. */
export class Asleep {
  readonly kind = 'asleep'
  readonly member = null
  readonly pieceStore = null
  readonly known: Known
  readonly #kept: readonly KeptFile[]
  readonly #life: Life<Asleep | Waking | Active>

  constructor(life: Life<Asleep | Waking | Active>, known: Known, kept: readonly KeptFile[]) {
    this.#life = life
    this.known = known
    this.#kept = kept
  }

  /** Whether its files can be opened again by one click. */
  get wakeable(): boolean {
    return this.#kept.every(({ handle }) => handle !== null)
  }

  /** Whether these may be the files that it waits for, by number and size, and whether they are to be sealed. */
  mayBe(files: readonly LocalFile[], sealed: boolean): boolean {
    const { contents } = this.known
    if (sealed !== (contents.seal !== null)) return false
    return contents.files.length === files.length && matchFiles(contents, files) !== null
  }

  /**
   * Wakes it with the files chosen anew, matched by what is in them, or through the kept handles, for which the
   * browser asks the user. Rejects with {@link OtherFiles}.
   */
  async wake(chosen: readonly LocalFile[] | null): Promise<void> {
    const { context, record, signal } = this.#life
    const { contents } = this.known
    const files = chosen ? matchFiles(contents, chosen) : await context.openKept(this.#kept, true)
    if (!files) {
      throw new OtherFiles({ code: chosen ? 'files-of-other-sizes' : 'files-not-opened' })
    }
    if (chosen) await this.#verify(files)
    signal.throwIfAborted()
    record.keptFiles = chosen ? keptFiles(files, chosen) : this.#kept
    this.#life.become(Active.giving(this.#life, this.known, files))
    this.#life.remember()
  }

  /** Rejects unless the files are, byte for byte, those of the share. */
  async #verify(files: readonly File[]): Promise<void> {
    const { pieceLength, pieces } = this.known.metainfo
    const { seal } = this.known.contents
    const waking = new Waking(this.known)
    this.#life.become(waking)
    try {
      const digests = await digest(this.#life, files, { pieceLength, seal }, waking.cancelled)
      if (digests.some((byte, index) => byte !== pieces[index])) {
        throw new OtherFiles({ code: 'files-of-other-contents' })
      }
    } finally {
      this.#life.become(this)
    }
  }
}

/** Files that were chosen for a share that is asleep are being looked at. */
export class Waking {
  readonly kind = 'waking'
  readonly member = null
  readonly pieceStore = null
  readonly known: Known
  readonly #cancelling = new AbortController()

  constructor(known: Known) {
    this.known = known
  }

  get cancelled(): AbortSignal {
    return this.#cancelling.signal
  }

  /** Ends it: the share is asleep as before. */
  cancel(): void {
    this.#cancelling.abort(new Error('cancelled'))
  }
}

/** The same for files that were never hashed to the end. */
export class AsleepDraft {
  readonly kind = 'asleep-draft'
  readonly member = null
  readonly pieceStore = null
  readonly known = null
  readonly wakeable = true
  readonly #draft: LibraryDraft
  readonly #life: Life<Hashing | Active>

  constructor(life: Life<Hashing | Active>, draft: LibraryDraft) {
    this.#life = life
    this.#draft = draft
  }

  /** Rejects with {@link OtherFiles}. */
  async wake(): Promise<void> {
    const hashing = await openDraft(this.#life, this.#draft, true)
    if (!hashing) throw new OtherFiles({ code: 'files-not-opened' })
    this.#life.become(hashing)
    void hashing.start()
  }
}
