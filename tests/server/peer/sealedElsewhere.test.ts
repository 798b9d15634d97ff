import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { makeFile } from '../../support/files.ts'
import { NodeEngine } from '../../support/nodeEngine.ts'
import { startOrigin } from '../../support/originServer.ts'
import { call, startPrivateServer } from '../support/api.ts'
import { startTestServer, temporaryFolder } from '../support/testServer.ts'

/* Sealed shares with all that else gives a share: the keeper, a web server, a private tracker. */

const SEALED = { sealed: true }

async function start(url: string, passkey: string | null = null): Promise<NodeEngine> {
  const engine = await NodeEngine.start(url, temporaryFolder(), null, passkey)
  onTestFinished(() => engine.stop())
  return engine
}

const hashIn = (link: string) => /#([0-9a-f]{40})/.exec(link)?.[1] ?? ''

test('the keeper keeps what it cannot read, and gives it on when its sender has gone', async () => {
  const dataDir = temporaryFolder()
  const server = await startTestServer({
    environment: { KEEPER: '10MB', KEEPER_FOR: 'everybody' },
    settings: { dataDir },
  })
  const [ann, ben] = [await start(server.url), await start(server.url)]
  const path = join(temporaryFolder(), 'plan.bin')
  const sha1 = await makeFile(path, 300_000, 'kept sealed')
  const link = await ann.give(path, 'plan.bin', SEALED)
  const infoHash = hashIn(link)
  const state = async () => {
    const { json } = await call(server, 'GET', `/api/keeper/shares/${infoHash}`)
    return (json as { state?: string } | undefined)?.state
  }
  // It runs some seconds after the server.
  await vi.waitFor(
    async () => {
      const { status } = await call(server, 'POST', '/api/keeper/shares', {}, { link: infoHash })
      expect(status).toBeLessThan(300)
    },
    { timeout: 30_000, interval: 500 },
  )
  await vi.waitFor(async () => expect(await state()).toBe('kept'), { timeout: 30_000, interval: 200 })
  await ann.stop()
  expect(await ben.take(link)).toEqual({ 'plan.bin': sha1 })
  const names = await readdir(dataDir, { recursive: true })
  const kept = names.filter((name) => name.includes(infoHash) && name.endsWith('.shoal'))
  expect(kept).toHaveLength(1)
  const plain = readFileSync(path).subarray(0, 32)
  expect(readFileSync(join(dataDir, kept[0] ?? '')).includes(plain)).toBe(false)
})

test('a copy on a web server is what moves, and is enough by itself', async () => {
  const { url } = await startTestServer()
  const [ann, ben] = [await start(url), await start(url)]
  const path = join(temporaryFolder(), 'film.bin')
  const sha1 = await makeFile(path, 700_000, 'from a web server')
  await ann.give(path, 'film.bin', SEALED)
  const origin = await startOrigin({ 'copy.shoal': await ann.sealedFile() })
  onTestFinished(() => origin.stop())
  const link = await ann.addCopy(`${origin.url}copy.shoal`)
  // Who knows the torrent alone needs somebody for its metadata; then nobody.
  await ben.look(link)
  await ann.stop()
  expect(await ben.take(link)).toEqual({ 'film.bin': sha1 })
  expect(origin.sent()).toBeGreaterThan(700_000)
})

test('on a private tracker members seal for members, and whoever is none gets nothing', async () => {
  const { server, admin } = await startPrivateServer()
  const passkeys = [await admin.invite('Ann'), await admin.invite('Ben')].map(({ passkey }) => passkey)
  const [ann, ben] = await Promise.all(passkeys.map((passkey) => start(server.url, passkey)))
  const path = join(temporaryFolder(), 'film.bin')
  const sha1 = await makeFile(path, 100_000, 'for members')
  const link = (await ann?.give(path, 'film.bin', SEALED)) ?? ''
  expect(passkeys.some((passkey) => link.includes(passkey))).toBe(false)
  expect(await ben?.take(link)).toEqual({ 'film.bin': sha1 })
  const stranger = await start(server.url)
  expect((await stranger.meets(link, 'members-only')).files).toEqual([])
  const { json } = await admin.call('GET', 'torrents')
  expect(JSON.stringify(json)).toContain(hashIn(link))
  expect(JSON.stringify(json)).not.toContain('film.bin')
})
