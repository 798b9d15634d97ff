import { expect, test } from 'vitest'
import { mappingOf, wayOutOf } from '../../src/swarm/link/wayOut.ts'

/* How far a page gets, by what its description says. */

const HOST = '10.0.0.2 5000 typ host'
const HIDDEN = '6b1c8f9e-8a3c-4c39-9e04-0f6f1a7d2f11.local 5000 typ host'
const MAPPED = '198.51.100.7 6000 typ srflx raddr 0.0.0.0 rport 0'
const RELAYED = '203.0.113.1 7000 typ relay raddr 0.0.0.0 rport 0'
const STUN = { urls: 'stun:stun.example.org:3478' }
const TURN = { urls: ['turn:turn.example.org', 'turns:turn.example.org:443'], username: 'u', credential: 'c' }

const of = (candidates: readonly string[], servers: readonly RTCIceServer[]) =>
  wayOutOf(
    [
      'v=0',
      ...candidates.map((candidate, index) => `a=candidate:${index} 1 udp 2113937151 ${candidate}`),
      '',
    ].join('\r\n'),
    servers,
  )

test.each([
  ['no address at all', [], [STUN], 'no-addresses'],
  ['none that the internet sees', [HOST, HIDDEN], [STUN], 'no-udp'],
  ['none, and no relay', [HOST], [TURN], 'no-udp'],
  ['one that the internet sees', [HOST, MAPPED], [STUN], 'open'],
  ['an address that needs no translation', ['2001:4860::1 5000 typ host'], [STUN], 'open'],
  ['one, and no relay answers', [HOST, MAPPED], [STUN, TURN], 'no-relay'],
  ['a relay alone', [RELAYED], [TURN], 'relay'],
  ['nobody was asked', [HOST], [], 'unknown'],
  ['a server in the same network', [HOST], [{ urls: 'stun:192.168.1.5:3478' }], 'unknown'],
  ['a server there by IPv6', ['fd00::2 5000 typ host'], [{ urls: ['stun:[fd00::1]:3478'] }], 'unknown'],
  ['IPv6 of the same network', ['fe80::2 5000 typ host'], [{ urls: 'stun:[2001:4860::2]:3478' }], 'no-udp'],
] as const)('%s', (_, candidates, servers, expected) => {
  expect(of(candidates, servers as readonly RTCIceServer[])).toBe(expected)
})

test('a router that maps each connection anew is seen by two servers’ answers for one port', () => {
  const mapped = (port: number, own = '10.0.0.2 rport 5000') =>
    `a=candidate:1 1 udp 1677729535 198.51.100.7 ${port} typ srflx raddr ${own}`
  const described = (...lines: readonly string[]) => ['v=0', ...lines, ''].join('\r\n')
  expect(mappingOf(described())).toBe('unknown')
  expect(mappingOf(described(mapped(6000)))).toBe('unknown')
  // Another port of this machine's own.
  expect(mappingOf(described(mapped(6000), mapped(6001, '10.0.0.3 rport 5000')))).toBe('unknown')
  expect(mappingOf(described(mapped(6000), mapped(6001)))).toBe('each')
})
