import { expect, test } from 'vitest'
import type { Cause, Patient } from '../../src/state/doctor/conclude.ts'
import type { Findings } from '../../src/state/doctor/examine.ts'
import { causeWords } from '../../src/ui/words/causes.ts'
import { checkRows, reportOf } from '../../src/ui/words/checkRows.ts'
import { words } from '../../src/ui/words/words.ts'

await words.bring('doctor', 'faults')

const FAILURE = { code: 'disk-full' } as const

const CAUSES: readonly Cause[] = [
  ...(
    [
      'moving',
      'paused',
      'asleep',
      'offline',
      'site-away',
      'socket-blocked',
      'tracker-silent',
      'members-only',
      'no-webrtc',
      'no-addresses',
      'no-udp',
      'stun-silent',
      'peers-off',
      'alone',
      'connecting',
      'relay-used-up',
      'day-over',
      'ratio-reached',
      'fine',
    ] as const
  ).map((kind) => ({ kind })),
  ...(['unanswered', 'no-handshake', 'no-relay', 'relay-refuses', 'symmetric', 'unreachable'] as const).map(
    (kind) => ({
      kind,
      others: 2,
    }),
  ),
  { kind: 'no-data', peers: 1 },
  { kind: 'choked', peers: 1 },
  { kind: 'failed', failure: FAILURE },
  { kind: 'no-room', missing: 2e9, room: 1e6 },
  { kind: 'site-error', status: 502 },
  { kind: 'refused', reason: 'not registered' },
  { kind: 'too-few', wanted: 3 },
  { kind: 'clock', skew: 7_200_000 },
]

test('every cause is named in one sentence, and followed by what helps', () => {
  for (const cause of CAUSES) {
    const { sentence, help } = causeWords(cause, true)
    expect(sentence, cause.kind).toMatch(/^[A-Z0-9].*\.$/)
    expect(sentence.replace(/“[^”]*”|\d\.\d/g, '').match(/\./g), cause.kind).toHaveLength(1)
    expect(help, cause.kind).toMatch(/\.$/)
  }
  expect(new Set(CAUSES.map((cause) => causeWords(cause, true).sentence)).size).toBe(CAUSES.length)
})

test('the report names what was found, and neither address nor host nor file', () => {
  const findings: Findings = {
    site: {
      kind: 'ok',
      told: {
        tracker: 'wss://site.example/announce/passkey',
        iceServers: [{ urls: 'turn:198.51.100.7:3478', username: 'ann', credential: 'secret' }],
      },
      skew: -7_200_000,
    },
    tracker: 'ok',
    webRtc: true,
    way: { wayOut: 'no-relay', mapping: 'each', asked: 1, hasRelays: true, isRefused: false },
    room: 5e9,
  }
  const patient = {
    share: {
      state: 'waiting',
      situation: { kind: 'unreachable', others: 2, wayOut: 'no-relay' },
      attempts: { offered: 10, answered: 3, lastFailure: 'path' },
      failure: null,
      exhausted: false,
      peers: [],
      getRate: 0,
      giveRate: 0,
      size: 1000,
      progress: 0,
      mine: false,
      name: 'private film.mp4',
    },
    isDayOver: false,
  } as Patient
  const report = reportOf('The cause.', checkRows(findings, patient), patient)
  expect(report).toContain('Connections: 3 of 10 answered; no path (ICE)')
  expect(report).toContain('Relay: does not answer')
  expect(report).toMatch(/Clock: 2\sh behind/)
  expect(report).not.toMatch(/198\.51|site\.example|passkey|ann\b|secret|film/)
})

test('rows say what is not known yet, and what needs what is away', () => {
  expect(checkRows({}, null).map(({ mark }) => mark)).toEqual(Array(8).fill('looking'))
  const away = { site: { kind: 'away' }, tracker: null, webRtc: true, way: null, room: null } as const
  expect(checkRows(away, null).map(({ what, mark }) => `${what} ${mark}`)).toEqual([
    'The site bad',
    'Tracker none',
    'Clock none',
    'WebRTC good',
    'Way out none',
    'Router none',
    'Relay none',
    'Disk none',
  ])
})
