import type { Bytes } from '../core/brand.ts'

import { bytesOfHex, hexOf, joined } from '../core/bytes.ts'
import {
  AUTHOR_LENGTH,
  authorOf,
  bytesOfAuthor,
  MAX_BASE,
  MAX_SEQ,
  parseEnvelope,
  SIGNATURE_LENGTH,
  type AuthorId,
  type Envelope,
} from './noteEnvelope.ts'

/*
 * What peers say to each other about notes. The first byte tells which. All numbers are big-endian.
 *
 *     0 have      answer (u8: 1 when the other should say what it has), then 44 bytes an author:
 *                 author (32), last seq (u32; 0xffffffff: known to have said two things at once), the first 8
 *                 bytes of the last envelope's hash: two pages that were told different things find out
 *     1 envelope  one envelope
 *     2 fork      length of the first (u32), two envelopes that one author cannot both mean: of one seq, or the
 *                 second not following from the first
 *     3 presence  flags (u8: 1 when it does not come from the one it is about, 2 when there is a certificate),
 *                 author (32), count (u48, more each time), at most 400 bytes of content, signature (64) over a
 *                 context and author, count and content, and an envelope's certificate in a private review
 *     4 near      the first 8 bytes of each author whom the sender hears without anybody in between: nobody need
 *                 pass on what these say of themselves
 */

/** An author's last envelope. */
export interface Head {
  readonly seq: number
  /** The first 8 bytes of its hash, as 16 lower-case hex digits. */
  readonly hash: string
}

export type Heads = ReadonlyMap<AuthorId, Head>

export type NoteMessage =
  | { readonly kind: 'have'; readonly answer: boolean; readonly heads: Heads }
  | { readonly kind: 'envelope'; readonly envelope: Envelope }
  | { readonly kind: 'fork'; readonly pair: readonly [Envelope, Envelope] }
  | { readonly kind: 'presence'; readonly passedOn: boolean; readonly presence: SignedPresence }
  | { readonly kind: 'near'; readonly near: ReadonlySet<AuthorPrefix> }

/** The first 8 bytes of an author's key, as 16 lower-case hex digits. */
export type AuthorPrefix = string

/** What somebody says of themselves while they are here. Its signature is not verified. */
export interface SignedPresence {
  readonly author: AuthorId
  /** More each time; that of an earlier visit was less. */
  readonly count: number
  readonly content: Uint8Array<ArrayBuffer>
  /** 64 bytes. */
  readonly signature: Uint8Array<ArrayBuffer>
  /** See {@link Envelope.certificate}. */
  readonly certificate: Uint8Array<ArrayBuffer> | null
}

/** More authors than that one share does not carry. */
export const MAX_AUTHORS = 400
/** What stands for the head of an author who has said two things at once, in `have`. */
export const FORKED: Head = { seq: 0xffff_ffff, hash: '0'.repeat(16) }
/** Of {@link SignedPresence.content}. */
export const MAX_PRESENCE: Bytes = 400
/** Authors that one `near` names. */
export const MAX_NEAR = 64
const PASSED_ON = 1
const CERTIFIED = 2
const PREFIX_LENGTH: Bytes = 8
const COUNT_LENGTH: Bytes = 6
/** Passed on, author and count. */
const PRESENCE_START: Bytes = 1 + AUTHOR_LENGTH + COUNT_LENGTH
const HEAD_LENGTH: Bytes = 44
const HASH_START = 16
/** No message is longer. */
export const MAX_NOTE_MESSAGE: Bytes = 2 * (MAX_BASE + 1024)

/** Null for what no honest peer would send. */
export function parseNoteMessage(bytes: Uint8Array): NoteMessage | null {
  const rest = bytes.subarray(1)
  switch (bytes[0]) {
    case 0:
      return parseHave(rest)
    case 1: {
      const envelope = parseEnvelope(rest)
      return envelope && { kind: 'envelope', envelope }
    }
    case 2:
      return parseFork(rest)
    case 3:
      return parsePresence(rest)
    case 4:
      return parseNear(rest)
    default:
      return null
  }
}

export function serialiseNoteMessage(message: NoteMessage): Uint8Array<ArrayBuffer> {
  switch (message.kind) {
    case 'have':
      return serialiseHave(message.answer, message.heads)
    case 'envelope':
      return serialiseEnvelope(message.envelope)
    case 'fork': {
      const [first, second] = message.pair
      const length = new Uint8Array(4)
      new DataView(length.buffer).setUint32(0, first.bytes.length)
      return tagged(2, joined([length, first.bytes, second.bytes]))
    }
    case 'presence':
      return serialisePresence(message.passedOn, message.presence)
    case 'near':
      return tagged(4, bytesOfPrefixes(message.near))
  }
}

/** One and the same for all who are sent it: what waits for those who read nothing is held once. */
const serialised = new WeakMap<Envelope, Uint8Array<ArrayBuffer>>()

function serialiseEnvelope(envelope: Envelope): Uint8Array<ArrayBuffer> {
  const bytes = serialised.get(envelope) ?? tagged(1, envelope.bytes)
  serialised.set(envelope, bytes)
  return bytes
}

function tagged(tag: number, content: Uint8Array): Uint8Array<ArrayBuffer> {
  return joined([Uint8Array.of(tag), content])
}

function serialiseHave(answer: boolean, heads: Heads): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 + heads.size * HEAD_LENGTH)
  bytes[1] = answer ? 1 : 0
  let at = 2
  const view = new DataView(bytes.buffer)
  for (const [author, { seq, hash }] of heads) {
    bytes.set(bytesOfAuthor(author), at)
    view.setUint32(at + 32, seq)
    view.setBigUint64(at + 36, BigInt(`0x${hash}`))
    at += HEAD_LENGTH
  }
  return bytes
}

function parseHave(rest: Uint8Array): NoteMessage | null {
  const answer = rest[0]
  if ((answer !== 0 && answer !== 1) || (rest.length - 1) % HEAD_LENGTH !== 0) return null
  if ((rest.length - 1) / HEAD_LENGTH > MAX_AUTHORS) return null
  const view = new DataView(rest.buffer, rest.byteOffset, rest.byteLength)
  const heads = new Map<AuthorId, Head>()
  for (let at = 1; at < rest.length; at += HEAD_LENGTH) {
    const seq = view.getUint32(at + 32)
    if (seq < 1 || (seq > MAX_SEQ && seq !== FORKED.seq)) return null
    const hash = view
      .getBigUint64(at + 36)
      .toString(16)
      .padStart(HASH_START, '0')
    heads.set(authorOf(rest.subarray(at, at + 32)), { seq, hash })
  }
  // Nobody names an author twice.
  return heads.size * HEAD_LENGTH === rest.length - 1 ? { kind: 'have', answer: answer === 1, heads } : null
}

function parseFork(rest: Uint8Array): NoteMessage | null {
  if (rest.length < 4) return null
  const length = new DataView(rest.buffer, rest.byteOffset, rest.byteLength).getUint32(0)
  if (length > rest.length - 4) return null
  const first = parseEnvelope(rest.subarray(4, 4 + length))
  const second = parseEnvelope(rest.subarray(4 + length))
  if (!first || !second || first.author !== second.author) return null
  if (second.seq !== first.seq && second.seq !== first.seq + 1) return null
  return { kind: 'fork', pair: [first, second] }
}

function parsePresence(rest: Uint8Array): NoteMessage | null {
  const flags = rest[0] ?? 0
  const certified = (flags & CERTIFIED) !== 0
  const end = rest.length - SIGNATURE_LENGTH * (certified ? 2 : 1)
  if (flags > (PASSED_ON | CERTIFIED) || end < PRESENCE_START || end > PRESENCE_START + MAX_PRESENCE)
    return null
  const view = new DataView(rest.buffer, rest.byteOffset, rest.byteLength)
  const presence = {
    author: authorOf(rest.subarray(1, 1 + AUTHOR_LENGTH)),
    count: view.getUint16(1 + AUTHOR_LENGTH) * 2 ** 32 + view.getUint32(3 + AUTHOR_LENGTH),
    content: rest.slice(PRESENCE_START, end),
    signature: rest.slice(end, end + SIGNATURE_LENGTH),
    certificate: certified ? rest.slice(-SIGNATURE_LENGTH) : null,
  }
  return { kind: 'presence', passedOn: (flags & PASSED_ON) !== 0, presence }
}

function serialisePresence(passedOn: boolean, presence: SignedPresence): Uint8Array<ArrayBuffer> {
  const { signature, certificate } = presence
  const parts = [presenceContent(presence), signature, ...(certificate ? [certificate] : [])]
  const flags = (passedOn ? PASSED_ON : 0) | (certificate ? CERTIFIED : 0)
  return tagged(3, joined([Uint8Array.of(flags), ...parts]))
}

/** What the signature is over, besides its context. */
export function presenceContent({
  author,
  count,
  content,
}: Pick<SignedPresence, 'author' | 'count' | 'content'>): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(AUTHOR_LENGTH + COUNT_LENGTH + content.length)
  bytes.set(bytesOfAuthor(author))
  const view = new DataView(bytes.buffer)
  view.setUint16(AUTHOR_LENGTH, Math.floor(count / 2 ** 32))
  view.setUint32(AUTHOR_LENGTH + 2, count % 2 ** 32)
  bytes.set(content, AUTHOR_LENGTH + COUNT_LENGTH)
  return bytes
}

function parseNear(rest: Uint8Array): NoteMessage | null {
  if (rest.length % PREFIX_LENGTH !== 0 || rest.length / PREFIX_LENGTH > MAX_NEAR) return null
  const near = new Set<AuthorPrefix>()
  for (let at = 0; at < rest.length; at += PREFIX_LENGTH) {
    near.add(hexOf(rest.subarray(at, at + PREFIX_LENGTH)))
  }
  return { kind: 'near', near }
}

function bytesOfPrefixes(prefixes: ReadonlySet<AuthorPrefix>): Uint8Array {
  const bytes = new Uint8Array(prefixes.size * PREFIX_LENGTH)
  let at = 0
  for (const prefix of prefixes) bytes.set(bytesOfHex(prefix), PREFIX_LENGTH * at++)
  return bytes
}

export function prefixOf(author: AuthorId): AuthorPrefix {
  return author.slice(0, 2 * PREFIX_LENGTH)
}
