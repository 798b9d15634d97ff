import { afterEach, expect, test, vi } from 'vitest'
import { fetchConfig } from '../../src/swarm/config.ts'

afterEach(() => vi.unstubAllGlobals())

test('credentials that end are renewed when the site says, by the clock of this machine', async () => {
  const config = async (renewInSeconds: unknown) => {
    const told = { tracker: 'wss://share.example/announce', site: 'https://share.example/', iceServers: [] }
    const answer = { ...told, trackerMode: 'open', media: null, renewInSeconds }
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json(answer)))
    return fetchConfig('https://share.example/#a', null)
  }
  const before = Date.now()
  const { renewAt } = await config(450)
  expect(renewAt).toBeGreaterThanOrEqual(before + 450_000)
  expect(renewAt).toBeLessThanOrEqual(Date.now() + 450_000)
  for (const never of [null, undefined, 'soon', -1]) expect((await config(never)).renewAt).toBe(Infinity)
})

test('a member asks as one, since a private site tells its relays to members alone', async () => {
  const asked: (string | null)[] = []
  vi.stubGlobal('fetch', (_url: URL, init?: RequestInit) => {
    asked.push(new Headers(init?.headers).get('Authorization'))
    const told = { tracker: 'wss://share.example/announce', site: 'https://share.example/', iceServers: [] }
    return Promise.resolve(Response.json({ ...told, trackerMode: 'private', media: null }))
  })
  await fetchConfig('https://share.example/#a', null)
  await fetchConfig('https://share.example/', '0123456789')
  expect(asked).toEqual([null, 'Bearer 0123456789'])
})
