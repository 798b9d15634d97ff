import type { DBSchema, IDBPDatabase } from 'idb'
import type { Bytes } from '../../core/brand.ts'
import type { InfoHash } from '../../core/infoHash.ts'
import type { ShareLimits } from '../../core/limits.ts'
import { LIBRARY_NAME } from './libraryName.ts'
import { OutdatedPage, openSiteDatabase, type Versions } from './siteDatabase.ts'

/** What is remembered of one share, all but how far it is. */
export interface LibraryEntry {
  readonly infoHash: InfoHash
  /** A .torrent file's bytes (BEP 3). */
  readonly torrentFile: Uint8Array<ArrayBuffer>
  /** The user's own files, in the torrent's order; null for a share that was fetched. */
  readonly files: readonly KeptFile[] | null
  /** Indexes of the files to fetch; null for all. */
  readonly wanted: readonly number[] | null
  readonly paused: boolean
  /** Absent in records of before there were limits. */
  readonly limits?: ShareLimits
  /**
   * Which hosts it may contact of those that its link named (`all`: any), and whether its own link names
   * them to others. Absent in records of before anybody was asked.
   */
  readonly contacts?: { readonly allowed: readonly string[] | 'all'; readonly passesOn: boolean }
  /** When it was added, for the order of the list: milliseconds since 1970. */
  readonly addedAt: number
}

/** What tells whether one of the user's own files is still the one that was shared. */
export interface KeptFile {
  readonly size: Bytes
  /** Milliseconds since 1970. */
  readonly lastModified: number
  /** Null where the browser gives none: then the files must be chosen again. */
  readonly handle: FileSystemFileHandle | null
  /** The folder that it was dropped in: leave to read it covers all its files. Null for a file by itself. */
  readonly folder: FileSystemDirectoryHandle | null
}

/** Files that are still being hashed, so that there is no info hash yet. Kept only where every file has a handle. */
export interface LibraryDraft {
  /** The share's local key, which the page's address names. */
  readonly id: string
  readonly name: string
  readonly files: readonly (KeptFile & { readonly path: readonly string[] })[]
}

/** How far a share is; written every second while pieces arrive, so it is kept apart from the rest. */
export interface LibraryProgress {
  /** BEP 3: first piece in the highest bit. Only pieces that had reached the disk before this was written. */
  readonly bitfield: Uint8Array
  readonly got: Bytes
  readonly given: Bytes
  /** When all that is here was last read and found right: milliseconds since 1970; null for never. */
  readonly checkedAt: number | null
}

interface LibrarySchema extends DBSchema {
  entries: { key: string; value: LibraryEntry }
  progress: { key: string; value: LibraryProgress }
  drafts: { key: string; value: LibraryDraft }
}

/** Stands for the folders in `../opfs` as well. */
const VERSION = 2

/**
 * This browser's shares, kept across reloads and crashes in IndexedDB. Every write is one transaction: after a
 * crash there is the old record or the new one, never half of either.
 */
export class Library {
  /** Null when the browser has ended the connection: it does so when it clears what the site keeps. */
  #database: Promise<IDBPDatabase<LibrarySchema>> | null = null
  readonly #versions: Versions

  private constructor(versions: Versions) {
    this.#versions = versions
  }

  /**
   * Null where the browser keeps no databases for the page (some private windows).
   *
   * Rejects with {@link OutdatedPage} when a newer version of the page has written it.
   */
  static async open(versions: Versions): Promise<Library | null> {
    const library = new Library(versions)
    try {
      await library.#connected()
      return library
    } catch (error) {
      if (error instanceof OutdatedPage) throw error
      return null
    }
  }

  /** Everything that is remembered, oldest first. */
  async all(): Promise<{ entry: LibraryEntry; progress: LibraryProgress | null }[]> {
    const transaction = (await this.#connected()).transaction(['entries', 'progress'])
    const entries = await transaction.objectStore('entries').getAll()
    const progress = transaction.objectStore('progress')
    const found = await Promise.all(
      entries.map(async (entry) => ({ entry, progress: (await progress.get(entry.infoHash)) ?? null })),
    )
    return found.sort((a, b) => a.entry.addedAt - b.entry.addedAt)
  }

  close(): void {
    void this.#database?.then((database) => database.close())
  }

  async put(entry: LibraryEntry): Promise<void> {
    await (await this.#connected()).put('entries', entry)
  }

  async putProgress(infoHash: InfoHash, progress: LibraryProgress): Promise<void> {
    await (await this.#connected()).put('progress', progress, infoHash)
  }

  async drafts(): Promise<readonly LibraryDraft[]> {
    return (await this.#connected()).getAll('drafts')
  }

  async putDraft(draft: LibraryDraft): Promise<void> {
    await (await this.#connected()).put('drafts', draft)
  }

  async deleteDraft(id: string): Promise<void> {
    await (await this.#connected()).delete('drafts', id)
  }

  async delete(infoHash: InfoHash): Promise<void> {
    const transaction = (await this.#connected()).transaction(['entries', 'progress'], 'readwrite')
    await transaction.objectStore('entries').delete(infoHash)
    await transaction.objectStore('progress').delete(infoHash)
    await transaction.done
  }

  #connected(): Promise<IDBPDatabase<LibrarySchema>> {
    return (this.#database ??= this.#connect())
  }

  async #connect(): Promise<IDBPDatabase<LibrarySchema>> {
    const forget = () => {
      this.#database = null
    }
    try {
      return await openSiteDatabase<LibrarySchema>({
        name: LIBRARY_NAME,
        version: VERSION,
        versions: this.#versions,
        upgrade,
        terminated: forget,
      })
    } catch (error) {
      forget()
      throw error
    }
  }
}

function upgrade(found: IDBPDatabase<LibrarySchema>, version: number): void {
  if (version < 1) {
    found.createObjectStore('entries', { keyPath: 'infoHash' })
    found.createObjectStore('progress')
  }
  if (version < 2) found.createObjectStore('drafts', { keyPath: 'id' })
}
