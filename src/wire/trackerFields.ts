import type { Branded } from '../core/brand.ts'
import { binaryOfHex, hexOfBinary, parseInfoHash, type InfoHash } from '../core/infoHash.ts'
import { isRecord } from '../core/isRecord.ts'

/** A peer's name within a swarm (BEP 3 `peer_id`): 20 bytes, as 40 lower-case hex digits. */
export type PeerId = Branded<string, 'PeerId'>

/** The name that a peer gives to one of its offers: 20 bytes, as 40 lower-case hex digits. */
export type OfferId = Branded<string, 'OfferId'>

/** Longest session description that is taken or passed on, in UTF-16 units; libtorrent's cap is the same. */
export const MAX_SDP_LENGTH = 64 * 1024

/** A JSON object whose members have yet to be checked. */
export type JsonObject = Readonly<Record<string, unknown>>

const HEX_20_BYTES = /^[0-9a-f]{40}$/
// eslint-disable-next-line no-control-regex -- the protocol writes one character U+0000–00FF a byte
const BINARY_20_BYTES = /^[\u0000-\u00ff]{20}$/

/** Reads 40 lower-case hex digits; null for anything else. */
export function parsePeerId(hex: string): PeerId | null {
  return HEX_20_BYTES.test(hex) ? (hex as PeerId) : null
}

/** Reads 40 lower-case hex digits; null for anything else. */
export function parseOfferId(hex: string): OfferId | null {
  return HEX_20_BYTES.test(hex) ? (hex as OfferId) : null
}

/** The wire's 20-character string of an info hash; null for another length, a higher character or no string. */
export function readInfoHash(value: unknown): InfoHash | null {
  const hex = hexOf20Bytes(value)
  return hex === null ? null : parseInfoHash(hex)
}

/** As {@link readInfoHash}, for a peer id. */
export function readPeerId(value: unknown): PeerId | null {
  return hexOf20Bytes(value) as PeerId | null
}

/** As {@link readInfoHash}, for an offer id. */
export function readOfferId(value: unknown): OfferId | null {
  return hexOf20Bytes(value) as OfferId | null
}

function hexOf20Bytes(value: unknown): string | null {
  return typeof value === 'string' && BINARY_20_BYTES.test(value) ? hexOfBinary(value) : null
}

/** The wire's form of a hash or id. */
export function writeBinary(hex: InfoHash | PeerId | OfferId): string {
  return binaryOfHex(hex)
}

/**
 * The SDP of an `RTCSessionDescriptionInit` of the type named; null when it is anything else, empty or too
 * long. Whatever else the object holds is left behind, so that nothing a peer adds reaches another peer.
 */
export function readSdp(value: unknown, type: 'offer' | 'answer'): string | null {
  if (!isRecord(value) || value['type'] !== type) return null
  const sdp = value['sdp']
  return typeof sdp === 'string' && sdp !== '' && sdp.length <= MAX_SDP_LENGTH ? sdp : null
}

/** A whole number from 0 up to 2⁵³ − 1, rounded down; null for anything that is not one. */
export function readCount(value: unknown): number | null {
  if (typeof value !== 'number' || !(value >= 0)) return null
  const whole = Math.floor(value)
  return Number.isSafeInteger(whole) ? whole : null
}

/** The JSON object in `text`; null when it is no JSON, or something else than an object. Never throws. */
export function parseJsonObject(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}
