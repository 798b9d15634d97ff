import { afterEach, expect, test, vi } from 'vitest'
import { fetchConfig } from '../../src/swarm/config.ts'

afterEach(() => vi.unstubAllGlobals())

test('a member asks as one, since a private site tells its relays to members alone', async () => {
  const asked: (string | null)[] = []
  vi.stubGlobal('location', new URL('https://share.example/'))
  vi.stubGlobal('fetch', (_url: URL, init?: RequestInit) => {
    asked.push(new Headers(init?.headers).get('Authorization'))
    const told = { tracker: 'wss://share.example/announce', site: 'https://share.example/', iceServers: [] }
    return Promise.resolve(Response.json({ ...told, trackerMode: 'private', media: null }))
  })
  await fetchConfig(null)
  await fetchConfig('0123456789')
  expect(asked).toEqual([null, 'Bearer 0123456789'])
})
