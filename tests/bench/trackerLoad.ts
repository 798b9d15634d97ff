import { connect, type Socket } from 'node:net'
import { randomBytes } from 'node:crypto'

/**
 * WebTorrent clients by the thousand, as cheap as can be, so that the tracker is what limits: frames by hand, of
 * texts that were masked beforehand.
 */

/** An SDP with a data channel and three candidates, as Chromium writes it. */
const SDP_LINES = [
  'v=0',
  'o=- 4611731400430051336 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0',
  'a=extmap-allow-mixed',
  'a=msid-semantic: WMS',
  'm=application 51472 UDP/DTLS/SCTP webrtc-datachannel',
  'c=IN IP4 203.0.113.7',
  'a=candidate:1467250027 1 udp 2122260223 4f1c9d12-4b5f-4ab1-8d33-2f8b2a5d7c11.local 51472 typ host generation 0 network-id 1',
  'a=candidate:842163049 1 udp 1677729535 203.0.113.7 51472 typ srflx raddr 0.0.0.0 rport 0 generation 0 network-id 1',
  'a=candidate:435653019 1 tcp 1518280447 4f1c9d12-4b5f-4ab1-8d33-2f8b2a5d7c11.local 9 typ host tcptype active generation 0 network-id 1',
  'a=ice-ufrag:Yh2z',
  'a=ice-pwd:6bLbkkCb7yKmDgVvVfZCmr7q',
  'a=ice-options:trickle',
  'a=fingerprint:sha-256 0C:6D:4A:3B:9E:5F:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:12:34:56:78:9A:BC:DE:F0:01:02',
  'a=setup:actpass',
  'a=mid:0',
  'a=sctp-port:5000',
  'a=max-message-size:262144',
]
const SDP = JSON.stringify(`${SDP_LINES.join('\r\n')}\r\n`)

export const OFFERS = 5

/**
 * Every byte of the mask. Browsers draw four for each frame, and whoever takes them off works as much for one mask
 * as for another; with this one a text is masked in the same way wherever it stands.
 */
const MASK = 0x5d

/** 20 random bytes as the protocol writes them, in UTF-8 bytes. */
function randomId(): string {
  return Buffer.from(JSON.stringify(randomBytes(20).toString('latin1'))).toString('latin1')
}

/** One character a byte, as all that is sent here. */
function masked(text: string): string {
  let bytes = ''
  for (let at = 0; at < text.length; at += 1) bytes += String.fromCharCode(text.charCodeAt(at) ^ MASK)
  return bytes
}

const ANSWER = masked(`,"answer":{"type":"answer","sdp":${SDP}},"offer_id":`)
const SOME_OFFER = masked(`{"offer":{"type":"offer","sdp":${SDP}},"offer_id":`)

const SUMS = '"uploaded":0,"downloaded":0,"left":1,"numwant":5'

/** The end of an announce. */
function maskedOffers(): string {
  const list = Array.from({ length: OFFERS }, () => SOME_OFFER + masked(`${randomId()}}`))
  return list.join(masked(',')) + masked(']}')
}

/** A text frame (RFC 6455, 5.2) of what is masked already. */
function frameOf(payload: string): string {
  const { length } = payload
  const size = length < 126 ? [0x80 | length] : [0x80 | 126, length >> 8, length & 0xff]
  return String.fromCharCode(0x81, ...size, MASK, MASK, MASK, MASK) + payload
}

/** Where every socket reads to: what comes is dealt with before the next one reads. */
const RECEIVED = Buffer.alloc(65_536)

/** One socket in one swarm. */
export class LoadClient {
  /** Settles the announce under way once all its answers are here. */
  #answered: (() => void) | null = null
  #answersDue = 0
  #joined: (() => void) | null = null
  /** Until the handshake is done. */
  #opened: (() => void) | null = null
  readonly #socket: Socket
  /** The beginning of all that it says. */
  readonly #head: string
  readonly #answerHead: string
  /** With the same offers each time: they are answered by then. */
  #announceFrame: string | null = null
  readonly #isCounted: boolean
  #pending: Buffer | null = null
  /** When its last announce was sent, for receivers to tell how long the relay took. */
  sentAt = 0
  onOffer: (fromPeer: string) => void = () => undefined
  readonly peerId = randomId()

  private constructor(port: number, infoHash: string, answers: boolean) {
    this.#isCounted = answers
    this.#head = `{"action":"announce","info_hash":${infoHash},"peer_id":${this.peerId}`
    this.#answerHead = masked(`${this.#head},"to_peer_id":`)
    this.#socket = connect({
      port,
      host: '127.0.0.1',
      noDelay: true,
      onread: { buffer: RECEIVED, callback: (length) => this.#read(RECEIVED.subarray(0, length)) },
    })
    this.#socket.on('error', () => undefined)
    this.#socket.write(
      'GET /announce HTTP/1.1\r\nHost: bench\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    )
  }

  static async open(port: number, infoHash: string, answers = true): Promise<LoadClient> {
    const client = new LoadClient(port, infoHash, answers)
    await new Promise<void>((resolve) => (client.#opened = resolve))
    return client
  }

  async join(): Promise<void> {
    const joined = new Promise<void>((resolve) => (this.#joined = resolve))
    this.#socket.write(frameOf(masked(`${this.#head},${SUMS},"event":"started","offers":[]}`)), 'latin1')
    await joined
  }

  /** Announces with offers; settles once `due` answers have come. */
  async announce(due: number): Promise<void> {
    const answered = new Promise<void>((resolve) => (this.#answered = resolve))
    this.#answersDue = due
    this.sendAnnounce()
    await answered
  }

  sendAnnounce(): void {
    this.#announceFrame ??= frameOf(masked(`${this.#head},${SUMS},"offers":[`) + maskedOffers())
    this.sentAt = performance.now()
    this.#socket.write(this.#announceFrame, 'latin1')
  }

  close(): void {
    this.#socket.destroy()
  }

  #read(chunk: Buffer): boolean {
    if (this.#opened) {
      this.#opened()
      this.#opened = null
      return true
    }
    let data = this.#pending ? Buffer.concat([this.#pending, chunk]) : chunk
    this.#pending = null
    while (data.length >= 2) {
      let length = (data[1] ?? 0) & 0x7f
      let from = 2
      if (length === 126 && data.length >= 4) {
        length = data.readUInt16BE(2)
        from = 4
      } else if (length === 126) break
      if (data.length < from + length) break
      this.#receive(data.toString('latin1', from, from + length))
      data = data.subarray(from + length)
    }
    if (data.length > 0) this.#pending = Buffer.from(data)
    return true
  }

  #receive(text: string): void {
    if (text.includes('"type":"offer"')) {
      const from = valueOf(text, '"peer_id":')
      this.onOffer(from)
      if (!this.#isCounted) return
      const answer = this.#answerHead + masked(from) + ANSWER + masked(`${valueOf(text, '"offer_id":')}}`)
      this.#socket.write(frameOf(answer), 'latin1')
    } else if (text.includes('"type":"answer"')) {
      this.#answersDue -= 1
      if (this.#answersDue === 0) this.#answered?.()
    } else {
      this.#joined?.()
      this.#joined = null
    }
  }
}

/** The JSON string after a key, with its quotes. */
function valueOf(text: string, key: string): string {
  const from = text.indexOf(key) + key.length
  let to = from + 1
  while (text[to] !== '"') to += text[to] === '\\' ? 2 : 1
  return text.slice(from, to + 1)
}

/** `count` clients spread over as many swarms, all of them in; each swarm over all ports, where there are several. */
export async function openClients(
  ports: number | readonly number[],
  count: number,
  swarms: number,
  answers = true,
): Promise<LoadClient[]> {
  const nodes = typeof ports === 'number' ? [ports] : ports
  const portOf = (number: number): number => nodes[Math.floor(number / swarms) % nodes.length] ?? 0
  const hashes = Array.from({ length: swarms }, randomId)
  const clients: LoadClient[] = []
  for (let from = 0; from < count; from += 100) {
    const some = Array.from({ length: Math.min(100, count - from) }, async (_, index) =>
      LoadClient.open(portOf(from + index), hashes[(from + index) % swarms] ?? '', answers),
    )
    const opened = await Promise.all(some)
    await Promise.all(opened.map(async (client) => client.join()))
    clients.push(...opened)
  }
  return clients
}
