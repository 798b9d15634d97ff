import { expect, it } from 'vitest'
import { parseSiteConfig, type ToldConfig } from '../../src/wire/siteConfig.ts'

const TOLD: ToldConfig = {
  tracker: 'wss://share.example/announce',
  iceServers: [{ urls: ['stun:share.example:3478'] }, { urls: ['turn:a'], username: 'b', credential: 'c' }],
  relayADay: 2e9,
  renewInSeconds: 450,
  site: 'https://share.example/',
  trackerMode: 'open',
  sealed: 'default',
  media: { peersFrom: null, ratio: 1.5 },
  keeper: { days: 7, quotaBytes: 1e9, bridges: true, isUp: true },
}

it('is read as it was told', () => {
  expect(parseSiteConfig(JSON.parse(JSON.stringify(TOLD)))).toEqual(TOLD)
})

it.each([
  null,
  'config',
  [],
  {},
  { ...TOLD, tracker: 1 },
  { ...TOLD, trackerMode: 'odd' },
  { ...TOLD, iceServers: {} },
])('is none: %j', (json) => {
  expect(parseSiteConfig(json)).toBeNull()
})

it('counts what makes no sense as if it had not been said', () => {
  const odd = {
    ...TOLD,
    iceServers: [null, { urls: 3 }, { urls: 'stun:a', username: 4 }],
    relayADay: 0,
    renewInSeconds: -1,
    sealed: 'sometimes',
    media: { peersFrom: 'many', ratio: '1' },
    keeper: { days: 7 },
  }
  expect(parseSiteConfig(odd)).toEqual({
    ...TOLD,
    iceServers: [{ urls: ['stun:a'] }],
    relayADay: null,
    renewInSeconds: null,
    sealed: 'offered',
    media: { peersFrom: 0, ratio: null },
    keeper: null,
  })
})
