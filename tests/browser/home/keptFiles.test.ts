import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openKept } from '../../../src/home/library/keptFiles.ts'
import type { KeptFile } from '../../../src/storage/library.ts'

/** Handles of the browser's private files: as good as those of the disk, but for leave, which they always have. */

let folder: FileSystemDirectoryHandle

beforeEach(async () => {
  const root = await navigator.storage.getDirectory()
  folder = await root.getDirectoryHandle('kept files', { create: true })
})

afterEach(async () => {
  vi.restoreAllMocks()
  await (await navigator.storage.getDirectory()).removeEntry('kept files', { recursive: true })
})

async function keep(name: string, text: string, inFolder: boolean): Promise<KeptFile> {
  const handle = await folder.getFileHandle(name, { create: true })
  const writable = await handle.createWritable()
  await writable.write(text)
  await writable.close()
  const { size, lastModified } = await handle.getFile()
  return { size, lastModified, handle, folder: inFolder ? folder : null }
}

describe('openKept', () => {
  it('opens what is as it was', async () => {
    const files = await openKept([await keep('a', 'one', false), await keep('b', 'two', false)], false)
    expect(await Promise.all((files ?? []).map((file) => file.text()))).toEqual(['one', 'two'])
  })

  it('opens nothing when one of the files was changed', async () => {
    const kept = [await keep('a', 'one', false), await keep('b', 'two', false)]
    await keep('b', 'three', false)
    expect(await openKept(kept, true)).toBeNull()
  })

  it('opens nothing when one of the files is gone', async () => {
    const kept = [await keep('a', 'one', false), await keep('b', 'two', false)]
    await folder.removeEntry('a')
    expect(await openKept(kept, true)).toBeNull()
  })

  it('asks once for a folder, and once for each file by itself', async () => {
    const kept = [await keep('a', '1', true), await keep('b', '2', true), await keep('c', '3', false)]
    const ask = vi.spyOn(FileSystemHandle.prototype, 'requestPermission')
    expect(await openKept(kept, true)).toHaveLength(3)
    expect(ask.mock.contexts.map((handle) => (handle as FileSystemHandle).name)).toEqual(['kept files', 'c'])
  })

  it('opens nothing, and asks nothing, unless asked to ask', async () => {
    const kept = [await keep('a', '1', true)]
    const ask = vi.spyOn(FileSystemHandle.prototype, 'requestPermission')
    vi.spyOn(FileSystemHandle.prototype, 'queryPermission').mockResolvedValue('prompt')
    expect(await openKept(kept, false)).toBeNull()
    expect(ask).not.toHaveBeenCalled()
  })

  it('opens nothing when the user refuses', async () => {
    const kept = [await keep('a', '1', false)]
    vi.spyOn(FileSystemHandle.prototype, 'requestPermission').mockResolvedValue('denied')
    expect(await openKept(kept, true)).toBeNull()
  })
})
