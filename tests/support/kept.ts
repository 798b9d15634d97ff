import { expect, type BrowserContext, type Page } from '@playwright/test'
import type { LibraryEntry, LibraryProgress } from '../../src/storage/library.ts'

/** What the browser keeps for the site, seen past the page: its database, and its private files. */

export interface KeptShare {
  /** How many pieces the library says are here. */
  readonly pieces: number
  readonly paused: boolean
  readonly wanted: readonly number[] | null
}

/** A page of the site that runs none of its code: what the browser keeps can be changed behind the site's back. */
export async function openAside(context: BrowserContext, site: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(new URL('healthz', site).href)
  return page
}

/** What the library remembers of a share; null when it knows none. */
export async function keptShare(page: Page, infoHash: string): Promise<KeptShare | null> {
  return page.evaluate(async (key) => {
    // Opening a database that is not there would make an empty one, which the site could not use.
    const databases = await indexedDB.databases()
    if (!databases.some(({ name }) => name === 'shoal')) return null
    const settled = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('The database told no reason.'))
      })
    const database = await settled(indexedDB.open('shoal'))
    const stores = database.transaction(['entries', 'progress'])
    const [entry, progress] = await Promise.all([
      settled(stores.objectStore('entries').get(key) as IDBRequest<LibraryEntry | undefined>),
      settled(stores.objectStore('progress').get(key) as IDBRequest<LibraryProgress | undefined>),
    ])
    database.close()
    if (!entry) return null
    let pieces = 0
    for (let byte of progress?.bitfield ?? []) for (; byte > 0; byte >>= 1) pieces += byte & 1
    return { pieces, paused: entry.paused, wanted: entry.wanted }
  }, infoHash)
}

/** Takes a share out of the library, and leaves its data where it is. */
export async function forget(page: Page, infoHash: string): Promise<void> {
  await page.evaluate(async (key) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('shoal')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error ?? new Error('The database told no reason.'))
    })
    const stores = database.transaction(['entries', 'progress'], 'readwrite')
    stores.objectStore('entries').delete(key)
    stores.objectStore('progress').delete(key)
    await new Promise((resolve) => (stores.oncomplete = resolve))
    database.close()
  }, infoHash)
}

/** Waits until the library says that so many pieces are here: it is told once a second. */
export async function keptPiecesReach(page: Page, infoHash: string, pieces: number): Promise<void> {
  await expect
    .poll(async () => (await keptShare(page, infoHash))?.pieces ?? 0, { message: 'pieces in the library' })
    .toBeGreaterThanOrEqual(pieces)
}

/** Inverts one byte of what was fetched of a share, as a failing disk would. */
export async function damageByte(page: Page, infoHash: string, offset: number): Promise<void> {
  // A tab that was closed lets go of the file only a moment later.
  await expect(() => invertByte(page, infoHash, offset)).toPass({ timeout: 30_000 })
}

async function invertByte(page: Page, infoHash: string, offset: number): Promise<void> {
  await page.evaluate(
    async ([share, at]) => {
      const root = await navigator.storage.getDirectory()
      const folder = await (await root.getDirectoryHandle('shares')).getDirectoryHandle(share)
      const handle = await folder.getFileHandle('data')
      const [byte = 0] = new Uint8Array(await (await handle.getFile()).slice(at, at + 1).arrayBuffer())
      const writable = await handle.createWritable({ keepExistingData: true })
      await writable.write({ type: 'write', position: at, data: new Uint8Array([byte ^ 0xff]) })
      await writable.close()
    },
    [infoHash, offset] as const,
  )
}

/** Names of the shares that have a folder in the site's private files. */
export async function keptFolders(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    const shares = await root.getDirectoryHandle('shares').catch(() => null)
    const names: string[] = []
    for await (const name of shares?.keys() ?? []) names.push(name)
    return names
  })
}

/** How much the browser lets the site keep; null lifts the limit. Holds as long as this page is open. */
export async function limitQuota(page: Page, quotaSize: number | null): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const { origin } = new URL(page.url())
  await devtools.send(
    'Storage.overrideQuotaForOrigin',
    quotaSize === null ? { origin } : { origin, quotaSize },
  )
}

/** Has the browser promise to clear nothing that the site keeps, as it does for sites that people use much. */
export async function allowPersisting(page: Page, site: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const { origin } = new URL(site)
  await devtools.send('Browser.grantPermissions', { origin, permissions: ['durableStorage'] })
}

/** Clears everything that the site keeps, as the browser does by itself when the disk gets full. */
export async function clearAll(page: Page, site: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const { origin } = new URL(site)
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'file_systems,indexeddb' })
}
