import type { Bytes } from '../core/brand.ts'
import {
  authorOf,
  bytesOfAuthor,
  MAX_BASE,
  MAX_SEQ,
  parseEnvelope,
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
 *     3 presence  JSON; what is in it is for the one who shows it to check
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
  | { readonly kind: 'presence'; readonly json: string }

/** More authors than that one share does not carry. */
export const MAX_AUTHORS = 400
/** What stands for the head of an author who has said two things at once, in `have`. */
export const FORKED: Head = { seq: 0xffff_ffff, hash: '0'.repeat(16) }
export const MAX_PRESENCE: Bytes = 1024
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
    default:
      return null
  }
}

export function serialiseNoteMessage(message: NoteMessage): Uint8Array<ArrayBuffer> {
  switch (message.kind) {
    case 'have':
      return serialiseHave(message.answer, message.heads)
    case 'envelope':
      return tagged(1, message.envelope.bytes)
    case 'fork': {
      const [first, second] = message.pair
      const bytes = new Uint8Array(5 + first.bytes.length + second.bytes.length)
      bytes[0] = 2
      new DataView(bytes.buffer).setUint32(1, first.bytes.length)
      bytes.set(first.bytes, 5)
      bytes.set(second.bytes, 5 + first.bytes.length)
      return bytes
    }
    case 'presence':
      return tagged(3, new TextEncoder().encode(message.json))
  }
}

function tagged(tag: number, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(1 + content.length)
  bytes[0] = tag
  bytes.set(content, 1)
  return bytes
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
  if (rest.length > MAX_PRESENCE) return null
  try {
    return { kind: 'presence', json: new TextDecoder('utf-8', { fatal: true }).decode(rest) }
  } catch {
    return null
  }
}
