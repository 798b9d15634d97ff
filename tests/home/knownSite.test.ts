import { expect, test } from 'vitest'
import { toldOrKnown } from '../../src/home/knownSite.ts'
import type { SiteConfig } from '../../src/swarm/config.ts'

const TOLD: SiteConfig = {
  tracker: 'wss://s.example/announce',
  site: 'https://s.example/',
  iceServers: [{ urls: 'turn:s.example', username: 'u', credential: 'secret' }],
  relayADay: 2e9,
  renewAt: 12,
  trackerMode: 'private',
  sealed: 'only',
  media: { peersFrom: Infinity, ratio: 2 },
  keeper: null,
}

function place(): { getItem: (key: string) => string | null; setItem: (key: string, text: string) => void } {
  const texts = new Map<string, string>()
  return { getItem: (key) => texts.get(key) ?? null, setItem: (key, text) => void texts.set(key, text) }
}

const silent = () => Promise.reject(new Error('The site did not answer.'))

test('what the site told is known when it does not answer, without its credentials', async () => {
  const kept = place()
  expect(await toldOrKnown(Promise.resolve(TOLD), kept)).toBe(TOLD)
  expect(await toldOrKnown(silent(), kept)).toEqual({ ...TOLD, iceServers: [], renewAt: 0 })
  expect(kept.getItem('shoal.site')).not.toContain('secret')
})

test.each([null, '', '{', 'null', '{"tracker":1}'])('nothing is known from %j', async (text) => {
  const kept = place()
  if (text !== null) kept.setItem('shoal.site', text)
  await expect(toldOrKnown(silent(), kept)).rejects.toThrow('did not answer')
  await expect(toldOrKnown(silent(), null)).rejects.toThrow('did not answer')
})
