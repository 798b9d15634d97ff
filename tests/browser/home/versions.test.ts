import { deleteDB, openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { InfoHash } from '../../../src/core/infoHash.ts'
import { IndexedLibrary } from '../../../src/home/library/indexedLibrary.ts'
import { LIBRARY_NAME } from '../../../src/home/library/libraryName.ts'
import { IndexedNotes } from '../../../src/home/library/indexedNotes.ts'
import { Versions } from '../../../src/home/library/siteDatabase.ts'
import { OutdatedPage } from '../../../src/home/problems.ts'
import { becomeOwner } from '../../../src/home/ownership.ts'

/** Tabs of two versions of the page in one browser; the newer one's database is of version 99. */

const clean = () => Promise.all([deleteDB(LIBRARY_NAME), deleteDB('shoal.notes')])
const ENTRY = {
  infoHash: 'a'.repeat(40) as InfoHash,
  torrentFile: Uint8Array.of(1),
  files: null,
  wanted: null,
  paused: false,
  addedAt: 1,
}

async function open(versions: Versions): Promise<IndexedLibrary> {
  const library = await IndexedLibrary.open(versions)
  if (!library) throw new Error('this browser has no IndexedDB')
  return library
}

beforeEach(clean)
afterEach(clean)

describe('a tab of an older version', () => {
  it('is told to let go, and a newer one goes on once it has', async () => {
    const older = new Versions(() => undefined)
    const library = await open(older)
    await library.put(ENTRY)
    const newer = openDB(LIBRARY_NAME, 99)
    await older.outdated
    library.close()
    const database = await newer
    expect(await database.getAllKeys('entries')).toEqual([ENTRY.infoHash])
    database.close()
  })

  it('is refused in words, and what is kept stays', async () => {
    const database = await openDB(LIBRARY_NAME, 99, { upgrade: (found) => void found.createObjectStore('x') })
    await database.put('x', 'kept', 'key')
    database.close()
    await expect(IndexedLibrary.open(new Versions(() => undefined))).rejects.toThrow(OutdatedPage)
    const again = await openDB(LIBRARY_NAME, 99)
    expect(await again.get('x', 'key')).toBe('kept')
    again.close()
  })

  it('is refused by the notes as well', async () => {
    ;(await openDB('shoal.notes', 99)).close()
    await expect(IndexedNotes.open(new Versions(() => undefined))).rejects.toThrow(OutdatedPage)
  })

  it('hands over what it moves, or stops waiting for it', async () => {
    const [first, second] = [new Versions(() => undefined), new Versions(() => undefined)]
    const handOver = vi.fn(() => Promise.resolve({ files: new Map(), unhashed: [] }))
    await becomeOwner({ elsewhere: () => undefined, handOver, outdated: first.outdated })
    const waits = Promise.withResolvers<undefined>()
    const waiting = becomeOwner({
      elsewhere: () => waits.resolve(undefined),
      handOver: vi.fn(),
      outdated: second.outdated,
    })
    await waits.promise
    second.becomeOutdated()
    await expect(waiting).rejects.toThrow(OutdatedPage)
    expect(handOver).not.toHaveBeenCalled()
    first.becomeOutdated()
    await expect.poll(() => handOver.mock.calls.length).toBe(1)
    await navigator.locks.request('shoal.engine', () => undefined)
  })
})

it('a tab of a newer version says that it waits for an older one', async () => {
  const older = await openDB(LIBRARY_NAME, 1)
  const waits = vi.fn()
  const opening = open(new Versions(waits))
  await expect.poll(() => waits.mock.calls.length).toBe(1)
  older.close()
  ;(await opening).close()
})
