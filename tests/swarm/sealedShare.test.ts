import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { keyOf } from '../../src/core/sealSecret.ts'
import { readMetainfo } from '../../src/torrent/metainfo.ts'
import { NO_TERMS } from '../../src/swarm/engineApi.ts'
import { MemoryHome, reaches, SilentSocket } from './support/memoryHome.ts'

/* A sealed share of the user's own files from phase to phase, in an engine that reaches nobody. */

let home: MemoryHome

beforeEach(() => {
  home = new MemoryHome()
  vi.stubGlobal('WebSocket', SilentSocket)
})
afterEach(async () => {
  await home.end()
  vi.unstubAllGlobals()
})

const SEALED = { sealed: true }

async function partsOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  return parts
}

test('files are sealed, read, and given on under the same key by the next engine', async () => {
  const first = await home.start()
  const id = first.addFiles([home.file('a.txt', 'one'), home.file('b.txt', 'two')], 'letters', SEALED)
  const { infoHash, link } = await reaches(first, 'seeding')
  expect(first.shares()).toMatchObject([{ name: 'letters', size: 6, seal: 'open', files: [{ size: 3 }, {}] }])
  expect(link).toContain(infoHash)
  expect(keyOf(link ?? '')).not.toBeNull()
  expect(await (await first.fileBlob(id, 1)).text()).toBe('two')
  await first.close()

  const second = await home.start()
  expect(await reaches(second, 'seeding')).toMatchObject({ infoHash, link, name: 'letters', seal: 'open' })
  const reading = infoHash && second.read(infoHash, 0)
  expect(Buffer.from((await reading?.read(0, 3)) ?? []).toString()).toBe('one')
})

test('nobody but the link and the library is told the key or the names', async () => {
  const engine = await home.start()
  const id = engine.addFiles([home.file('secret plan.txt', 'one')], 'secret plan.txt', SEALED)
  const { link, magnet } = await reaches(engine, 'seeding')
  const key = keyOf(link ?? '') ?? 'none'
  const torrent = Buffer.from(engine.torrentFile(id) ?? []).toString('latin1')
  for (const told of [magnet ?? '', torrent]) {
    expect(told).toContain('sealed.shoal')
    expect(told).not.toContain(key)
    expect(told).not.toContain('secret')
  }
})

test('the same files sealed twice have nothing in common outside', async () => {
  const engine = await home.start()
  engine.addFiles([home.file('a.txt', 'one')], 'a.txt', SEALED)
  await expect.poll(() => engine.shares().filter(({ state }) => state === 'seeding')).toHaveLength(1)
  engine.addFiles([home.file('a.txt', 'one')], 'a.txt', SEALED)
  await expect.poll(() => engine.shares().filter(({ state }) => state === 'seeding')).toHaveLength(2)
  const [one, other] = engine.shares()
  expect(one?.infoHash).not.toBe(other?.infoHash)
  expect(keyOf(one?.link ?? '')).not.toBe(keyOf(other?.link ?? ''))
})

test('files that were to be sealed are sealed after a reload as well', async () => {
  home.hashing = new Promise(() => undefined)
  const first = await home.start()
  first.addFiles([home.file('a.txt', 'one')], 'draft', SEALED)
  expect(await home.library.drafts()).toMatchObject([{ sealed: true }])
  await first.close()

  home.hashing = Promise.resolve()
  const second = await home.start()
  expect(await reaches(second, 'seeding')).toMatchObject({ name: 'draft', seal: 'open' })
})

test('what another tab was hashing goes on sealed', async () => {
  home.hashing = new Promise(() => undefined)
  const first = await home.start()
  first.addFiles([home.file('a.txt', 'one')], 'handed', SEALED)
  const handed = await first.close()
  expect(handed.unhashed).toMatchObject([{ name: 'handed', sealed: true }])
})

test('a name that is changed while it is hashed is the one that is sealed', async () => {
  const hashed = Promise.withResolvers<undefined>()
  home.hashing = hashed.promise
  const engine = await home.start()
  const id = engine.addFiles([home.file('a.txt', 'one')], 'before', SEALED)
  engine.rename(id, 'after')
  hashed.resolve(undefined)
  expect(await reaches(engine, 'seeding')).toMatchObject({ name: 'after' })
})

test('one whose files cannot be opened sleeps, and wakes with the same files and no others', async () => {
  const first = await home.start()
  first.addFiles([home.file('a.txt', 'one')], 'letters', SEALED)
  const { infoHash } = await reaches(first, 'seeding')
  await first.close()

  home.opens = 'asked'
  const second = await home.start()
  const [{ id } = { id: '' }] = second.shares()
  expect(second.shares()).toMatchObject([{ state: 'asleep', wakeable: true, size: 3, seal: 'open' }])
  await expect(second.wake(id, [home.file('a.txt', 'two')])).rejects.toThrow('files-of-other-contents')
  await second.wake(id, [home.file('a.txt', 'one')])
  expect(await reaches(second, 'seeding')).toMatchObject({ infoHash })
})

test('dropped openly, files of one that sleeps are a share of their own', async () => {
  const first = await home.start()
  first.addFiles([home.file('a.txt', 'one')], 'letters', SEALED)
  await reaches(first, 'seeding')
  await first.close()

  home.opens = 'never'
  const second = await home.start()
  second.addFiles([home.file('a.txt', 'one')], 'letters')
  expect(await reaches(second, 'seeding')).toMatchObject({ seal: null })
  expect(second.shares()).toHaveLength(2)
})

test('a file that is saved is read from its beginning to its end, bit by bit', async () => {
  const engine = await home.start()
  const text = 'seven bytes of some millions'.repeat(150_000)
  const id = engine.addFiles([home.file('nothing', ''), home.file('text', text)], 'letters', SEALED)
  await reaches(engine, 'seeding')
  const parts = await partsOf(await engine.fileStream(id, 1))
  expect(parts.length).toBeGreaterThan(1)
  expect(Buffer.concat(parts).toString()).toBe(text)
  expect(await partsOf(await engine.fileStream(id, 0))).toEqual([])
})

test('what nobody has fetched becomes a sealed share, and an open one again', async () => {
  const engine = await home.start()
  const id = engine.addFiles([home.file('a.txt', 'one'), home.file('b.txt', 'two')], 'letters')
  const open = await reaches(engine, 'seeding')
  expect(open).toMatchObject({ seal: null, isUnfetched: true })
  const next = engine.reseal(id, true, NO_TERMS) ?? ''
  await expect.poll(() => engine.shares()).toMatchObject([{ id: next, name: 'letters', seal: 'open' }])
  const sealed = await reaches(engine, 'seeding')
  expect(sealed.files.map(({ path }) => path.join('/'))).toEqual(['a.txt', 'b.txt'])
  expect([...home.library.entries.keys()]).toEqual([sealed.infoHash])
  engine.reseal(sealed.id, false, NO_TERMS)
  await expect.poll(() => engine.shares()).toMatchObject([{ infoHash: open.infoHash, seal: null }])
})

test('a share that is still hashed is sealed instead', async () => {
  home.hashing = new Promise(() => undefined)
  const engine = await home.start()
  const id = engine.addFiles([home.file('a.txt', 'one')], 'letters')
  await expect.poll(() => engine.shares()).toMatchObject([{ state: 'hashing', isUnfetched: true }])
  engine.rename(id, 'Letters')
  home.hashing = Promise.resolve()
  engine.reseal(id, true, NO_TERMS)
  expect(await reaches(engine, 'seeding')).toMatchObject({ name: 'Letters', seal: 'open' })
})

test.each([
  { policy: 'offered', wished: undefined, seal: null },
  { policy: 'default', wished: undefined, seal: 'open' },
  { policy: 'default', wished: false, seal: null },
  { policy: 'only', wished: false, seal: 'open' },
] as const)(
  'on a site where it is $policy, and the visitor says $wished',
  async ({ policy, wished, seal }) => {
    home.sealed = policy
    const engine = await home.start()
    const options = wished === undefined ? {} : { sealed: wished }
    const id = engine.addFiles([home.file('a.txt', 'one')], 'letters', options)
    expect(await reaches(engine, 'seeding')).toMatchObject({ seal })
    expect(engine.reseal(id, false, NO_TERMS) === null).toBe(policy === 'only')
  },
)

describe('a share that ends by itself', () => {
  const terms = { password: null, endsAt: 2_000_000 }
  const over = { state: 'failed', failure: { code: 'seal-expired' } }
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 }))
  afterEach(() => void vi.useRealTimers())

  test('says when, and is served and remembered no more once that is over', async () => {
    const engine = await home.start()
    engine.addFiles([home.file('a.txt', 'one')], 'a.txt', { ...SEALED, terms })
    expect(await reaches(engine, 'seeding')).toMatchObject({ endsAt: 2_000_000 })
    vi.setSystemTime(2_000_001)
    await expect.poll(() => engine.shares(), { timeout: 10_000 }).toMatchObject([over])
    await expect.poll(() => home.library.entries.size).toBe(0)
  })

  test('has ended when the page comes back too late', async () => {
    const engine = await home.start()
    engine.addFiles([home.file('a.txt', 'one')], 'a.txt', { ...SEALED, terms })
    await reaches(engine, 'seeding')
    await engine.close()
    vi.setSystemTime(2_000_001)
    const second = await home.start()
    await expect.poll(() => second.shares()).toMatchObject([over])
    await expect.poll(() => home.library.entries.size).toBe(0)
  })
})

test('with a password it is given on by the next engine without asking, and never written down', async () => {
  const terms = { password: 'open sesame', endsAt: null }
  const first = await home.start()
  first.addFiles([home.file('a.txt', 'one')], 'a.txt', { ...SEALED, terms })
  expect(await home.library.drafts()).toEqual([])
  const { link } = await reaches(first, 'seeding')
  expect(link).toMatch(/&key=[\w-]{43}\.65536\.3\.1$/)
  await first.close()
  const second = await home.start()
  expect(await reaches(second, 'seeding')).toMatchObject({ link, name: 'a.txt', seal: 'open' })
  const written = [...home.library.entries.values()].map((entry) => JSON.stringify(entry)).join()
  expect(written).not.toContain('sesame')
})

test('the sealed file is what moves, and holds nothing that can be read', async () => {
  const engine = await home.start()
  const id = engine.addFiles([home.file('a.txt', 'what was sealed'.repeat(20_000))], 'a.txt', SEALED)
  await reaches(engine, 'seeding')
  const { size, stream } = await engine.sealedFile(id)
  const bytes = Buffer.concat(await partsOf(stream))
  expect(bytes).toHaveLength(size)
  expect(bytes.includes('sealed')).toBe(false)
  const { pieces, pieceLength } = await readMetainfo(engine.torrentFile(id) ?? expect.fail('It has one.'))
  for (let piece = 0; piece * pieceLength < size; piece++) {
    const digest = createHash('sha1').update(bytes.subarray(piece * pieceLength, (piece + 1) * pieceLength))
    expect(digest.digest().equals(pieces.subarray(piece * 20, piece * 20 + 20))).toBe(true)
  }
})
