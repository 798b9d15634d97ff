import { OutdatedPage } from '../problems.ts'
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

interface DatabaseOptions<Schema extends DBSchema> {
  readonly name: string
  readonly version: number
  readonly upgrade: (database: IDBPDatabase<Schema>, from: number) => void
  /** The browser has ended the connection: it does so when it clears what the site keeps. */
  readonly terminated?: () => void
}

/** What becomes of a tab when another one is of a newer version of the page, or of an older one. */
export class Versions {
  /** Settles when a newer version, in another tab, is about to change what is kept: this tab has to let go of it. */
  readonly outdated: Promise<void>
  /** An older version, in another tab, still holds what this one is about to change; it has been asked to let go. */
  readonly waits: () => void
  /** Settles {@link outdated}. */
  readonly becomeOutdated: () => void

  constructor(waits: () => void) {
    const { promise, resolve } = Promise.withResolvers<undefined>()
    this.outdated = promise
    this.becomeOutdated = () => resolve(undefined)
    this.waits = waits
  }

  /**
   * Opens a database of the site. Whoever changes how anything is kept (this one, or the folders of the browser's disk)
   * raises a version: that is what tabs notice each other by, and no two versions ever work on the same data.
   *
   * Rejects with {@link OutdatedPage} when what is there is newer than this page, and otherwise as the browser does.
   */
  async open<Schema extends DBSchema>({
    name,
    version,
    upgrade,
    terminated,
  }: DatabaseOptions<Schema>): Promise<IDBPDatabase<Schema>> {
    try {
      return await openDB<Schema>(name, version, {
        upgrade,
        blocked: this.waits,
        blocking: this.becomeOutdated,
        ...(terminated && { terminated }),
      })
    } catch (error) {
      throw error instanceof DOMException && error.name === 'VersionError' ? new OutdatedPage(error) : error
    }
  }
}
