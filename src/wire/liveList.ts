import { base64urlOf, bytesOfBase64url } from '../core/base64url.ts'
import type { Bytes, Milliseconds } from '../core/brand.ts'
import { bytesOfHex, hexOf, joined } from '../core/bytes.ts'
import { isRecord } from '../core/isRecord.ts'

/*
 * Live HLS, as it is shared: a small file names the publisher's key (the channel), and is a torrent like any other, so
 * that viewers find each other. What the channel shows is told by a list that grows, signed by that key: the last
 * segments, and the SHA-256 of each of their pieces. Whoever passes a list or a piece on can change neither.
 *
 *     signed list: signature (64 bytes of Ed25519, over the context and the text), text (JSON)
 */

/** What the file of a channel says. */
export interface LiveChannel {
  /** Ed25519, 32 bytes. */
  readonly key: Uint8Array<ArrayBuffer>
  /** One key may have several: a list of one is none of another. */
  readonly stream: string
}

/** A file that HLS names, in pieces of {@link livePieceLength}. */
export interface LivePart {
  /** A segment's is its media sequence number. Never used again for something else. */
  readonly id: number
  readonly size: Bytes
  /** SHA-256 of each piece, 32 bytes each. */
  readonly hashes: Uint8Array<ArrayBuffer>
}

export interface LiveSegment extends LivePart {
  /** Seconds. */
  readonly duration: number
  /** When its first picture was taken, since 1970; null where the publisher does not tell. */
  readonly at: Milliseconds | null
  /** What comes before is of another clock or coding. */
  readonly discontinuous: boolean
  /** The id of what has to be read before it; null for none. */
  readonly map: number | null
}

export interface LiveList {
  readonly stream: string
  /** More each time. */
  readonly version: number
  /** Seconds that no segment is longer than. */
  readonly target: number
  /** Nothing is going to follow. */
  readonly ended: boolean
  readonly maps: readonly LivePart[]
  /** One after the other, without a gap in their ids. */
  readonly segments: readonly LiveSegment[]
}

const HASH: Bytes = 32
const SIGNATURE: Bytes = 64
/** The last ones of a list; the maps that these need. */
export const MOST_SEGMENTS = 24
export const MOST_MAPS = 8
/** Of a segment: 4 s at 32 Mbit/s. */
export const MAX_PART: Bytes = 16 * 1024 * 1024
export const MAX_SIGNED: Bytes = 128 * 1024
export const MAX_CHANNEL: Bytes = 4096
/** Ids are written in 48 bits. */
const MOST_ID = 2 ** 48 - 1
/** Those of maps are above those of all segments. */
export const FIRST_MAP = 2 ** 47
const MOST_PIECES = 64
const SHORTEST_PIECE: Bytes = 64 * 1024
const LONGEST_STREAM_NAME = 1000

const CONTEXT = new TextEncoder().encode('shoal/live-list/1\n')

/** At most 64 pieces: each is given on as soon as it has come. */
export function livePieceLength(size: Bytes): Bytes {
  let length = SHORTEST_PIECE
  while (size > length * MOST_PIECES) length *= 2
  return length
}

export function serialiseChannel({ key, stream }: LiveChannel): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${JSON.stringify({ shoal: 'live', key: hexOf(key), stream })}\n`)
}

/** Null for what is no channel's file. */
export function parseChannel(bytes: Uint8Array): LiveChannel | null {
  const told = jsonOf(bytes)
  if (!isRecord(told) || told['shoal'] !== 'live') return null
  const { key, stream } = told
  if (typeof key !== 'string' || !/^[0-9a-f]{64}$/.test(key) || !isName(stream)) return null
  return { key: bytesOfHex(key), stream }
}

/** What is signed. */
export function signedContent(text: Uint8Array): Uint8Array<ArrayBuffer> {
  return joined([CONTEXT, text])
}

export function textOfList(list: LiveList): Uint8Array<ArrayBuffer> {
  const part = ({ id, size, hashes }: LivePart) => ({ id, size, hashes: base64urlOf(hashes) })
  const { stream, version, target, ended } = list
  const maps = list.maps.map(part)
  const segments = list.segments.map((segment) => {
    const { duration, at, discontinuous, map } = segment
    return { ...part(segment), duration, at, discontinuous, map }
  })
  return new TextEncoder().encode(JSON.stringify({ stream, version, target, ended, maps, segments }))
}

/** The parts of a signed list; null for what is too short or too long. */
export function splitSigned(
  signed: Uint8Array<ArrayBuffer>,
): { readonly signature: Uint8Array<ArrayBuffer>; readonly text: Uint8Array<ArrayBuffer> } | null {
  if (signed.length <= SIGNATURE || signed.length > MAX_SIGNED) return null
  return { signature: signed.subarray(0, SIGNATURE), text: signed.subarray(SIGNATURE) }
}

/** Null for what no publisher says. */
export function parseList(text: Uint8Array): LiveList | null {
  const told = jsonOf(text)
  if (!isRecord(told)) return null
  const { stream, version, target, ended, maps, segments } = told
  if (!isName(stream) || !isCount(version, MOST_ID) || !isSeconds(target) || typeof ended !== 'boolean')
    return null
  if (!Array.isArray(maps) || !Array.isArray(segments)) return null
  if (maps.length > MOST_MAPS || segments.length > MOST_SEGMENTS) return null
  const parsedMaps = maps.map((map) => parsePart(map, FIRST_MAP, MOST_ID))
  const parsed = segments.map((segment) => parseSegment(segment))
  if (!parsedMaps.every((map) => map !== null) || !parsed.every((segment) => segment !== null)) return null
  const ids = new Set(parsedMaps.map(({ id }) => id))
  const isWhole = parsed.every(
    ({ id, map }, at) => id === (parsed[0]?.id ?? 0) + at && (map === null || ids.has(map)),
  )
  return isWhole ? { stream, version, target, ended, maps: parsedMaps, segments: parsed } : null
}

function parseSegment(told: unknown): LiveSegment | null {
  const part = parsePart(told, 0, FIRST_MAP - 1)
  if (!part || !isRecord(told)) return null
  const { duration, at, discontinuous, map } = told
  if (!isSeconds(duration) || typeof discontinuous !== 'boolean') return null
  if (at !== null && !isCount(at, Number.MAX_SAFE_INTEGER)) return null
  if (map !== null && !isCount(map, MOST_ID)) return null
  return { ...part, duration, at, discontinuous, map }
}

function parsePart(told: unknown, least: number, most: number): LivePart | null {
  if (!isRecord(told)) return null
  const { id, size, hashes } = told
  if (!isCount(id, most) || id < least || !isCount(size, MAX_PART) || size === 0) return null
  const bytes = typeof hashes === 'string' && /^[\w-]+$/.test(hashes) ? decoded(hashes) : null
  if (bytes?.length !== Math.ceil(size / livePieceLength(size)) * HASH) return null
  return { id, size, hashes: bytes }
}

function decoded(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return bytesOfBase64url(text)
  } catch {
    return null
  }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_STREAM_NAME
}

function isCount(value: unknown, most: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most
}

/** Of a segment. */
function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value <= 60
}
