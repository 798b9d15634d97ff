import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { makeAwkwardFolder, makeFile } from '../../support/files.ts'
import { fetchInNode } from '../../support/node/nodePeer.ts'
import { NodeEngine } from '../../support/nodeEngine.ts'
import { startTestServer, temporaryFolder } from '../support/testServer.ts'

/* Sealed shares between engines in Node: real WebRTC, a real tracker, real files. */

const SEALED = { sealed: true }
const HOUR = 3_600_000
const LONG = { timeout: 60_000, interval: 100 }

interface Scene {
  readonly folder: string
  readonly tracker: string
  readonly start: (name: string) => Promise<NodeEngine>
}

async function scene(): Promise<Scene> {
  const { url } = await startTestServer()
  const folder = temporaryFolder()
  return {
    folder,
    tracker: `${url.replace(/^http/, 'ws')}announce`,
    start: async (name) => {
      const engine = await NodeEngine.start(url, join(folder, name))
      onTestFinished(() => engine.stop())
      return engine
    },
  }
}

const hashIn = (link: string) => /#([0-9a-f]{40})/.exec(link)?.[1] ?? ''
const withoutKey = (link: string) => link.slice(0, link.indexOf('&key='))

test('a file, and a folder with an empty file, go from seal to link to fetch to read', async () => {
  const { folder, start } = await scene()
  const [ann, ben] = await Promise.all([start('ann'), start('ben')])
  const path = join(folder, 'film.bin')
  const sha1 = await makeFile(path, 1_500_000, 'from Ann to Ben')
  const link = await ann.give(path, 'film.bin', SEALED)
  expect(link).toMatch(/#[0-9a-f]{40}&key=[\w-]{43}$/)
  expect(await ben.look(link)).toMatchObject({
    state: 'ready',
    seal: 'open',
    name: 'film.bin',
    size: 1_500_000,
    files: [{ path: ['film.bin'], size: 1_500_000 }],
    magnet: expect.stringContaining('dn=sealed.shoal') as string,
    link,
  })
  expect(await ben.take(link)).toEqual({ 'film.bin': sha1 })
  // What was fetched stays sealed.
  const kept = readFileSync(join(folder, 'ben', hashIn(link), 'sealed.shoal'))
  expect(kept.includes(readFileSync(path).subarray(0, 32))).toBe(false)

  const names = join(folder, 'names')
  const contents = await makeAwkwardFolder(names)
  writeFileSync(join(names, 'nothing'), '')
  const nothing = createHash('sha1').digest('hex')
  expect(await ann.take(await ben.give(names, 'names', SEALED))).toEqual({ ...contents, nothing })
})

test('a share of nothing but an empty file', async () => {
  const { folder, start } = await scene()
  const [ann, ben] = await Promise.all([start('ann'), start('ben')])
  writeFileSync(join(folder, 'nothing'), '')
  const link = await ann.give(join(folder, 'nothing'), 'nothing', SEALED)
  expect(await ben.take(link)).toEqual({ nothing: createHash('sha1').digest('hex') })
})

test('without the key it can be carried and given on, and opened once the key is known', async () => {
  const { folder, start } = await scene()
  const [ann, ben] = await Promise.all([start('ann'), start('ben')])
  const path = join(folder, 'film.bin')
  const sha1 = await makeFile(path, 700_000, 'carried by Ben')
  const link = await ann.give(path, 'film.bin', SEALED)
  const bare = withoutKey(link)
  expect(await ben.look(bare)).toMatchObject({
    seal: 'locked',
    name: 'sealed.shoal',
    files: [{ path: ['sealed.shoal'] }],
    link: bare,
  })
  await ben.take(bare)
  await ann.stop()
  const cid = await start('cid')
  expect(await cid.take(link)).toEqual({ 'film.bin': sha1 })
  const { got } = ben
  expect(await ben.take(link)).toEqual({ 'film.bin': sha1 })
  expect(ben.got).toBe(got)
})

test('a plain client carries it', { timeout: 120_000 }, async () => {
  const { folder, start, tracker } = await scene()
  const ann = await start('ann')
  const path = join(folder, 'film.bin')
  const sha1 = await makeFile(path, 700_000, 'carried by others')
  const link = await ann.give(path, 'film.bin', SEALED)
  const { magnet } = await ann.look(link)
  const plain = fetchInNode(tracker, magnet ?? '', join(folder, 'plain'))
  onTestFinished(() => plain.stop())
  expect(Object.keys((await plain.told('done')).files)).toEqual(['sealed.shoal'])
  await ann.stop()
  const ben = await start('ben')
  expect(await ben.take(link)).toEqual({ 'film.bin': sha1 })
})

test('a film is read from its middle before the rest is here', async () => {
  const { folder, start } = await scene()
  const [ann, ben] = await Promise.all([start('ann'), start('ben')])
  mkdirSync(join(folder, 'films'))
  await makeFile(join(folder, 'films', 'a.bin'), 3_000_001, 'first')
  await makeFile(join(folder, 'films', 'b.bin'), 3_000_001, 'second')
  const link = await ann.give(join(folder, 'films'), 'films', SEALED)
  const part = await ben.read(link, 1, 1_000_000, 1_200_000)
  expect(part.equals(readFileSync(join(folder, 'films', 'b.bin')).subarray(1_000_000, 1_200_000))).toBe(true)
})

test('a wrong key is told, and shows nothing; the right one opens it afterwards', async () => {
  const { folder, start } = await scene()
  const [ann, ben] = await Promise.all([start('ann'), start('ben')])
  const path = join(folder, 'film.bin')
  const sha1 = await makeFile(path, 100_000, 'locked out')
  const link = await ann.give(path, 'film.bin', SEALED)
  const wrong = `${withoutKey(link)}&key=${'A'.repeat(43)}`
  await expect(ben.look(wrong)).rejects.toThrow('seal-damaged')
  expect(await ben.take(link)).toEqual({ 'film.bin': sha1 })
})

test('a password is asked for before anything is shown, and a wrong one told at once', async () => {
  const { folder, start } = await scene()
  const [ann, ben] = await Promise.all([start('ann'), start('ben')])
  const path = join(folder, 'film.bin')
  const sha1 = await makeFile(path, 100_000, 'open sesame')
  const terms = { password: 'sesame', endsAt: null }
  const link = await ann.give(path, 'film.bin', { ...SEALED, terms })
  const asking = await ben.asks(link)
  expect(asking).toMatchObject({ state: 'fetching', name: 'sealed.shoal' })
  expect(JSON.stringify(asking)).not.toContain('film.bin')
  await expect(ben.unlock(asking, 'Sesame')).rejects.toThrow('password-wrong')
  await ben.unlock(asking, 'sesame')
  expect(await ben.take(link)).toEqual({ 'film.bin': sha1 })
})

test('one that ends is over for who has fetched it: told, deleted, and given to nobody', async () => {
  let ahead = 0
  const now = Date.now
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => now() + ahead)
  onTestFinished(() => clock.mockRestore())
  const { folder, start } = await scene()
  const [ann, ben] = await Promise.all([start('ann'), start('ben')])
  const path = join(folder, 'film.bin')
  const sha1 = await makeFile(path, 100_000, 'for an hour')
  const terms = { password: null, endsAt: Date.now() + HOUR }
  const link = await ann.give(path, 'film.bin', { ...SEALED, terms })
  expect(await ben.take(link)).toEqual({ 'film.bin': sha1 })
  const kept = join(folder, 'ben', hashIn(link), 'sealed.shoal')
  expect(existsSync(kept)).toBe(true)
  ahead = HOUR
  const ended = expect.objectContaining({ state: 'failed', failure: { code: 'seal-expired' } }) as unknown
  for (const engine of [ann, ben]) await vi.waitFor(() => expect(engine.shares).toEqual([ended]), LONG)
  await vi.waitFor(() => expect(existsSync(kept)).toBe(false), LONG)
  expect(existsSync(path)).toBe(true)
  const cid = await start('cid')
  expect((await cid.meets(link, 'alone')).files).toEqual([])
})
