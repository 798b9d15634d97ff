import { expect, test } from 'vitest'
import { handshake } from '../../../server/tracker/webSocket/handshake.ts'

const HEADERS = {
  upgrade: 'WebSocket',
  // The example of RFC 6455, 1.3.
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  'sec-websocket-version': '13',
}

test('a right request is accepted with the proof that it asks for', () => {
  const { isAccepted, response } = handshake({ method: 'GET', headers: HEADERS })
  expect(isAccepted).toBe(true)
  expect(response).toMatch(/^HTTP\/1\.1 101 .*\r\n[^]*\r\n\r\n$/)
  expect(response).toContain('\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n')
})

test('what is offered beside is agreed to in nothing', () => {
  const headers = {
    ...HEADERS,
    'sec-websocket-extensions': 'permessage-deflate',
    'sec-websocket-protocol': 'chat',
  }
  expect(handshake({ method: 'GET', headers }).response).not.toMatch(/extensions|protocol:/i)
})

test.each([
  ['another method', 'POST', {}, 405],
  ['another protocol', 'GET', { upgrade: 'h2c' }, 400],
  ['no key', 'GET', { 'sec-websocket-key': undefined }, 400],
  ['a key of another length', 'GET', { 'sec-websocket-key': 'AAAA' }, 400],
  ['a key that is no base64', 'GET', { 'sec-websocket-key': '!'.repeat(22) + '==' }, 400],
  ['an older version', 'GET', { 'sec-websocket-version': '8' }, 426],
  ['no version', 'GET', { 'sec-websocket-version': undefined }, 426],
])('%s is refused', (_name, method, changed, status) => {
  const { isAccepted, response } = handshake({ method, headers: { ...HEADERS, ...changed } })
  expect(isAccepted).toBe(false)
  expect(response).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
})
