/**
 * What nodes tell each other: lines of fields with tabs between them, one character a byte. Info hashes, peer ids and
 * endpoints are hex; session descriptions and offer ids are {@link ByteText} and go as they came: neither has a
 * control character in it.
 *
 * | line                              | says                                                                        |
 * | --------------------------------- | --------------------------------------------------------------------------- |
 * | `W` hash downloaded               | I have this swarm: tell me of yours. All my peers in it follow (`J`, `j`)     |
 * | `M` hash downloaded               | the answer to that, with all my peers in it                                   |
 * | `N` hash                          | I do not have it (any more)                                                   |
 * | `J` hash number id flags member network   | a WebRTC peer of mine has come, or is another than before             |
 * | `L` number                        | it has left                                                                   |
 * | `j` hash endpoint id flags member | the same for a peer that announces over HTTP or UDP                           |
 * | `l` hash endpoint                 | it has left                                                                   |
 * | `T` as `j`                        | I am stopping: it is yours to keep                                            |
 * | `D` hash                          | one of my peers has become complete                                           |
 * | `O` to from offerId sdp           | my peer offers yours; both by number                                          |
 * | `A` to from key peerId sdp        | my peer answers yours; `key` is the offering peer's id and the offer's id      |
 * | `S`                               | I have missed something of yours: tell me all of it again                     |
 * | `Y`                               | that was all                                                                  |
 * | `R` question json                 | the answer to what you have asked all nodes                                   |
 */
import { parseInfoHash, type InfoHash } from '../../src/core/infoHash.ts'
import { parsePeerId, type PeerId } from '../../src/wire/trackerMessages.ts'
import type { AddressedPeer } from '../tracker/addressedPeers.ts'
import type { MemberId } from '../tracker/admission.ts'
import type { Peer } from '../tracker/records.ts'

const SEED = 1
const PARTIAL_SEED = 2
const COMPLETED = 4

export interface PeerState {
  isSeed: boolean
  isPartialSeed: boolean
  hasCompleted: boolean
}

/** A peer as another node tells of it. */
export interface ToldPeer extends PeerState {
  readonly infoHash: InfoHash
  readonly peerId: PeerId
  readonly member: MemberId | null
}

export function flagsOf({ isSeed, isPartialSeed, hasCompleted }: PeerState): number {
  return Number(isSeed) * SEED + Number(isPartialSeed) * PARTIAL_SEED + Number(hasCompleted) * COMPLETED
}

export function joinLine(peer: Peer): string {
  const { swarm, number, peerId, session } = peer
  const member = session.member ?? ''
  return `J\t${swarm.infoHash}\t${number}\t${peerId}\t${flagsOf(peer)}\t${member}\t${session.network ?? ''}`
}

export function addressedLine(infoHash: InfoHash, peer: AddressedPeer, kind: 'j' | 'T' = 'j'): string {
  const { endpoint, peerId, member } = peer
  return `${kind}\t${infoHash}\t${hexOf(endpoint)}\t${peerId}\t${flagsOf(peer)}\t${member ?? ''}`
}

export function leftAddressedLine(infoHash: InfoHash, endpoint: string): string {
  return `l\t${infoHash}\t${hexOf(endpoint)}`
}

/** Of the fields behind the hash and what names the peer; null when they are none. What is kept is no view of a batch. */
export function readPeer(
  hash: string,
  [id = '', flags = '', member = '']: readonly string[],
): ToldPeer | null {
  const infoHash = readHash(hash)
  const peerId = parsePeerId(copyOf(id))
  const bits = Number(flags)
  if (!infoHash || !peerId) return null
  return {
    infoHash,
    peerId,
    isSeed: (bits & SEED) !== 0,
    isPartialSeed: (bits & PARTIAL_SEED) !== 0,
    hasCompleted: (bits & COMPLETED) !== 0,
    member: member === '' ? null : (Number(member) as MemberId),
  }
}

export function readHash(text: string): InfoHash | null {
  return parseInfoHash(copyOf(text))
}

/** The 6 or 18 bytes of an endpoint. */
export function readEndpoint(hex: string): string | null {
  return /^(?:[0-9a-f]{12}|[0-9a-f]{36})$/.test(hex) ? Buffer.from(hex, 'hex').toString('latin1') : null
}

/** The address in an endpoint, as text. */
export function addressIn(endpoint: string): string {
  const bytes = Buffer.from(endpoint.slice(0, -2), 'latin1')
  if (bytes.length === 4) return bytes.join('.')
  return Array.from({ length: 8 }, (_, group) => bytes.readUInt16BE(group * 2).toString(16)).join(':')
}

/** A text that does not keep the batch in memory that it was cut from. */
export function copyOf(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1')
}

function hexOf(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('hex')
}
