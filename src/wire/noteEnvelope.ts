import type { Branded, Bytes } from '../core/brand.ts'
import { bytesOfHex, hexOf } from '../core/bytes.ts'

/*
 * One signed change of the notes on a share. All numbers are big-endian.
 *
 *     kind       1   0: a change on top of the one before; 1: all that the author has, in place of all before;
 *                    2 more in a private review, where a certificate follows
 *     author    32   Ed25519 public key (RFC 8032)
 *     seq        4   from 1, one more each time
 *     previous  32   SHA-256 of the author's envelope before this one, without its signature; zeros for the first
 *     update     n   a Yjs update (version 1)
 *     signature 64   over a context that names the review, and all of the above
 *     certificate 64 in a private review: the signature of its writers' key over the author's
 */

/** An author's public key, as 64 lower-case hex digits. */
export type AuthorId = Branded<string, 'AuthorId'>

export type EnvelopeKind = 'change' | 'base'

export interface Envelope {
  readonly kind: EnvelopeKind
  readonly author: AuthorId
  /** From 1. */
  readonly seq: number
  /** 32 bytes. */
  readonly previous: Uint8Array
  readonly update: Uint8Array
  /** 64 bytes; null outside of private reviews. */
  readonly certificate: Uint8Array<ArrayBuffer> | null
  /** As it is sent and kept, signature and certificate included. */
  readonly bytes: Uint8Array<ArrayBuffer>
}

const SEQ_AT = 33
const PREVIOUS_AT = 37
const UPDATE_AT = 69
export const SIGNATURE_LENGTH: Bytes = 64
export const HASH_LENGTH: Bytes = 32
export const AUTHOR_LENGTH: Bytes = 32

/** One change: a note of the longest text with a full drawing fits. */
export const MAX_CHANGE: Bytes = 96 * 1024
/** All that one author has. */
export const MAX_BASE: Bytes = 1024 * 1024
/** Beyond it an author has to begin anew: one a second for a hundred years. */
export const MAX_SEQ = 0xffff_fffe

const BASE = 1
const CERTIFIED = 2

/** Null for what is no envelope. The signature is not verified. */
export function parseEnvelope(bytes: Uint8Array): Envelope | null {
  const flags = bytes[0] ?? 0
  const certified = (flags & CERTIFIED) !== 0
  const end = bytes.length - tailLength(certified)
  if (flags > (BASE | CERTIFIED) || end <= UPDATE_AT) return null
  const kind = flags & BASE ? 'base' : 'change'
  const update = bytes.slice(UPDATE_AT, end)
  if (update.length > (kind === 'base' ? MAX_BASE : MAX_CHANGE)) return null
  const seq = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(SEQ_AT)
  const previous = bytes.slice(PREVIOUS_AT, UPDATE_AT)
  if (seq < 1 || seq > MAX_SEQ || (seq === 1) !== previous.every((byte) => byte === 0)) return null
  const author = authorOf(bytes.subarray(1, SEQ_AT))
  const certificate = certified ? bytes.slice(-SIGNATURE_LENGTH) : null
  return { kind, author, seq, previous, update, certificate, bytes: bytes.slice() }
}

/** An envelope without its signature and certificate. */
export function serialiseUnsigned(envelope: Omit<Envelope, 'bytes'>): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(UPDATE_AT + envelope.update.length)
  bytes[0] = (envelope.kind === 'base' ? BASE : 0) | (envelope.certificate ? CERTIFIED : 0)
  bytes.set(bytesOfAuthor(envelope.author), 1)
  new DataView(bytes.buffer).setUint32(SEQ_AT, envelope.seq)
  bytes.set(envelope.previous, PREVIOUS_AT)
  bytes.set(envelope.update, UPDATE_AT)
  return bytes
}

/** What {@link Envelope.previous} of the next one is the SHA-256 of. */
export function unsignedPart({ bytes, certificate }: Envelope): Uint8Array<ArrayBuffer> {
  return bytes.subarray(0, -tailLength(certificate !== null))
}

export function signatureOf({ bytes, certificate }: Envelope): Uint8Array<ArrayBuffer> {
  const at = bytes.length - tailLength(certificate !== null)
  return bytes.subarray(at, at + SIGNATURE_LENGTH)
}

/** Signature and certificate. */
function tailLength(certified: boolean): Bytes {
  return certified ? 2 * SIGNATURE_LENGTH : SIGNATURE_LENGTH
}

/** @param key 32 bytes */
export function authorOf(key: Uint8Array): AuthorId {
  return hexOf(key) as AuthorId
}

export function parseAuthor(text: string): AuthorId | null {
  return /^[0-9a-f]{64}$/.test(text) ? (text as AuthorId) : null
}

export function bytesOfAuthor(author: AuthorId): Uint8Array<ArrayBuffer> {
  return bytesOfHex(author)
}
