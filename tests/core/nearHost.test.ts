import { expect, test } from 'vitest'
import { reachOf } from '../../src/core/nearHost.ts'

test.each([
  ['http://localhost:8000/', 'machine'],
  ['http://LOCALHOST./', 'machine'],
  ['http://a.localhost/', 'machine'],
  ['http://127.0.0.1/', 'machine'],
  ['http://127.1/', 'machine'],
  ['http://0x7f.1/', 'machine'],
  ['http://2130706433/', 'machine'],
  ['http://0.0.0.0/', 'machine'],
  ['http://[::1]/', 'machine'],
  ['http://[::]/', 'machine'],
  ['http://[::ffff:127.0.0.1]/', 'machine'],
  ['http://10.1.2.3/', 'network'],
  ['http://172.16.0.1/', 'network'],
  ['http://172.31.255.255/', 'network'],
  ['http://192.168.1.1/', 'network'],
  ['http://169.254.169.254/', 'network'],
  ['http://100.64.0.1/', 'network'],
  ['http://[fd00::1]/', 'network'],
  ['http://[fe80::1]/', 'network'],
  ['http://[::ffff:192.168.0.1]/', 'network'],
  ['http://router/', 'network'],
  ['http://printer.local/', 'network'],
  ['http://nas.home.arpa/', 'network'],
  ['http://172.32.0.1/', 'public'],
  ['http://11.0.0.1/', 'public'],
  ['http://100.128.0.1/', 'public'],
  ['http://[2001:db8::1]/', 'public'],
  ['https://example.org/', 'public'],
  ['https://local.example.org/', 'public'],
] as const)('%s is at %s', (url, reach) => {
  expect(reachOf(new URL(url).hostname)).toBe(reach)
})
