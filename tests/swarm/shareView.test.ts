import { expect, it } from 'vitest'
import { configWithout } from '../../server/peer/alone.ts'
import type { InfoHash } from '../../src/core/infoHash.ts'
import { NO_LIMITS } from '../../src/core/limits.ts'
import { ShareRates } from '../../src/swarm/shareRates.ts'
import { describeSafely, ShareView, type ShareFacts } from '../../src/swarm/shareView.ts'

const facts: ShareFacts = {
  id: 'a',
  infoHash: '0123456789abcdef0123456789abcdef01234567' as InfoHash,
  mine: false,
  phase: 'fetching',
  paused: false,
  name: 'x',
  toldSize: 0,
  localFiles: null,
  torrent: null,
  contents: null,
  seal: null,
  secret: null,
  isUnfetched: false,
  progress: null,
  pieces: null,
  peers: [],
  discovery: null,
  totals: { got: 0, given: 0 },
  limits: NO_LIMITS,
  exhausted: false,
  peersOff: false,
  rates: new ShareRates(),
  trackers: ['wss://t.example/announce'],
  contacts: { trackers: [], near: [], others: ['t.example'], passesOn: true },
  webSeeds: [],
  origins: [],
  failure: null,
  copy: null,
  leftOut: [],
  memoryLimit: null,
  wakeable: false,
  now: 0,
  config: configWithout('https://s.example/', 'wss://s.example/announce'),
}

it('is described with half a character at the end of its name', () => {
  expect(describeSafely(new ShareView(), { ...facts, name: 'Film \ud83d' })).toMatchObject({
    state: 'fetching',
    magnet: expect.stringContaining('dn=Film%20%EF%BF%BD') as string,
  })
})

it('has failed, with the reason, where it cannot be described', () => {
  const view = {
    describe: () => {
      throw new URIError('URI malformed')
    },
  }
  expect(describeSafely(view, facts)).toMatchObject({
    id: 'a',
    infoHash: facts.infoHash,
    state: 'failed',
    failure: { code: 'unexpected', message: 'URI malformed' },
  })
})
