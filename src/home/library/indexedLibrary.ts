import type { DBSchema, IDBPDatabase } from 'idb'
import type { InfoHash } from '../../core/infoHash.ts'
import type { Library, LibraryDraft, LibraryEntry, LibraryProgress } from '../../storage/library.ts'
import { LIBRARY_NAME } from './libraryName.ts'
import { OutdatedPage } from '../problems.ts'
import type { Versions } from './siteDatabase.ts'

interface LibrarySchema extends DBSchema {
  entries: { key: string; value: LibraryEntry }
  progress: { key: string; value: LibraryProgress }
  drafts: { key: string; value: LibraryDraft }
}

/** Stands for the folders in `../opfs` as well. */
const VERSION = 2

/** This browser's shares, kept across reloads and crashes in IndexedDB. Every write is one transaction. */
export class IndexedLibrary implements Library {
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
  static async open(versions: Versions): Promise<IndexedLibrary | null> {
    const library = new IndexedLibrary(versions)
    try {
      await library.#connected()
      return library
    } catch (error) {
      if (error instanceof OutdatedPage) throw error
      return null
    }
  }

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
      return await this.#versions.open<LibrarySchema>({
        name: LIBRARY_NAME,
        version: VERSION,
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
