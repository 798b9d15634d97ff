import type { Bytes } from '../core/brand.ts'
import { bytesOfHex, hexOf } from '../core/bytes.ts'
import { parseOfferId, parsePeerId, type OfferId, type PeerId } from './trackerMessages.ts'

/*
 * How peers introduce their neighbours in a swarm to each other, in the manner of `ut_holepunch` (BEP 55): what a
 * tracker does for those whom it knows, a peer does for those who are connected to it. One message of the wire's
 * extension each, ids of 20 bytes, descriptions of connections in UTF-8.
 *
 *     who        0                                  whom do you know?
 *     known      1, peer ids                        these
 *     introduce  2, peer id, offer id, description  take this offer to that peer
 *     offer      3, peer id, offer id, description  that peer offers you this
 *     accept     4, peer id, offer id, description  take this answer to that peer
 *     answer     5, peer id, offer id, description  that peer answers this to your offer
 *     refuse     6, peer id, offer id               that peer's offer is not answered
 *     refused    7, peer id, offer id               your offer to that peer is not answered
 */

const RELAYED = ['introduce', 'offer', 'accept', 'answer'] as const
const REFUSALS = ['refuse', 'refused'] as const

export type IntroductionMessage =
  | { readonly kind: 'who' }
  | { readonly kind: 'known'; readonly peers: readonly PeerId[] }
  | RelayedDescription
  | {
      readonly kind: (typeof REFUSALS)[number]
      readonly peerId: PeerId
      readonly offerId: OfferId
    }

export interface RelayedDescription {
  readonly kind: (typeof RELAYED)[number]
  /** To whom it is to go, or from whom it comes. */
  readonly peerId: PeerId
  readonly offerId: OfferId
  readonly sdp: string
}

const WHO = 0
const KNOWN = 1
const FIRST_RELAYED = 2
const FIRST_REFUSAL = FIRST_RELAYED + RELAYED.length

const ID: Bytes = 20
const HEADER: Bytes = 1 + 2 * ID

/** Peers that are named at once. */
export const MOST_KNOWN = 50

/** Descriptions with a dozen candidates have about 3 KiB. */
const MAX_SDP: Bytes = 16 * 1024

export function serialiseIntroduction(message: IntroductionMessage): Uint8Array<ArrayBuffer> {
  switch (message.kind) {
    case 'who':
      return Uint8Array.of(WHO)
    case 'known': {
      const bytes = new Uint8Array(1 + ID * message.peers.length)
      bytes[0] = KNOWN
      message.peers.forEach((peer, at) => bytes.set(bytesOfHex(peer), 1 + ID * at))
      return bytes
    }
    case 'refuse':
    case 'refused':
      return addressed(FIRST_REFUSAL + REFUSALS.indexOf(message.kind), message, '')
    default:
      return addressed(FIRST_RELAYED + RELAYED.indexOf(message.kind), message, message.sdp)
  }
}

/** Null for what no honest peer sends. */
export function parseIntroduction(bytes: Uint8Array): IntroductionMessage | null {
  const kind = bytes[0] ?? -1
  if (kind === WHO) return bytes.length === 1 ? { kind: 'who' } : null
  if (kind === KNOWN) return parseKnown(bytes.subarray(1))
  if (bytes.length < HEADER || bytes.length > HEADER + MAX_SDP) return null
  const peerId = parsePeerId(hexOf(bytes.subarray(1, 1 + ID)))
  const offerId = parseOfferId(hexOf(bytes.subarray(1 + ID, HEADER)))
  if (!peerId || !offerId) return null
  const relayed = RELAYED[kind - FIRST_RELAYED]
  const sdp = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(HEADER))
  if (relayed) return sdp === '' ? null : { kind: relayed, peerId, offerId, sdp }
  const refusal = REFUSALS[kind - FIRST_REFUSAL]
  return refusal && sdp === '' ? { kind: refusal, peerId, offerId } : null
}

function parseKnown(bytes: Uint8Array): IntroductionMessage | null {
  if (bytes.length % ID !== 0 || bytes.length > ID * MOST_KNOWN) return null
  const peers = Array.from({ length: bytes.length / ID }, (_, at) =>
    parsePeerId(hexOf(bytes.subarray(ID * at, ID * (at + 1)))),
  )
  return { kind: 'known', peers: peers.filter((peer) => peer !== null) }
}

function addressed(
  kind: number,
  { peerId, offerId }: { readonly peerId: PeerId; readonly offerId: OfferId },
  sdp: string,
): Uint8Array<ArrayBuffer> {
  const description = new TextEncoder().encode(sdp)
  const bytes = new Uint8Array(HEADER + description.length)
  bytes[0] = kind
  bytes.set(bytesOfHex(peerId), 1)
  bytes.set(bytesOfHex(offerId), 1 + ID)
  bytes.set(description, HEADER)
  return bytes
}
