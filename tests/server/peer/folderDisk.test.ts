import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FolderDisk, type StoredShare } from '../../../server/peer/folderDisk.ts'
import { parseInfoHash } from '../../../src/core/infoHash.ts'
import { describePieceStore, patternBytes, same } from '../../storage/pieceStoreContract.ts'
import { temporaryFolder } from '../support/testServer.ts'

function share(...lengths: readonly number[]): StoredShare {
  const infoHash = parseInfoHash('a'.repeat(40))
  if (!infoHash) throw new Error('This is an info hash.')
  let size = 0
  const files = lengths.map((length, index) => {
    const start = size
    size += length
    return { path: [`folder ${index}`, 'file'], length, start, place: index, pathAt: 0 }
  })
  return { infoHash, name: 'share', single: false, files, size }
}

describePieceStore({
  name: 'FilesStore',
  writable: true,
  async open(bytes) {
    const lengths = [0, 1, 70_000, 0, bytes.length - 70_001]
    const store = await new FolderDisk(temporaryFolder()).openStore(share(...lengths))
    await store.write(0, bytes)
    return store
  },
})

test('data is found again after it was closed, as files by their names, and forgotten once destroyed', async () => {
  const folder = temporaryFolder()
  const disk = new FolderDisk(folder)
  const stored = share(1000, 2000)
  const bytes = patternBytes(3000)
  expect(await disk.has(stored)).toBe(false)
  const store = await disk.openStore(stored)
  await store.write(0, bytes)
  await store.close()
  await expect(store.read(0, 1)).rejects.toMatchObject({ name: 'StoreError' })
  const path = join(folder, stored.infoHash, 'share', 'folder 1', 'file')
  expect((await stat(path)).size).toBe(2000)
  expect(await disk.has(stored)).toBe(true)
  expect(await disk.has(share(1000, 2001))).toBe(false)
  expect(await disk.sizes()).toEqual(new Map([[stored.infoHash, 3000]]))

  const again = await disk.openStore(stored)
  expect(same(await again.read(0, 3000), bytes)).toBe(true)
  await again.destroy()
  expect(await disk.has(stored)).toBe(false)
  expect(await disk.sizes()).toEqual(new Map())
})

test('padding between files is read as zeros, and is in no file', async () => {
  const disk = new FolderDisk(temporaryFolder())
  const { files, ...rest } = share(1000, 500)
  const padded = {
    ...rest,
    files: files.map((file, index) => ({ ...file, start: index * 1024 })),
    size: 2048,
  }
  const store = await disk.openStore(padded)
  const bytes = patternBytes(2048).fill(0, 1000, 1024).fill(0, 1524)
  await store.write(0, bytes)
  expect(same(await store.read(0, 2048), bytes)).toBe(true)
  const memory = new Uint8Array(1048).fill(7)
  expect(await store.read(1000, 1048, () => memory)).toBe(memory)
  expect(same(memory, bytes.subarray(1000)), 'whatever was there').toBe(true)
  await store.close()
  const contents = await Promise.all((await disk.contents(padded)).map((part) => part.bytes()))
  expect(same(Buffer.concat(contents), bytes)).toBe(true)
})

test('a file that is in the way of a folder is told of, and stays', async () => {
  const folder = temporaryFolder()
  const stored = share(10)
  await mkdir(join(folder, stored.infoHash))
  await writeFile(join(folder, stored.infoHash, 'share'), 'mine')
  await expect(new FolderDisk(folder).openStore(stored)).rejects.toMatchObject({ name: 'StoreError' })
})

test('there is as much room as the disk has, and what is used is what lies in the folder', async () => {
  const disk = new FolderDisk(temporaryFolder())
  await (await disk.openStore(share(5000))).close()
  const { usage = 0, quota = 0 } = await disk.room.estimate()
  expect(usage).toBe(5000)
  expect(quota).toBeGreaterThan(5000)
})
