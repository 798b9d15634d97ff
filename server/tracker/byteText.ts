import { binaryOfHex, hexOfBinary, parseInfoHash, type InfoHash } from '../../src/core/infoHash.ts'
import { parsePeerId, type OfferId, type PeerId } from '../../src/wire/trackerMessages.ts'

/**
 * A piece of JSON text between the quotes of a string, as its UTF-8 bytes, one character a byte. What is relayed
 * stays in this form from one socket to the other, and is never decoded and encoded again.
 *
 * Canonical when it is what `JSON.stringify` writes; two canonical texts are equal when the strings are.
 */
export type ByteText = string

/** Entries kept by each of the caches; when it is full it starts afresh. */
const MOST_CACHED = 20_000

const infoHashOfText = new Map<ByteText, InfoHash>()
const peerIdOfText = new Map<ByteText, PeerId>()
const textOfHex = new Map<string, ByteText>()

/** The canonical text of a string. */
export function byteTextOf(value: string): ByteText {
  return Buffer.from(JSON.stringify(value).slice(1, -1)).toString('latin1')
}

/** As {@link byteTextOf}, for the bytes that hex digits stand for. */
export function byteTextOfHex(hex: InfoHash | PeerId | OfferId): ByteText {
  let text = textOfHex.get(hex)
  if (text === undefined) {
    text = byteTextOf(binaryOfHex(hex))
    remember(textOfHex, hex, text)
  }
  return text
}

export function infoHashOf(text: ByteText): InfoHash | null {
  return infoHashOfText.get(text) ?? parsed(infoHashOfText, text, parseInfoHash)
}

export function peerIdOf(text: ByteText): PeerId | null {
  return peerIdOfText.get(text) ?? parsed(peerIdOfText, text, parsePeerId)
}

/** The canonical text of an id of 20 bytes, to be kept as long as one likes; null when it is none. */
export function canonicalId(text: ByteText): ByteText | null {
  if (countCharacters(text) === 20) return copyOf(text)
  if (!text.includes('\\')) return null
  const value = valueOf(text)
  return value?.length === 20 && isBinary(value) ? byteTextOf(value) : null
}

/** The hash or id that a text stands for, remembered; null when it is none. */
function parsed<Id extends string>(
  cache: Map<ByteText, Id>,
  text: ByteText,
  parse: (hex: string) => Id | null,
): Id | null {
  const value = valueOf(text)
  if (value?.length !== 20 || !isBinary(value)) return null
  const id = parse(hexOfBinary(value))
  if (id !== null) remember(cache, copyOf(text), id)
  return id
}

/** For what is kept: the text itself may be a view into a whole message, which it would keep in memory. */
function copyOf(text: ByteText): ByteText {
  return Buffer.from(text, 'latin1').toString('latin1')
}

function valueOf(text: ByteText): string | null {
  try {
    return JSON.parse(`"${Buffer.from(text, 'latin1').toString()}"`) as string
  } catch {
    return null
  }
}

function isBinary(value: string): boolean {
  for (let at = 0; at < value.length; at += 1) if (value.charCodeAt(at) > 0xff) return false
  return true
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const LETTER_U = 0x75

/** Characters of canonical text; −1 when it is not canonical, or one of them is beyond U+00FF. */
function countCharacters(text: ByteText): number {
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const byte = text.charCodeAt(at)
    if (byte === BACKSLASH) {
      at += 1
      if (text.charCodeAt(at) === LETTER_U) {
        if (!isCanonicalEscape(text, at + 1)) return -1
        at += 4
      } else if (!'"\\bfnrt'.includes(text.charAt(at))) return -1
    } else if (byte >= 0x80) {
      // U+0080–00FF are two bytes, the first of which is C2 or C3.
      if (byte !== 0xc2 && byte !== 0xc3) return -1
      at += 1
    } else if (byte < 0x20 || byte === QUOTE) return -1
    count += 1
  }
  return count
}

/** Of the four digits after `\u`: lower case, of a control character that has no shorter escape. */
function isCanonicalEscape(text: ByteText, at: number): boolean {
  const high = text.charCodeAt(at + 2) - 0x30
  if (text.charCodeAt(at) !== 0x30 || text.charCodeAt(at + 1) !== 0x30 || high < 0 || high > 1) return false
  const digit = text.charCodeAt(at + 3)
  const isDecimal = digit >= 0x30 && digit <= 0x39
  // Below U+0010, 8 9 a c d are \b \t \n \f \r.
  if (high === 1) return isDecimal || (digit >= 0x61 && digit <= 0x66)
  return (digit >= 0x30 && digit <= 0x37) || digit === 0x62 || digit === 0x65 || digit === 0x66
}

function remember<Value>(cache: Map<string, Value>, key: string, value: Value): void {
  if (cache.size >= MOST_CACHED) cache.clear()
  cache.set(key, value)
}
