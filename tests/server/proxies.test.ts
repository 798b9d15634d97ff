import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { proxyTrust } from '../../server/settingParsers.ts'
import { clientAddress } from '../../server/proxies.ts'
import { siteAddress } from '../../server/site/siteAddress.ts'
import { memoryInUse } from './support/memory.ts'

/** The parts of a request that tell where it came from. */
function request(remoteAddress: string, headers: Readonly<Record<string, string>>): IncomingMessage {
  return { socket: { remoteAddress }, headers } as unknown as IncomingMessage
}

test.each([
  ['nobody is believed', '0', '10.0.0.1', '192.0.2.7', '10.0.0.1'],
  ['one proxy', '1', '10.0.0.1', '192.0.2.7', '192.0.2.7'],
  ['one proxy, and a forged entry before it', '1', '10.0.0.1', '203.0.113.9, 192.0.2.7', '192.0.2.7'],
  ['two proxies', '2', '10.0.0.1', '203.0.113.9, 192.0.2.7, 10.0.0.2', '192.0.2.7'],
  ['two proxies, one of which is not there', '2', '10.0.0.1', '192.0.2.7', '192.0.2.7'],
  ['a trusted network', '10.0.0.0/8', '10.0.0.1', '203.0.113.9, 192.0.2.7, 10.0.0.2', '192.0.2.7'],
  ['a stranger outside the trusted network', '10.0.0.0/8', '192.0.2.7', '203.0.113.9', '192.0.2.7'],
  ['a trusted network over IPv6 sockets', '10.0.0.0/8', '::ffff:10.0.0.1', '192.0.2.7', '192.0.2.7'],
  ['a trusted IPv6 address', '2001:db8::1', '2001:db8::1', '2001:db8:5::9', '2001:db8:5::9'],
  ['brackets and a port', '1', '10.0.0.1', '[2001:db8:5::9]:4711', '2001:db8:5::9'],
  ['no header', '1', '10.0.0.1', '', '10.0.0.1'],
  ['nonsense in the header', '1', '10.0.0.1', 'unknown', '10.0.0.1'],
])('%s', (_name, trust, remote, forwardedFor, expected) => {
  expect(clientAddress(request(remote, { 'x-forwarded-for': forwardedFor }), proxyTrust(trust))).toBe(
    expected,
  )
})

test('an address that is kept keeps nothing of the header it came in', () => {
  const trust = proxyTrust('1')
  const addresses: string[] = []
  const memoryBefore = memoryInUse()
  for (let count = 0; count < 1_000; count += 1) {
    const forwardedFor = `${Buffer.alloc(15_000, 'x').toString('latin1')}, 203.0.113.199`
    addresses.push(clientAddress(request('10.0.0.1', { 'x-forwarded-for': forwardedFor }), trust))
  }
  expect(memoryInUse() - memoryBefore).toBeLessThan(2_000_000)
  expect(new Set(addresses)).toEqual(new Set(['203.0.113.199']))
})

test.each([
  ['a name', '0', { host: 'share.example.org' }, 'http://share.example.org/'],
  ['a name and a port', '0', { host: 'localhost:8000' }, 'http://localhost:8000/'],
  ['an IPv6 address', '0', { host: '[2001:db8::1]:8000' }, 'http://[2001:db8::1]:8000/'],
  [
    'a proxy that nobody trusts',
    '0',
    { host: 'a.example', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'b.example' },
    'http://a.example/',
  ],
  ['a proxy that ends TLS', '1', { host: 'a.example', 'x-forwarded-proto': 'https' }, 'https://a.example/'],
  [
    'a proxy that changes the host',
    '1',
    { host: 'inner:8000', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'share.example.org' },
    'https://share.example.org/',
  ],
  ['a user name', '0', { host: 'user@a.example' }, null],
  ['a path', '0', { host: 'a.example/x' }, null],
  ['a fragment', '0', { host: 'a.example#x' }, null],
  ['a space', '0', { host: 'a.example x' }, null],
  ['script', '0', { host: '<script>' }, null],
  ['an impossible port', '0', { host: 'a.example:99999' }, null],
  ['an open bracket', '0', { host: '[::1' }, null],
  ['no host', '0', {}, null],
] as const)('the site’s address with %s', (_name, trust, headers, expected) => {
  expect(siteAddress(request('10.0.0.1', headers), null, proxyTrust(trust))?.href ?? null).toBe(expected)
})
