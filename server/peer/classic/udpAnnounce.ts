import { randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import type { Milliseconds } from '../../../src/core/brand.ts'
import { readCompact } from '../../../src/wire/compactPeers.ts'
import { AnnounceFailed, MOST_PEERS, type Announce, type AnnounceReply } from './announce.ts'

/* A tracker over UDP, asked (BEP 15, and BEP 41 for the path of its address). */

const PROTOCOL_ID = Buffer.from('0000041727101980', 'hex')
const CONNECT = 0
const ANNOUNCE = 1
const ERROR = 3
const EVENTS = { none: 0, completed: 1, started: 2, stopped: 3 } as const
const URL_DATA = 2
const LONGEST_OPTION = 255

/** Each question is asked so often, and waited for so long at first and twice that afterwards. */
const TRIES = 3
const WAIT: Milliseconds = 3_000

export const announceByUdp: Announce = async (url, asked, { addressOf, signal }) => {
  const { hostname, port, pathname, search } = new URL(url)
  const { address, family } = await addressOf(hostname.replace(/^\[|\]$/g, ''))
  const socket = createSocket(family === 6 ? 'udp6' : 'udp4')
  // What a socket cannot send is not answered.
  socket.on('error', () => undefined)
  try {
    socket.connect(Number(port), address)
    await once(socket, 'connect', { signal })
    const ask = async (request: Buffer, least: number) => {
      const answer = await exchange(socket, request, signal)
      if (answer.readUInt32BE(0) === ERROR) throw new AnnounceFailed(answer.toString('utf8', 8, 200))
      if (answer.length < least || answer.readUInt32BE(0) !== request.readUInt32BE(8))
        throw new AnnounceFailed('the tracker answered something else')
      return answer
    }
    const connection = (await ask(head(PROTOCOL_ID, CONNECT), 16)).subarray(8, 16)
    const path = pathname + search === '/' ? '' : pathname + search
    const body = Buffer.alloc(82)
    body.write(asked.infoHash, 0, 'hex')
    body.write(asked.peerId, 20, 'hex')
    body.writeBigUInt64BE(BigInt(asked.downloaded), 40)
    body.writeBigUInt64BE(BigInt(asked.left), 48)
    body.writeBigUInt64BE(BigInt(asked.uploaded), 56)
    body.writeUInt32BE(EVENTS[asked.event ?? 'none'], 64)
    body.writeUInt32BE(asked.key, 72)
    body.writeInt32BE(asked.event === 'stopped' ? 0 : MOST_PEERS, 76)
    body.writeUInt16BE(asked.port, 80)
    const answer = await ask(Buffer.concat([head(connection, ANNOUNCE), body, ...optionsOf(path)]), 20)
    return readReply(answer, family)
  } finally {
    socket.close()
  }
}

function readReply(answer: Buffer, family: 4 | 6): AnnounceReply {
  return {
    intervalSeconds: answer.readUInt32BE(8),
    population: { leechers: answer.readUInt32BE(12), seeds: answer.readUInt32BE(16) },
    peers: readCompact(answer.subarray(20), family, MOST_PEERS),
  }
}

function head(connection: Buffer, action: number): Buffer {
  const header = Buffer.alloc(16)
  connection.copy(header)
  header.writeUInt32BE(action, 8)
  randomBytes(4).copy(header, 12)
  return header
}

function optionsOf(path: string): Buffer[] {
  const bytes = Buffer.from(path)
  const options: Buffer[] = []
  for (let at = 0; at < bytes.length; at += LONGEST_OPTION) {
    const part = bytes.subarray(at, at + LONGEST_OPTION)
    options.push(Buffer.from([URL_DATA, part.length]), part)
  }
  return options
}

/** Sends a request until it is answered; the number in both tells that they belong together. */
async function exchange(
  socket: ReturnType<typeof createSocket>,
  request: Buffer,
  signal: AbortSignal,
): Promise<Buffer> {
  const answered = new Promise<Buffer>((resolve) => {
    const take = (message: Buffer) => {
      if (message.length < 8 || !message.subarray(4, 8).equals(request.subarray(12, 16))) return
      socket.off('message', take)
      resolve(message)
    }
    socket.on('message', take)
  })
  for (let tries = 0; tries < TRIES; tries++) {
    socket.send(request)
    const answer = await Promise.race([answered, pause(WAIT * 2 ** tries, signal)])
    signal.throwIfAborted()
    if (answer) return answer
  }
  throw new AnnounceFailed('the tracker does not answer')
}

function pause(wait: Milliseconds, signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve(null)
    }
    const timer = setTimeout(end, wait)
    signal.addEventListener('abort', end)
  })
}
