import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FolderDisk } from '../../server/peer/folderDisk.ts'
import { makeMetainfo, torrentFileOf } from '../../src/torrent/metainfo.ts'
import { temporaryFolder } from '../server/support/testServer.ts'
import { MemoryHome, reaches } from './support/memoryHome.ts'

/* A share from phase to phase, in an engine that reaches nobody. */

/** To a tracker that never answers. */
class SilentSocket {
  static readonly OPEN = 1
  readonly readyState = 0
  close(): void {
    // It was never open.
  }
}

let home: MemoryHome

beforeEach(() => {
  home = new MemoryHome()
  vi.stubGlobal('WebSocket', SilentSocket)
})
afterEach(async () => {
  await home.end()
  vi.unstubAllGlobals()
})

test('files are hashed, given, and given on by the next engine, which opens them again', async () => {
  const first = await home.start()
  const id = first.addFiles([home.file('a.txt', 'one'), home.file('b.txt', 'two')], 'letters')
  const { infoHash, link } = await reaches(first, 'seeding')
  expect(first.shares()).toMatchObject([{ id, mine: true, name: 'letters', size: 6, progress: 1 }])
  expect(link).toContain(infoHash)
  expect(await home.library.drafts()).toEqual([])
  expect(await (await first.fileBlob(id, 1)).text()).toBe('two')
  await first.close()

  home.hashing = new Promise(() => undefined)
  const second = await home.start()
  expect(await reaches(second, 'seeding')).toMatchObject({ infoHash, name: 'letters', progress: 1 })
})

test('a copy of one’s own files is given on when they cannot be opened again, and goes with the share', async () => {
  const folder = temporaryFolder()
  home.disk = new FolderDisk(folder)
  const first = await home.start()
  const files = [home.file('a.txt', 'one'), home.file('b.txt', 'two')]
  const id = first.addFiles(files, 'letters')
  const { infoHash, copy } = await reaches(first, 'seeding')
  expect(copy).toBe(0)
  await first.keepCopy(id)
  expect(first.shares()).toMatchObject([{ mine: true, copy: 1 }])
  await first.close()

  home.opens = 'never'
  const second = await home.start()
  expect(await reaches(second, 'seeding')).toMatchObject({ infoHash, mine: true, copy: 1, progress: 1 })
  const [again] = second.shares()
  expect(await (await second.fileBlob(again?.id ?? '', 1)).text()).toBe('two')
  await second.remove(again?.id ?? '')
  expect(await home.disk.sizes()).toEqual(new Map())
  await second.close()
  expect((await home.start()).shares()).toEqual([])
})

test('what is pasted is copied by itself, and no copy is kept of what was changed meanwhile', async () => {
  home.disk = new FolderDisk(temporaryFolder())
  const first = await home.start()
  const { file } = home.file('note.txt', 'a note')
  first.addFiles([{ file, path: ['note.txt'] }], 'note.txt', { keepsCopy: true })
  await expect.poll(() => first.shares()[0]?.copy).toBe(1)
  await first.close()
  home.opens = 'never'
  const second = await home.start()
  await reaches(second, 'seeding')
  const changed = new File(['was'], 'b.txt')
  const id = second.addFiles([{ file: changed, path: ['b.txt'] }], 'b.txt')
  await expect.poll(() => second.shares()[0]?.state).toBe('seeding')
  changed.arrayBuffer = () => Promise.resolve(new TextEncoder().encode('is!').buffer)
  changed.slice = () => new Blob(['is!'])
  await expect(second.keepCopy(id)).rejects.toMatchObject({ problem: { code: 'files-damaged' } })
  expect(second.shares()[0]?.copy).toBe(0)
  await second.close()
  // Of the two, what was pasted first has a copy.
  expect(await home.disk.sizes()).toHaveProperty('size', 1)
})

test('half a copy does not stay, whether the share is removed meanwhile or goes on elsewhere', async () => {
  home.disk = new FolderDisk(temporaryFolder())
  for (const ends of ['remove', 'close'] as const) {
    const engine = await home.start()
    const id = engine.addFiles([home.file('a.txt', 'one')], ends)
    await reaches(engine, 'seeding')
    const copying = expect(engine.keepCopy(id)).rejects.toThrow('share-ended')
    await engine[ends](id)
    await copying
    expect(await home.disk.sizes()).toEqual(new Map())
  }
})

test('files that turn out not to be those of a share that sleeps are added as they were meant', async () => {
  home.disk = new FolderDisk(temporaryFolder())
  const first = await home.start()
  first.addFiles([home.file('a.txt', 'one')], 'letters')
  await reaches(first, 'seeding')
  await first.close()
  home.opens = 'asked'
  const second = await home.start()
  const other = { file: new File(['two'], 'b.txt'), path: ['b.txt'] }
  second.addFiles([other], 'b.txt', { keepsCopy: true, leftOut: ['empty'] })
  await expect.poll(() => second.shares()).toMatchObject([{ name: 'b.txt', copy: 1, leftOut: ['empty'] }, {}])
})

test('there is no copy where the home has no disk', async () => {
  const engine = await home.start()
  engine.addFiles([home.file('a.txt', 'one')], 'letters')
  expect(await reaches(engine, 'seeding')).toMatchObject({ copy: null })
})

test('a share can be renamed while it is hashed, and not afterwards', async () => {
  const hashed = Promise.withResolvers<undefined>()
  home.hashing = hashed.promise
  const engine = await home.start()
  const id = engine.addFiles([home.file('a.txt', 'one')], 'before')
  engine.rename(id, 'after')
  expect(engine.shares()).toMatchObject([{ state: 'hashing', name: 'after', infoHash: null }])
  hashed.resolve(undefined)
  await reaches(engine, 'seeding')
  engine.rename(id, 'too late')
  expect(engine.shares()).toMatchObject([{ name: 'after' }])
})

test('what is removed while it is hashed leaves nothing behind', async () => {
  const hashed = Promise.withResolvers<undefined>()
  home.hashing = hashed.promise
  const engine = await home.start()
  const id = engine.addFiles([home.file('a.txt', 'one')], 'gone')
  expect(await home.library.drafts()).toHaveLength(1)
  await engine.remove(id)
  hashed.resolve(undefined)
  await new Promise((resolve) => setTimeout(resolve, 10))
  expect(engine.shares()).toEqual([])
  expect(await home.library.drafts()).toEqual([])
  expect(home.library.entries.size).toBe(0)
})

test('files that were never hashed to the end are hashed anew: at once, or when somebody allows it', async () => {
  home.hashing = new Promise(() => undefined)
  const first = await home.start()
  const id = first.addFiles([home.file('a.txt', 'one')], 'draft')
  await first.close()

  home.hashing = Promise.resolve()
  home.opens = 'asked'
  const second = await home.start()
  expect(second.shares()).toMatchObject([{ id, state: 'asleep', wakeable: true, name: 'draft' }])
  home.opens = 'never'
  await expect(second.wake(id, null)).rejects.toThrow('files-not-opened')
  expect(second.shares()).toMatchObject([{ state: 'asleep' }])
  home.opens = 'asked'
  await second.wake(id, null)
  await reaches(second, 'seeding')
})

test('a share whose files cannot be opened sleeps, and wakes with the same files and no others', async () => {
  const first = await home.start()
  first.addFiles([home.file('a.txt', 'one')], 'letters')
  await reaches(first, 'seeding')
  await first.close()

  home.opens = 'asked'
  const second = await home.start()
  const [{ id } = { id: '' }] = second.shares()
  expect(second.shares()).toMatchObject([{ state: 'asleep', wakeable: true, size: 3 }])
  await expect(second.wake(id, [home.file('a.txt', 'longer')])).rejects.toThrow('files-of-other-sizes')
  const waking = second.wake(id, [home.file('a.txt', 'two')])
  expect(second.shares()).toMatchObject([{ state: 'hashing' }])
  await expect(waking).rejects.toThrow('files-of-other-contents')
  expect(second.shares()).toMatchObject([{ state: 'asleep' }])
  await second.wake(id, [home.file('a.txt', 'one')])
  await reaches(second, 'seeding')
})

test('waking is cancelled by removing it, and the share sleeps on', async () => {
  const first = await home.start()
  first.addFiles([home.file('a.txt', 'one')], 'letters')
  await reaches(first, 'seeding')
  await first.close()

  home.opens = 'never'
  const second = await home.start()
  const [{ id } = { id: '' }] = second.shares()
  const hashed = Promise.withResolvers<undefined>()
  home.hashing = hashed.promise
  const waking = second.wake(id, [home.file('a.txt', 'one')])
  await second.remove(id)
  hashed.resolve(undefined)
  await expect(waking).rejects.toThrow('cancelled')
  expect(second.shares()).toMatchObject([{ id, state: 'asleep' }])
})

test('a torrent waits for a click, which needs a file that is wanted, and goes on after a pause and another engine', async () => {
  const metainfo = await makeMetainfo({
    name: 'film',
    pieceLength: 16_384,
    pieces: new Uint8Array(40),
    files: [
      { path: ['a'], length: 16_384 },
      { path: ['b'], length: 16_384 },
    ],
    single: false,
  })
  const first = await home.start()
  const id = await first.openTorrentFile(torrentFileOf(metainfo, [], []))
  await reaches(first, 'ready')
  first.want(id, new Set())
  await expect(first.download(id)).rejects.toThrow('nothing-chosen')
  first.want(id, new Set([1]))
  expect(home.library.entries.size).toBe(0)
  await first.download(id)
  expect(first.shares()).toMatchObject([{ state: 'waiting', progress: 0 }])
  first.pause(id)
  expect(first.shares()).toMatchObject([{ state: 'paused' }])
  await first.close()

  const second = await home.start()
  expect(second.shares()).toMatchObject([{ state: 'paused', files: [{ wanted: false }, { wanted: true }] }])
  second.resume(second.shares()[0]?.id ?? '')
  expect(second.shares()).toMatchObject([{ state: 'waiting' }])
})

test('what does not fit into memory stays ready, and says why', async () => {
  const metainfo = await makeMetainfo({
    name: 'film',
    pieceLength: 2 ** 24,
    pieces: new Uint8Array(20 * 128),
    files: [{ path: ['film'], length: 2 ** 31 }],
    single: true,
  })
  const engine = await home.start()
  const id = await engine.openTorrentFile(torrentFileOf(metainfo, [], []))
  await reaches(engine, 'ready')
  await expect(engine.download(id)).rejects.toMatchObject({
    problem: { code: 'cannot-download', failure: { code: 'no-disk' } },
  })
  expect(engine.shares()).toMatchObject([{ state: 'ready' }])
})

test('a share of files that cannot be read has failed, and can be tried again', async () => {
  const engine = await home.start()
  home.hashing = Promise.reject(new Error('The disk is on fire.'))
  home.hashing.catch(() => undefined)
  const id = engine.addFiles([home.file('a.txt', 'one')], 'letters')
  expect(await reaches(engine, 'failed')).toMatchObject({
    failure: { code: 'unexpected', message: 'The disk is on fire.' },
  })
  home.hashing = Promise.resolve()
  engine.retry(id)
  expect(engine.shares()).toMatchObject([{ state: 'fetching', failure: null }])
  await reaches(engine, 'seeding')
})

test('a share of the library goes on being noted there: what was looked through is not read again', async () => {
  const metainfo = await makeMetainfo({
    name: 'film',
    pieceLength: 16_384,
    pieces: new Uint8Array(20),
    files: [{ path: ['film'], length: 16_384 }],
    single: true,
  })
  home.disk = new FolderDisk(temporaryFolder())
  const first = await home.start()
  const id = await first.openTorrentFile(torrentFileOf(metainfo, [], []))
  await reaches(first, 'ready')
  await first.download(id)
  await first.close()
  expect(home.library.progress.get(metainfo.infoHash)).toMatchObject({ checkedAt: null })

  await home.start()
  const checkedAt = () => home.library.progress.get(metainfo.infoHash)?.checkedAt
  await expect.poll(checkedAt).toEqual(expect.any(Number))
})
