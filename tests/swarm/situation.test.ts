import { describe, expect, test } from 'vitest'
import type { DiscoveryStatus } from '../../src/swarm/discovery/discoveryStatus.ts'
import { situationOf, type SituationInputs } from '../../src/swarm/situation.ts'

const quiet: DiscoveryStatus = {
  trackers: [{ kind: 'open' }],
  refusal: null,
  excluded: false,
  swarm: null,
  connecting: 0,
  open: 0,
  failed: 0,
  attempts: { offered: 0, answered: 0, lastFailure: null },
  heldUntil: null,
  wayOut: 'no-udp',
}
const base: SituationInputs = {
  discovery: quiet,
  now: 1000,
  connectingFor: 0,
  giving: false,
  peers: 0,
  useful: 0,
  unchoked: 0,
  unbarred: 1,
}
const unreachable = { kind: 'unreachable', retryAt: 5200 } as const

const cases: [string, Partial<SituationInputs>, object][] = [
  ['no reply yet', {}, { kind: 'tracker-connecting' }],
  [
    'every tracker out of reach',
    { discovery: { ...quiet, trackers: [unreachable, { ...unreachable, retryAt: 3000 }] } },
    { kind: 'tracker-unreachable', retryInSeconds: 2 },
  ],
  [
    'one of two trackers still being reached',
    { discovery: { ...quiet, trackers: [unreachable, { kind: 'connecting' }] } },
    { kind: 'tracker-connecting' },
  ],
  [
    'refused',
    { discovery: { ...quiet, refusal: 'not registered' } },
    { kind: 'tracker-refused', reason: 'not registered' },
  ],
  [
    'no member, whatever else the tracker said',
    { discovery: { ...quiet, excluded: true, refusal: 'members only', trackers: [unreachable] } },
    { kind: 'members-only' },
  ],
  ['alone', { discovery: { ...quiet, swarm: { seeds: 0, leechers: 1 } } }, { kind: 'alone' }],
  [
    'a seed among seeds is alone',
    { giving: true, discovery: { ...quiet, swarm: { seeds: 3, leechers: 0 } } },
    { kind: 'alone' },
  ],
  [
    'others known',
    { discovery: { ...quiet, swarm: { seeds: 2, leechers: 1 } } },
    { kind: 'connecting', others: 2 },
  ],
  [
    'others known, and one link failed so far',
    { discovery: { ...quiet, swarm: { seeds: 1, leechers: 1 }, failed: 1 } },
    { kind: 'connecting', others: 1 },
  ],
  [
    'no link comes about',
    { discovery: { ...quiet, swarm: { seeds: 1, leechers: 1 }, failed: 3 } },
    { kind: 'unreachable', others: 1, wayOut: 'no-udp' },
  ],
  [
    'no answer to any offer for long',
    { connectingFor: 25_000, discovery: { ...quiet, swarm: { seeds: 1, leechers: 1 } } },
    { kind: 'unreachable', others: 1, wayOut: 'no-udp' },
  ],
  [
    'too few people',
    { discovery: { ...quiet, swarm: { seeds: 0, leechers: 2 }, heldUntil: 3 } },
    { kind: 'too-few', wanted: 3 },
  ],
  ['peers have nothing for us', { peers: 2 }, { kind: 'peers-without-data', peers: 2 }],
  ['not our turn', { peers: 2, useful: 1 }, { kind: 'choked', peers: 2 }],
  ['moving', { peers: 2, useful: 1, unchoked: 1 }, { kind: 'moving', peers: 2 }],
  [
    'moving although the tracker is gone',
    { peers: 1, useful: 1, unchoked: 1, discovery: { ...quiet, trackers: [unreachable] } },
    { kind: 'moving', peers: 1 },
  ],
  [
    'only over a relay that carries no more',
    { peers: 2, useful: 1, unchoked: 1, unbarred: 0 },
    { kind: 'relay-used-up', peers: 2 },
  ],
  ['giving over such a one', { giving: true, peers: 1, unbarred: 0 }, { kind: 'relay-used-up', peers: 1 }],
  ['giving', { giving: true, peers: 1 }, { kind: 'moving', peers: 1 }],
]

describe('situationOf', () => {
  test.each(cases)('%s', (_name, inputs, expected) => {
    expect(situationOf({ ...base, ...inputs })).toEqual(expected)
  })
})
