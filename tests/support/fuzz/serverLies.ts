import { Buffer } from 'node:buffer'

/*
 * What is asked of the server by somebody who means it no good: requests over HTTP, WebSocket frames, datagrams of a
 * UDP tracker's clients and of STUN's, each with a form that the server knows and something in it that is not as it
 * should be. The same for the same seed.
 */

/** What the liar knows of the server. */
export interface ServerVictim {
  /** What its API answers, such as `GET /api/me`, with `{…}` where something is named. */
  readonly calls: readonly string[]
  /** Of a member, who is as hostile as everybody else. */
  readonly passkey: string
  /** 40 hex digits, of a torrent that the server serves. */
  readonly infoHash: string
}

const PROTOCOL = '0000041727101980'
const COOKIE = '2112a442'

export class ServerLiar {
  readonly #random: () => number
  readonly #victim: ServerVictim

  constructor(random: () => number, victim: ServerVictim) {
    this.#random = random
    this.#victim = victim
  }

  /** What is written to a connection, all at once: some requests one after the other, or a WebSocket's messages. */
  connection(): Buffer {
    const parts = this.#chance(0.15)
      ? [this.#upgrade(), ...this.#some(6, () => this.#frame())]
      : [this.#request(), ...this.#some(3, () => this.#request())]
    return this.#bent(Buffer.concat(parts), 0.15)
  }

  /** @param connectionId of the UDP tracker, in hex */
  tracker(connectionId: string): Buffer {
    const id = this.#oneOf([connectionId, connectionId, connectionId, PROTOCOL, this.#hex(8)])
    const kind = this.#oneOf(['connect', 'announce', 'announce', 'scrape', 'other'] as const)
    const bodies = {
      connect: () => `${PROTOCOL}00000000${this.#hex(4)}`,
      announce: () => this.#announce(id),
      scrape: () => `${id}00000002${this.#hex(4)}${this.#some(80, () => this.#hash()).join('')}`,
      other: () => `${id}${this.#number(4)}${this.#hex(this.#below(200))}`,
    }
    return this.#bent(Buffer.from(bodies[kind](), 'hex'), 0.2)
  }

  stun(): Buffer {
    const attributes = this.#some(6, () => {
      const length = this.#oneOf([0, 1, 4, 8, 20, 300])
      const told = this.#chance(0.8) ? length : this.#below(0x1_0000)
      const type = this.#oneOf([0x0003, 0x0006, 0x0008, 0x0020, 0x8022, 0x8028, this.#below(0x1_0000)])
      return hex(type, 2) + hex(told, 2) + this.#hex(length + ((4 - (length % 4)) % 4))
    }).join('')
    const length = this.#chance(0.8) ? attributes.length / 2 : this.#below(0x1_0000)
    const type = this.#oneOf([0x0001, 0x0001, 0x0001, 0x0101, 0x0011, 0x0003, this.#below(0x1_0000)])
    const cookie = this.#chance(0.9) ? COOKIE : this.#hex(4)
    return this.#bent(
      Buffer.from(hex(type, 2) + hex(length, 2) + cookie + this.#hex(12) + attributes, 'hex'),
      0.2,
    )
  }

  #announce(connectionId: string): string {
    const counts = this.#number(8) + this.#number(8) + this.#number(8)
    const options = this.#some(4, () =>
      this.#oneOf(['00', '01', '02', '02ff', `02${hex(3, 1)}2f612f`, this.#hex(9)]),
    )
    return (
      `${connectionId}00000001${this.#hex(4)}${this.#hash()}${this.#hex(20)}${counts}` +
      `${this.#number(4)}${this.#number(4)}${this.#hex(4)}${this.#number(4)}${this.#number(2)}${options.join('')}`
    )
  }

  #request(): Buffer {
    const [known = '', path = ''] = this.#call().split(' ')
    const method = this.#chance(0.8)
      ? known
      : this.#oneOf(['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS', 'CONNECT', 'X'])
    const body = this.#chance(method === 'GET' ? 0.1 : 0.8) ? this.#json() : ''
    const range = path.startsWith('/media/') && this.#chance(0.7) ? [this.#range()] : []
    const headers = [...range, ...this.#some(4, () => this.#header()), ...this.#lengthOf(body)]
    const host = this.#chance(0.97) ? ['Host: share.example'] : []
    const version = this.#chance(0.95) ? '1.1' : this.#oneOf(['1.0', '1.7'])
    const lines = [`${method} ${path} HTTP/${version}`, ...host, ...headers]
    return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`, 'latin1')
  }

  /** How long the body is said to be: most often as long as it is. */
  #lengthOf(body: string): string[] {
    if (body === '') return this.#chance(0.9) ? [] : ['Content-Length: 5']
    if (this.#chance(0.8)) return [`Content-Length: ${body.length}`, 'Content-Type: application/json']
    return this.#oneOf([
      ['Transfer-Encoding: chunked'],
      [`Content-Length: ${body.length}`, 'Content-Length: 3'],
      ['Content-Length: 99999999999999999999'],
      ['Content-Length: -1'],
      ['Content-Length: 100000'],
    ])
  }

  #range(): string {
    const ranges = [
      '0-',
      '-5',
      '9-3',
      '5-9',
      '70000-',
      '500000-',
      '500000-',
      '0-0,2-3',
      '1-2,'.repeat(500),
      '99999999999999999999-',
      'x',
    ]
    return `Range: ${this.#oneOf(['bytes=', 'bytes=', 'bytes=', 'bytes', 'lines='])}${this.#oneOf(ranges)}`
  }

  #header(): string {
    const { passkey } = this.#victim
    return this.#oneOf([
      () => this.#range(),
      () => `Accept-Encoding: ${this.#oneOf(['gzip', 'br;q=x', '*;q=0', 'gzip,'.repeat(300)])}`,
      () => `Authorization: Bearer ${passkey}`,
      () => `If-None-Match: ${this.#oneOf(['*', '"', `"${'a'.repeat(3000)}"`, 'W/""'])}`,
      () => `If-Range: ${this.#oneOf(['"x"', 'Sat, 99 Foo', ''])}`,
      () =>
        `Authorization: ${this.#oneOf([`Bearer ${passkey}`, `Bearer ${passkey}`, `Bearer ${passkey}`, 'Bearer', 'Basic eDp4', `Bearer ${'f'.repeat(4000)}`])}`,
      () => `Cookie: ${this.#oneOf(['shoal-admin=1', '=', ';;;', '__Host-shoal-admin=%'])}`,
      () => `X-Shoal-Admin: ${this.#below(3)}`,
      () => `X-Forwarded-For: ${this.#oneOf(['::1', '1.2.3.4, 5', '1.1.1.1,'.repeat(900)])}`,
      () => `Origin: ${this.#oneOf(['null', 'https://other.example', 'x'])}`,
      () => `Expect: ${this.#oneOf(['100-continue', '100-continue', '100-continue', 'x'])}`,
      () => `Connection: ${this.#oneOf(['close', 'keep-alive', 'upgrade', 'x'])}`,
      () => `Upgrade: ${this.#oneOf(['websocket', 'h2c'])}`,
    ])()
  }

  /** A method and a path. */
  #call(): string {
    const { calls, passkey } = this.#victim
    const named = () =>
      this.#oneOf(['1', '0', '-1', '99999999999999999999', this.#hash(), '%00', '..', 'x'.repeat(300)])
    const api = () => `${this.#oneOf(calls).replaceAll(/\{[^}]*\}/g, named)}${this.#query()}`
    const film = () => 'GET /media/film.mp4'
    return this.#oneOf([
      api,
      api,
      api,
      film,
      film,
      () =>
        `GET ${this.#oneOf(['/', '//', '/healthz', '/config.json', '/metrics', '/media.json', '/watch/a', '*', '/%', '/%ff%'])}`,
      () => `GET /media/${this.#oneOf(['film.mp4/', '..%2F..%2Fetc', '%00', '', 'a/'.repeat(500)])}`,
      () => `GET /media-torrents/${this.#oneOf([this.#hash(), 'film.mp4.torrent', '%'])}`,
      () => `GET ${this.#oneOf(['/announce', '/scrape', `/announce/${this.#hash()}`])}${this.#query()}`,
      () => `GET ${this.#oneOf(['/announce', '/scrape', `/announce/${passkey}`])}${this.#query()}`,
    ])()
  }

  #query(): string {
    const hash = () => this.#hash().replaceAll(/../g, '%$&')
    const fields = this.#some(9, () =>
      this.#oneOf([
        () => `info_hash=${hash()}`,
        () => `info_hash=${hash()}`,
        () => `peer_id=${this.#oneOf([hash(), '-UT3550-abcdefghijkl', '%'])}`,
        () => `port=${this.#oneOf(['6881', '0', '65536', '-1', 'x'])}`,
        () =>
          `${this.#oneOf(['uploaded', 'downloaded', 'left', 'numwant', 'corrupt'])}=${this.#oneOf(['0', '1', '99999999999999999999', '-5', 'NaN', ''])}`,
        () => `event=${this.#oneOf(['started', 'stopped', 'completed', 'paused', '%00'])}`,
        () => `compact=${this.#below(3)}`,
        () => `ip=${this.#oneOf(['127.0.0.1', '::1', 'x'.repeat(2000)])}`,
        () =>
          `${this.#oneOf(['limit', 'before', 'after', 'search', 'q', 'key', '__proto__'])}=${this.#oneOf(['5', '1e9', '%E0%A4', 'a'.repeat(500), '%27--'])}`,
      ])(),
    )
    return fields.length === 0 ? '' : `?${fields.join('&')}`
  }

  #json(): string {
    const { infoHash } = this.#victim
    const value = (): string =>
      this.#oneOf([
        () => `"${this.#oneOf([infoHash, this.#hash(), 'x'.repeat(3000), '', '\\u0000', '\\ud800'])}"`,
        () => this.#oneOf(['0', '-1', '1e999', 'null', 'true', '{}', '[]', '99999999999999999999']),
        () => '['.repeat(2000),
      ])()
    const keys = [
      'infoHash',
      'name',
      'size',
      'token',
      'link',
      'note',
      'uses',
      'comment',
      '__proto__',
      'action',
    ]
    const fields = this.#some(6, () => `"${this.#oneOf(keys)}":${value()}`)
    return this.#oneOf([() => `{${fields.join(',')}}`, () => `{${fields.join(',')}}`, value, () => 'x'])()
  }

  #upgrade(): Buffer {
    const lines = [
      `GET ${this.#oneOf(['/announce', '/announce', `/announce/${this.#victim.passkey}`, '/'])} HTTP/1.1`,
      'Host: share.example',
      'Connection: Upgrade',
      'Upgrade: websocket',
      `Sec-WebSocket-Key: ${this.#oneOf(['dGhlIHNhbXBsZSBub25jZQ==', 'dGhlIHNhbXBsZSBub25jZQ==', 'x', ''])}`,
      `Sec-WebSocket-Version: ${this.#oneOf(['13', '13', '13', '8'])}`,
    ]
    return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
  }

  /** A frame of a client (RFC 6455), masked with zeros. */
  #frame(): Buffer {
    const text = Buffer.from(this.#message())
    const first = this.#oneOf([0x81, 0x81, 0x81, 0x82, 0x01, 0x80, 0x88, 0x89, 0x8a, 0xf1])
    const length =
      text.length < 126 ? [0x80 | text.length] : [0x80 | 126, text.length >> 8, text.length & 0xff]
    return Buffer.concat([Buffer.from([first, ...length, 0, 0, 0, 0]), text])
  }

  /** What a WebTorrent client says to its tracker, as JSON. */
  #message(): string {
    const id = () => binaryOf(this.#chance(0.9) ? this.#hash() : this.#hex(this.#below(30)))
    const offers = this.#some(4, () =>
      this.#oneOf([
        { offer: { type: 'offer', sdp: 'v=0' }, offer_id: id() },
        null,
        { offer: 7, offer_id: [] },
        { offer: { type: 'offer', sdp: 'v=0\r\n'.repeat(200) }, offer_id: id() },
      ]),
    )
    const fields: [string, unknown][] = [
      ['action', this.#oneOf(['announce', 'announce', 'announce', 'scrape', 'x', 5])],
      ['info_hash', this.#chance(0.9) ? id() : [id(), 3, null]],
      ['peer_id', id()],
      ['to_peer_id', id()],
      ['offer_id', id()],
      ['numwant', this.#oneOf([0, 50, -1, 1e300, 'x'])],
      ['left', this.#oneOf([0, 1, -1, null])],
      ['event', this.#oneOf(['started', 'stopped', 'completed', 7])],
      ['offers', offers],
      ['answer', this.#oneOf([{ type: 'answer', sdp: 'v=0' }, 'x', null])],
    ]
    return JSON.stringify(
      Object.fromEntries(fields.filter(([name]) => name === 'action' || this.#chance(0.6))),
    )
  }

  /** With something else in one place, or cut off. */
  #bent(bytes: Buffer, part: number): Buffer {
    if (!this.#chance(part)) return bytes
    if (bytes.length === 0 || this.#chance(0.4)) return bytes.subarray(0, this.#below(bytes.length + 1))
    bytes[this.#below(bytes.length)] = this.#below(256)
    return bytes
  }

  /** The one that is served, or another one. */
  #hash(): string {
    return this.#chance(0.6) ? this.#victim.infoHash : this.#hex(20)
  }

  #number(bytes: number): string {
    return (
      this.#oneOf(['00', '01', '7f', '80', 'ff']).padEnd(2, '0') + this.#oneOf(['00', 'ff']).repeat(bytes - 1)
    )
  }

  #hex(bytes: number): string {
    return Array.from({ length: bytes }, () => hex(this.#below(256), 1)).join('')
  }

  #some<Item>(most: number, make: () => Item): Item[] {
    return Array.from({ length: this.#below(most + 1) }, make)
  }

  #chance(part: number): boolean {
    return this.#random() < part
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit)
  }

  #oneOf<Value>(values: readonly Value[]): Value {
    return values[this.#below(values.length)] as Value
  }
}

function hex(value: number, bytes: number): string {
  return value.toString(16).padStart(2 * bytes, '0')
}

function binaryOf(digits: string): string {
  return Buffer.from(digits, 'hex').toString('latin1')
}
