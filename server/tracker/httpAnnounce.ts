import { isIPv6 } from 'node:net'
import { parseInfoHash, type InfoHash } from '../../src/core/infoHash.ts'
import { parsePeerId, type PeerId } from '../../src/wire/trackerMessages.ts'
import { bencodedText, utf8Bytes, type BencodableDictionary } from '../../src/torrent/writeBencode.ts'
import { addressBytes } from '../addresses.ts'
import type { AddressedPeer } from './addressedPeers.ts'
import type { AddressedAnnounce, AddressedCounts, AddressedReply, Refusal } from './addressedTracker.ts'
import type { QueryParameters } from './queryString.ts'

/** Requests and responses of the HTTP tracker (BEP 3, 7, 21, 23, 48) as they are written. */

/** How the client wants to read the peers. */
export interface PeerFormat {
  readonly isCompact: boolean
  readonly hasPeerIds: boolean
}

type HttpAnnounce = AddressedAnnounce & { readonly format: PeerFormat }

const EVENTS: ReadonlySet<string> = new Set([
  '',
  'started',
  'stopped',
  'completed',
  'paused',
  'update',
  'empty',
])

/** Reads an announce that came from `address`. The address that a client names itself (`ip`, `ipv6`) is ignored. */
export function readHttpAnnounce(parameters: QueryParameters, address: string): HttpAnnounce | Refusal {
  const infoHash = readInfoHash(one(parameters, 'info_hash'))
  if (!infoHash) return { refusal: 'info_hash must be 20 bytes' }
  const peerId = readPeerId(one(parameters, 'peer_id'))
  if (!peerId) return { refusal: 'peer_id must be 20 bytes' }
  const port = readCount(one(parameters, 'port'))
  const event = one(parameters, 'event') ?? ''
  if (!EVENTS.has(event)) return { refusal: 'unknown event' }
  // A port is of no interest once the client goes.
  if (port === null || port > 65_535 || (port === 0 && event !== 'stopped')) {
    return { refusal: 'port must be a number from 1 to 65535' }
  }
  const endpoint = endpointBytes(address, port)
  if (endpoint === null) return { refusal: 'your address is not known' }
  return {
    infoHash,
    peerId,
    address,
    endpoint,
    ...((event === 'started' || event === 'stopped' || event === 'completed') && { event }),
    isPartialSeed: event === 'paused',
    uploaded: readCount(one(parameters, 'uploaded')) ?? 0,
    downloaded: readCount(one(parameters, 'downloaded')) ?? 0,
    left: readCount(one(parameters, 'left')),
    numwant: readCount(one(parameters, 'numwant')),
    format: {
      isCompact: one(parameters, 'compact') !== '0',
      hasPeerIds: one(parameters, 'no_peer_id') !== '1',
    },
  }
}

/** The hashes that a scrape names; null when one of them is none. */
export function readHttpScrape(parameters: QueryParameters): readonly InfoHash[] | null {
  const infoHashes: InfoHash[] = []
  for (const value of parameters.get('info_hash') ?? []) {
    const infoHash = readInfoHash(value)
    if (!infoHash) return null
    infoHashes.push(infoHash)
  }
  return infoHashes
}

export function writeHttpAnnounce(reply: AddressedReply, format: PeerFormat): string {
  const peers = format.isCompact
    ? compactPeers(reply.peers)
    : `5:peers${bencodedText(reply.peers.map((peer) => fullPeer(peer, format)))}`
  // Written out, the keys in their order: to make a dictionary and sort it takes a tenth of an announce.
  return (
    `d8:completei${reply.complete}e10:incompletei${reply.incomplete}e` +
    `8:intervali${reply.intervalSeconds}e12:min intervali${reply.minIntervalSeconds}e${peers}e`
  )
}

export function writeHttpScrape(counts: readonly AddressedCounts[]): string {
  const files = counts.map(({ infoHash, complete, incomplete, downloaded, downloaders }) => [
    bytesOfHex(infoHash),
    { complete, incomplete, downloaded, downloaders },
  ])
  return bencodedText({ files: Object.fromEntries(files) as BencodableDictionary })
}

export function writeHttpRefusal({ refusal }: Refusal): string {
  return bencodedText({ 'failure reason': utf8Bytes(refusal) })
}

/** An address and a port in network order, as a byte string; null for what is no address. */
export function endpointBytes(address: string, port: number): string | null {
  const bytes = addressBytes(address)
  if (!bytes) return null
  let endpoint = ''
  // Not spread, which goes through an iterator: that takes a fifth of an announce.
  for (let at = 0; at < bytes.length; at += 1) endpoint += String.fromCharCode(bytes[at] ?? 0)
  return endpoint + String.fromCharCode(port >> 8, port & 0xff)
}

/** The members of a dictionary: IPv4 in `peers` (BEP 23), even when it is empty, IPv6 in `peers6` (BEP 7). */
function compactPeers(peers: readonly AddressedPeer[]): string {
  let ipv4 = ''
  let ipv6 = ''
  for (const { endpoint } of peers) {
    if (endpoint.length === 6) ipv4 += endpoint
    else ipv6 += endpoint
  }
  const peers4 = `5:peers${bencodedText(ipv4)}`
  return ipv6 === '' ? peers4 : `${peers4}6:peers6${bencodedText(ipv6)}`
}

function fullPeer({ address, endpoint, peerId }: AddressedPeer, format: PeerFormat): BencodableDictionary {
  const port = (endpoint.charCodeAt(endpoint.length - 2) << 8) | endpoint.charCodeAt(endpoint.length - 1)
  return {
    ip: isIPv6(address) ? address.replace(/%.*$/, '') : address,
    port,
    'peer id': format.hasPeerIds ? bytesOfHex(peerId) : undefined,
  }
}

function one(parameters: QueryParameters, name: string): string | undefined {
  return parameters.get(name)?.[0]
}

function readInfoHash(bytes: string | undefined): InfoHash | null {
  return bytes?.length === 20 ? parseInfoHash(hexOfBytes(bytes)) : null
}

function readPeerId(bytes: string | undefined): PeerId | null {
  return bytes?.length === 20 ? parsePeerId(hexOfBytes(bytes)) : null
}

/** A whole number of at most 2⁵³ − 1; null for anything else. */
function readCount(text: string | undefined): number | null {
  if (text === undefined || !/^\d{1,16}$/.test(text)) return null
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : null
}

function hexOfBytes(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('hex')
}

function bytesOfHex(hex: string): string {
  return Buffer.from(hex, 'hex').toString('latin1')
}
