import { parseInfoHash, type InfoHash } from '../../src/core/infoHash.ts'
import { parsePeerId } from '../../src/wire/trackerMessages.ts'
import { endpointBytes } from './httpAnnounce.ts'
import type { AddressedAnnounce, AddressedCounts, AddressedReply } from './addressedTracker.ts'

/** Requests and responses of the UDP tracker (BEP 15), and the announce's options (BEP 41). */

const PROTOCOL_ID = Buffer.from('0000041727101980', 'hex')

const CONNECT = 0
const ANNOUNCE = 1
const SCRAPE = 2
const ERROR = 3

const HEADER_LENGTH = 16
const ANNOUNCE_LENGTH = 98
const HASH_LENGTH = 20

/** So that no response is fragmented, over IPv6 and a tunnel either. */
const MOST_RESPONSE_BYTES = 1_220

const EVENTS = [undefined, 'completed', 'started', 'stopped'] as const
/** libtorrent's number for the event of BEP 21. */
const PAUSED = 4

const OPTION_END = 0
const OPTION_NOP = 1
const OPTION_URL_DATA = 2

export type UdpRequest =
  | { readonly kind: 'connect'; readonly transactionId: Buffer }
  | {
      readonly kind: 'announce'
      readonly transactionId: Buffer
      readonly connectionId: Buffer
      readonly announce: AddressedAnnounce
      /** Path and query of the announce address (BEP 41); empty when the client sends none. */
      readonly urlData: string
    }
  | {
      readonly kind: 'scrape'
      readonly transactionId: Buffer
      readonly connectionId: Buffer
      readonly infoHashes: readonly InfoHash[]
    }

/** Reads a datagram that came from `address` and `port`; null for anything that is no request. Never throws. */
export function readUdpRequest(datagram: Buffer, address: string, port: number): UdpRequest | null {
  if (datagram.length < HEADER_LENGTH) return null
  const transactionId = datagram.subarray(12, HEADER_LENGTH)
  const connectionId = datagram.subarray(0, 8)
  switch (datagram.readUInt32BE(8)) {
    case CONNECT:
      return connectionId.equals(PROTOCOL_ID) ? { kind: 'connect', transactionId } : null
    case ANNOUNCE: {
      const announce = readAnnounce(datagram, address, port)
      if (!announce) return null
      return { kind: 'announce', transactionId, connectionId, announce, urlData: readUrlData(datagram) }
    }
    case SCRAPE:
      return { kind: 'scrape', transactionId, connectionId, infoHashes: readHashes(datagram) }
    default:
      return null
  }
}

function readAnnounce(datagram: Buffer, address: string, fromPort: number): AddressedAnnounce | null {
  if (datagram.length < ANNOUNCE_LENGTH) return null
  const infoHash = parseInfoHash(datagram.toString('hex', 16, 36))
  const peerId = parsePeerId(datagram.toString('hex', 36, 56))
  // Port 0 stands for the one that the datagram came from.
  const endpoint = endpointBytes(address, datagram.readUInt16BE(96) || fromPort)
  if (!infoHash || !peerId || endpoint === null) return null
  const code = datagram.readUInt32BE(80)
  const event = EVENTS[code]
  const numwant = datagram.readInt32BE(92)
  return {
    infoHash,
    peerId,
    address,
    endpoint,
    ...(event && { event }),
    isPartialSeed: code === PAUSED,
    downloaded: readCount(datagram, 56) ?? 0,
    left: readCount(datagram, 64),
    uploaded: readCount(datagram, 72) ?? 0,
    numwant: numwant < 0 ? null : numwant,
    isOneFamily: true,
  }
}

function readHashes(datagram: Buffer): readonly InfoHash[] {
  const infoHashes: InfoHash[] = []
  for (let at = HEADER_LENGTH; at + HASH_LENGTH <= datagram.length; at += HASH_LENGTH) {
    const infoHash = parseInfoHash(datagram.toString('hex', at, at + HASH_LENGTH))
    if (infoHash) infoHashes.push(infoHash)
  }
  return infoHashes
}

/** The parts of the address, put together; what does not fit the datagram is left out. */
function readUrlData(datagram: Buffer): string {
  let text = ''
  let at = ANNOUNCE_LENGTH
  while (at < datagram.length) {
    const option = datagram[at]
    if (option === OPTION_END) break
    if (option === OPTION_NOP) {
      at += 1
      continue
    }
    const length = datagram[at + 1]
    if (length === undefined || at + 2 + length > datagram.length) break
    if (option === OPTION_URL_DATA) text += datagram.toString('latin1', at + 2, at + 2 + length)
    at += 2 + length
  }
  return text
}

/** A 64-bit count; null when it is more than a number holds, such as −1 for unknown. */
function readCount(datagram: Buffer, at: number): number | null {
  const value = datagram.readUInt32BE(at) * 2 ** 32 + datagram.readUInt32BE(at + 4)
  return Number.isSafeInteger(value) ? value : null
}

export function writeUdpConnect(transactionId: Buffer, connectionId: Buffer): Buffer {
  return Buffer.concat([head(CONNECT, transactionId), connectionId])
}

/** The peers are of the requester's own family: a response over IPv4 holds IPv4 addresses alone. */
export function writeUdpAnnounce(transactionId: Buffer, reply: AddressedReply, isIPv6: boolean): Buffer {
  const endpointLength = isIPv6 ? 18 : 6
  const room = Math.floor((MOST_RESPONSE_BYTES - 20) / endpointLength)
  const endpoints = reply.peers.slice(0, room).map(({ endpoint }) => endpoint)
  const numbers = Buffer.alloc(12)
  numbers.writeUInt32BE(reply.intervalSeconds, 0)
  numbers.writeUInt32BE(reply.incomplete, 4)
  numbers.writeUInt32BE(reply.complete, 8)
  return Buffer.concat([head(ANNOUNCE, transactionId), numbers, Buffer.from(endpoints.join(''), 'latin1')])
}

export function writeUdpScrape(transactionId: Buffer, counts: readonly AddressedCounts[]): Buffer {
  const numbers = Buffer.alloc(counts.length * 12)
  counts.forEach(({ complete, downloaded, incomplete }, index) => {
    numbers.writeUInt32BE(complete, index * 12)
    numbers.writeUInt32BE(downloaded, index * 12 + 4)
    numbers.writeUInt32BE(incomplete, index * 12 + 8)
  })
  return Buffer.concat([head(SCRAPE, transactionId), numbers])
}

export function writeUdpError(transactionId: Buffer, reason: string): Buffer {
  return Buffer.concat([head(ERROR, transactionId), Buffer.from(reason)])
}

function head(action: number, transactionId: Buffer): Buffer {
  const header = Buffer.alloc(8)
  header.writeUInt32BE(action, 0)
  transactionId.copy(header, 4)
  return header
}
