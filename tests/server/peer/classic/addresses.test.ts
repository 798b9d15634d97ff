import { expect, test } from 'vitest'
import { mayContact, mayDial, plainHost } from '../../../../server/peer/classic/addresses.ts'

const [FAR, NEAR] = [{ near: false }, { near: true }]

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '::1',
  'fe80::1',
  'fd00::1',
  '::ffff:127.0.0.1',
])('%s is asked only where a setting lets it', (host) => {
  expect(mayContact(host, FAR)).toBe(false)
  expect(mayContact(host, NEAR)).toBe(true)
})

test.each([
  '0.0.0.0',
  '224.0.0.1',
  '239.192.152.143',
  '255.255.255.255',
  '198.18.0.1',
  '::',
  'ff02::1',
  // Each has an address of IPv4 in it, which may be any.
  '2002:7f00:1::1',
  '2001:0:7f00:1::1',
  '64:ff9b::7f00:1',
  'localhost',
  'example.org',
  '127.1',
  '',
])('%s never is', (host) => {
  expect(mayContact(host, NEAR)).toBe(false)
})

test('others are, at ports that peers have', () => {
  expect(mayDial({ host: '93.184.216.34', port: 6881 }, FAR)).toBe(true)
  expect(mayDial({ host: '2606:2800:220:1::1', port: 51_413 }, FAR)).toBe(true)
  for (const port of [0, 22, 80, 65_536]) expect(mayDial({ host: '93.184.216.34', port }, FAR)).toBe(false)
})

test('an address of IPv4 is the same in the clothes of IPv6', () => {
  expect(plainHost('::ffff:10.0.0.1')).toBe('10.0.0.1')
  expect(plainHost('fe80::1%eth0')).toBe('fe80::1')
})
