import { beforeEach, describe, expect, it } from 'vitest'
import type { InfoHash } from '../../../src/core/infoHash.ts'
import { IndexedLibrary } from '../../../src/home/library/indexedLibrary.ts'
import type { LibraryEntry } from '../../../src/storage/library.ts'
import { Versions } from '../../../src/home/library/siteDatabase.ts'

function entry(digit: string, addedAt: number): LibraryEntry {
  const infoHash = digit.repeat(40) as InfoHash
  return { infoHash, torrentFile: Uint8Array.of(1, 2), files: null, wanted: null, paused: false, addedAt }
}

async function open(): Promise<IndexedLibrary> {
  const library = await IndexedLibrary.open(new Versions(() => undefined))
  if (!library) throw new Error('this browser has no IndexedDB')
  return library
}

beforeEach(async () => {
  const library = await open()
  for (const { entry: kept } of await library.all()) await library.delete(kept.infoHash)
})

describe('Library', () => {
  it('remembers shares in the order they were added, with how far they are', async () => {
    const library = await open()
    await library.put(entry('b', 2))
    await library.put(entry('a', 1))
    await library.putProgress('b'.repeat(40) as InfoHash, {
      bitfield: Uint8Array.of(0x80),
      got: 5,
      given: 6,
      checkedAt: null,
    })
    const all = await (await open()).all()
    expect(all.map((each) => each.entry.infoHash[0])).toEqual(['a', 'b'])
    expect(all[0]?.progress).toBeNull()
    expect(all[1]?.progress).toEqual({ bitfield: Uint8Array.of(0x80), got: 5, given: 6, checkedAt: null })
  })

  it('keeps handles of files, which open the file again', async () => {
    const root = await navigator.storage.getDirectory()
    const handle = await root.getFileHandle('kept', { create: true })
    const library = await open()
    await library.put({ ...entry('c', 3), files: [{ size: 0, lastModified: 1, handle, folder: null }] })
    const [found] = await library.all()
    const kept = found?.entry.files?.[0]?.handle as FileSystemFileHandle | undefined
    expect(await kept?.isSameEntry(handle)).toBe(true)
  })
})
