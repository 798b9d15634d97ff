import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { isIPv6 } from 'node:net'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { bindingResponse } from '../../server/stun/bindingResponse.ts'
import { startUdpServer } from '../../server/udpServer.ts'
import { quiet } from './support/testServer.ts'

const COOKIE = '2112a442'
const ID = 'b7e7a701bc34d686fa87dfae'

/** A Binding request with attributes in hex, the length of which the header tells. */
function request(attributes = '', type = '0001', cookie = COOKIE): Buffer {
  const length = (attributes.length / 2).toString(16).padStart(4, '0')
  return Buffer.from(type + length + cookie + ID + attributes, 'hex')
}

function respond(datagram: Buffer): string | null {
  return bindingResponse(datagram, '192.0.2.1', 32853)?.toString('hex') ?? null
}

describe('a binding request', () => {
  // The address, port and transaction id of RFC 5769, 2.2 and 2.3.
  test('is told its IPv4 address and port', () => {
    expect(respond(request())).toBe(`0101000c${COOKIE}${ID}00200008` + '0001a147e112a643')
  })

  test('is told its IPv6 address and port', () => {
    const response = bindingResponse(request(), '2001:db8:1234:5678:11:2233:4455:6677', 32853)
    expect(response?.toString('hex')).toBe(
      `01010018${COOKIE}${ID}00200014` + '0002a147' + '0113a9faa5d3f179bc25f4b5bed2b9d9',
    )
  })

  test('may carry optional attributes and those of RFC 8489', () => {
    expect(respond(request('8022000474657374' + '00060003757372ff'))).toBe(respond(request()))
  })

  test('with an attribute that has to be understood and is not gets error 420 and its number', () => {
    const response = respond(request('00030004000000ff' + '7abc0000'))
    const errorCode = '0009000b00000414556e6b6e6f776e00'
    expect(response).toBe(`01110018${COOKIE}${ID}${errorCode}000a000400037abc`)
  })

  test('is not asked to understand what follows its signature', () => {
    expect(respond(request(`00080014${'00'.repeat(20)}` + '7abc0000'))).toBe(respond(request()))
  })

  test('with a fingerprint gets one', () => {
    const response = bindingResponse(fingerprinted(), '192.0.2.1', 32853)
    if (!response) throw new Error('It was ignored')
    const at = response.length - 8
    expect(response.toString('hex', at, at + 4)).toBe('80280004')
    expect(response.readUInt32BE(at + 4)).toBe((crc32(response.subarray(0, at)) ^ 0x5354554e) >>> 0)
    expect(response.readUInt16BE(2)).toBe(response.length - 20)
  })

  test('with a wrong fingerprint is none', () => {
    const wrong = fingerprinted()
    wrong.writeUInt8(wrong.readUInt8(wrong.length - 1) ^ 1, wrong.length - 1)
    expect(bindingResponse(wrong, '192.0.2.1', 1)).toBeNull()
  })

  function fingerprinted(): Buffer {
    const whole = request('8028000400000000')
    whole.writeUInt32BE((crc32(whole.subarray(0, -8)) ^ 0x5354554e) >>> 0, whole.length - 4)
    return whole
  }
})

describe('anything else is ignored', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['half a header', request().subarray(0, 19)],
    ['another cookie', request('', '0001', 'deadbeef')],
    ['a response, which would be answered for ever between two servers', request('', '0101')],
    ['an indication', request('', '0011')],
    ['a TURN allocation', request('', '0003')],
    ['a length that is not the datagram’s', Buffer.concat([request(), Buffer.alloc(4)])],
    ['a length that is no multiple of 4', request('80220001ff')],
    ['an attribute that reaches beyond the end', request('80220010ffffffff')],
  ])('%s', (_name, datagram) => {
    expect(respond(datagram)).toBeNull()
  })

  test('whatever comes, nothing throws and no response is much longer', () => {
    const framed = fc.uint8Array({ maxLength: 200 }).map((bytes) => {
      const attributes = Buffer.from(bytes.subarray(0, bytes.length & ~3))
      return request(attributes.toString('hex'))
    })
    const any = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes))
    const attributes = fc
      .array(fc.tuple(fc.nat(0xffff), fc.nat(3)), { maxLength: 30 })
      .map((list) => request(list.map(([type, words]) => attribute(type, words)).join('')))
    fc.assert(
      fc.property(fc.oneof(framed, any, attributes), fc.nat(0xffff), (datagram, port) => {
        const response = bindingResponse(datagram, '2001:db8::1', port)
        expect(response?.length ?? 0).toBeLessThanOrEqual(datagram.length * 2.4)
      }),
      { numRuns: 2_000 },
    )
  })

  function attribute(type: number, words: number): string {
    return (
      type.toString(16).padStart(4, '0') + (words * 4).toString(16).padStart(4, '0') + '00'.repeat(words * 4)
    )
  }
})

describe('over UDP', () => {
  test.each([
    ['127.0.0.1', '127.0.0.1', '01'],
    ['::', '127.0.0.1', '01'],
    ['::', '::1', '02'],
  ])('listening at %s, a request from %s is answered', async (host, from, family) => {
    const server = await startUdpServer({ host, port: 0, log: quiet }, bindingResponse)
    onTestFinished(() => server.stop())
    const client = createSocket(isIPv6(from) ? 'udp6' : 'udp4')
    onTestFinished(() => void client.close())
    client.bind(0, from)
    await once(client, 'listening')
    const answer = once(client, 'message')
    // Garbage before the request: had it been answered, or ended the server, the next datagram would tell.
    client.send(Buffer.from('garbage'), server.port, from)
    client.send(request('', '0101'), server.port, from)
    client.send(request(), server.port, from)
    const [response] = (await answer) as [Buffer]
    expect(response.toString('hex', 0, 2)).toBe('0101')
    expect(response.toString('hex', 25, 26)).toBe(family)
    expect(response.readUInt16BE(26) ^ 0x2112).toBe(client.address().port)
  })
})
