import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hashPieces } from '../../../server/peer/hashPieces.ts'
import { localFiles, openKept } from '../../../server/peer/localFiles.ts'
import type { KeptFile } from '../../../src/storage/library.ts'
import type { LocalFile } from '../../../src/swarm/engineApi.ts'
import { patternBytes, same } from '../../storage/pieceStoreContract.ts'
import { temporaryFolder } from '../support/testServer.ts'

const PIECE = 65_536
const options = { pieceLength: PIECE, signal: new AbortController().signal, progress: () => undefined }

const kept = ({ file, handle = null }: LocalFile): KeptFile => ({
  size: file.size,
  lastModified: file.lastModified,
  handle,
  folder: null,
})

test('a folder’s files are named from the folder on, and can be opened again while they are as they were', async () => {
  const folder = join(temporaryFolder(), 'summer')
  await mkdir(join(folder, 'sea'), { recursive: true })
  await writeFile(join(folder, 'a.txt'), 'one')
  await writeFile(join(folder, 'sea', 'b.txt'), 'two')
  const files = await localFiles(folder)
  const paths = files.map(({ path }) => path.join('/'))
  expect(paths.sort()).toEqual(['summer/a.txt', 'summer/sea/b.txt'])
  const opened = await openKept(files.map(kept))
  expect(await Promise.all((opened ?? []).map((file) => file.text()))).toEqual(
    await Promise.all(files.map(({ file }) => file.text())),
  )
  await utimes(join(folder, 'a.txt'), 1, 1)
  expect(await openKept(files.map(kept))).toBeNull()
  expect(await openKept([{ size: 3, lastModified: 1, handle: null, folder: null }])).toBeNull()
})

test('pieces are hashed over the files laid end to end, and progress is told up to the last byte', async () => {
  const folder = join(temporaryFolder(), 'files')
  await mkdir(folder)
  const bytes = patternBytes(1_000_000)
  const cuts = [0, 0, 70_000, 800_000, bytes.length]
  for (const [index, end] of cuts.slice(1).entries())
    await writeFile(join(folder, String(index)), bytes.subarray(cuts[index], end))
  const files = (await localFiles(folder)).sort((a, b) => (a.file.name < b.file.name ? -1 : 1))
  const seen: number[] = []
  const digests = await hashPieces(
    files.map(({ file }) => file),
    { ...options, progress: (done) => seen.push(done) },
  )
  expect(digests).toHaveLength(16 * 20)
  const last = new Uint8Array(await crypto.subtle.digest('SHA-1', bytes.slice(15 * PIECE)))
  expect(same(digests.subarray(-20), last)).toBe(true)
  const first = new Uint8Array(await crypto.subtle.digest('SHA-1', bytes.slice(0, PIECE)))
  expect(same(digests.subarray(0, 20), first)).toBe(true)
  expect(seen.at(-1)).toBe(bytes.length)
})

test('a file that changes while it is hashed is named, and hashing ends when it is told to', async () => {
  const path = join(temporaryFolder(), 'goes')
  await writeFile(path, patternBytes(1_000_000))
  const [local] = await localFiles(path)
  if (!local) throw new Error('There is one file.')
  await writeFile(path, 'something else')
  await expect(hashPieces([new Blob(['here']), local.file], options)).rejects.toMatchObject({ file: 1 })

  const stop = new AbortController()
  const large = new Blob([patternBytes(1_000_000)])
  const hashing = hashPieces([large], {
    ...options,
    signal: stop.signal,
    progress: () => stop.abort(new Error('enough')),
  })
  await expect(hashing).rejects.toThrow('enough')
})
