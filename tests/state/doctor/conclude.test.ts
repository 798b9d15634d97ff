import { describe, expect, it } from 'vitest'
import { conclude, type Cause, type Patient } from '../../../src/state/doctor/conclude.ts'
import type { Findings } from '../../../src/state/doctor/examine.ts'
import type { PeerSnapshot } from '../../../src/swarm/snapshot.ts'

type Share = Patient['share']

const TOLD = { tracker: 'wss://site.example/announce', iceServers: [] }
const WELL = {
  site: { kind: 'ok', told: TOLD, skew: 0 },
  tracker: 'ok',
  webRtc: true,
  way: { wayOut: 'open', mapping: 'unknown', asked: 1, hasRelays: false, isRefused: false },
  room: 1e9,
} as const satisfies Findings

const PEER = { id: 'a' } as PeerSnapshot
const FAILURE = { code: 'disk-full' } as const

function patient(different: Partial<Share> = {}, isDayOver = false): Patient {
  return {
    share: {
      state: 'waiting',
      situation: { kind: 'alone' },
      attempts: { offered: 5, answered: 2, lastFailure: null },
      failure: null,
      exhausted: false,
      peers: [],
      getRate: 0,
      giveRate: 0,
      size: 1e6,
      progress: 0.5,
      mine: false,
      ...different,
    },
    isDayOver,
  }
}

const unreachable = { kind: 'unreachable', others: 3, wayOut: 'open' } as const
const FOUND_NO_PATH = { offered: 5, answered: 2, lastFailure: 'path' } as const

const CASES: readonly (readonly [cause: Cause, findings: Findings, patient: Patient | null])[] = [
  [{ kind: 'moving' }, WELL, patient({ getRate: 1000, peers: [PEER] })],
  [{ kind: 'paused' }, WELL, patient({ state: 'paused', situation: { kind: 'idle' } })],
  [{ kind: 'asleep' }, WELL, patient({ state: 'asleep', situation: { kind: 'idle' } })],
  [{ kind: 'failed', failure: FAILURE }, WELL, patient({ state: 'failed', failure: FAILURE })],
  [{ kind: 'no-room', missing: 5e5, room: 4e5 }, { ...WELL, room: 4e5 }, patient()],
  [{ kind: 'no-webrtc' }, { ...WELL, webRtc: false, way: null }, null],
  [{ kind: 'offline' }, { ...WELL, site: { kind: 'offline' }, tracker: null, way: null }, patient()],
  [{ kind: 'site-away' }, { ...WELL, site: { kind: 'away' }, tracker: null, way: null }, null],
  [{ kind: 'site-error', status: 502 }, { ...WELL, site: { kind: 'error', status: 502 } }, null],
  [{ kind: 'socket-blocked' }, { ...WELL, tracker: 'blocked' }, patient()],
  [{ kind: 'tracker-silent' }, { ...WELL, tracker: 'silent' }, null],
  [{ kind: 'members-only' }, { ...WELL, tracker: 'members-only' }, null],
  [{ kind: 'members-only' }, WELL, patient({ situation: { kind: 'members-only' } })],
  [
    { kind: 'refused', reason: 'not registered' },
    WELL,
    patient({ situation: { kind: 'tracker-refused', reason: 'not registered' } }),
  ],
  [{ kind: 'no-addresses' }, { ...WELL, way: { ...WELL.way, wayOut: 'no-addresses' } }, null],
  [{ kind: 'no-udp' }, { ...WELL, way: { ...WELL.way, wayOut: 'no-udp', asked: 2 } }, patient()],
  [{ kind: 'stun-silent' }, { ...WELL, way: { ...WELL.way, wayOut: 'no-udp' } }, patient()],
  [{ kind: 'peers-off' }, WELL, patient({ situation: { kind: 'peers-off' } })],
  [{ kind: 'too-few', wanted: 3 }, WELL, patient({ situation: { kind: 'too-few', wanted: 3 } })],
  [{ kind: 'alone' }, WELL, patient()],
  [{ kind: 'connecting' }, WELL, patient({ situation: { kind: 'connecting', others: 1 } })],
  [
    { kind: 'unanswered', others: 3 },
    WELL,
    patient({ situation: unreachable, attempts: { offered: 5, answered: 0, lastFailure: null } }),
  ],
  [
    { kind: 'no-handshake', others: 3 },
    WELL,
    patient({ situation: unreachable, attempts: { ...FOUND_NO_PATH, lastFailure: 'handshake' } }),
  ],
  [
    { kind: 'no-relay', others: 3 },
    { ...WELL, way: { wayOut: 'no-relay', mapping: 'unknown', asked: 1, hasRelays: true, isRefused: false } },
    patient({ situation: unreachable, attempts: FOUND_NO_PATH }),
  ],
  [
    { kind: 'relay-refuses', others: 3 },
    { ...WELL, way: { ...WELL.way, wayOut: 'no-relay', hasRelays: true, isRefused: true } },
    patient({ situation: unreachable, attempts: FOUND_NO_PATH }),
  ],
  [
    { kind: 'symmetric', others: 3 },
    { ...WELL, way: { ...WELL.way, mapping: 'each' } },
    patient({ situation: unreachable, attempts: FOUND_NO_PATH }),
  ],
  [{ kind: 'unreachable', others: 3 }, WELL, patient({ situation: unreachable, attempts: FOUND_NO_PATH })],
  [
    { kind: 'no-data', peers: 2 },
    WELL,
    patient({ situation: { kind: 'peers-without-data', peers: 2 }, peers: [PEER, PEER] }),
  ],
  [{ kind: 'choked', peers: 1 }, WELL, patient({ situation: { kind: 'choked', peers: 1 }, peers: [PEER] })],
  [
    { kind: 'relay-used-up' },
    WELL,
    patient({ situation: { kind: 'relay-used-up', peers: 1 }, peers: [PEER] }),
  ],
  [
    { kind: 'day-over' },
    WELL,
    patient({ state: 'seeding', situation: { kind: 'moving', peers: 1 }, exhausted: true }, true),
  ],
  [
    { kind: 'ratio-reached' },
    WELL,
    patient({ state: 'seeding', situation: { kind: 'moving', peers: 1 }, exhausted: true }),
  ],
  [{ kind: 'clock', skew: -7_200_000 }, { ...WELL, site: { ...WELL.site, skew: -7_200_000 } }, null],
  [{ kind: 'fine' }, WELL, null],
  [{ kind: 'fine' }, { ...WELL, way: { ...WELL.way, wayOut: 'unknown' }, room: null }, null],
]

describe('the cause', () => {
  for (const [cause, findings, asked] of CASES) {
    it(`is told to be ${cause.kind}${asked ? ' for a share' : ''}`, () => {
      expect(conclude(findings, asked)).toEqual(cause)
    })
  }

  it('is the first of several: what the others need as well', () => {
    const all = { ...WELL, tracker: 'blocked', way: { ...WELL.way, wayOut: 'no-udp' } } as const
    expect(conclude(all, patient()).kind).toBe('socket-blocked')
    expect(conclude({ ...all, webRtc: false }, patient()).kind).toBe('no-webrtc')
    // A share that has stopped by itself would not move over the best of networks.
    expect(conclude(all, patient({ state: 'paused' })).kind).toBe('paused')
  })

  it('is nothing that those who are connected do without', () => {
    const cut = { ...WELL, site: { kind: 'away' }, tracker: null, way: null } as const
    const connected = patient({ situation: { kind: 'choked', peers: 1 }, peers: [PEER] })
    expect(conclude(cut, connected).kind).toBe('choked')
  })

  it('is no want of room for what is the visitor’s own, or here already', () => {
    expect(conclude({ ...WELL, room: 0 }, patient({ state: 'waiting', mine: true })).kind).toBe('alone')
    expect(conclude({ ...WELL, room: 0 }, patient({ progress: 1 })).kind).toBe('alone')
  })
})
