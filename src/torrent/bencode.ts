import { BencodeError } from './problems.ts'

/** Containers in one another; what torrents consist of has a dozen of them at most. */
const MOST_NESTED = 256
/** Keys of one dictionary. */
const MOST_KEYS = 1000

const INTEGER = 0x69
const LIST = 0x6c
const DICTIONARY = 0x64
const END = 0x65
const COLON = 0x3a
const MINUS = 0x2d
const ZERO = 0x30

/**
 * A bencoded value as a range of the bytes that it came in. What it means is read when it is asked for, and the bytes
 * themselves stay as they are: an info hash is that of {@link raw}, never of a copy that was decoded and encoded again.
 *
 * Reading is strict where two readers could differ (leading zeros, `-0`, a key twice), and lenient where they cannot
 * (unsorted keys, keys that are no text). Every step is linear in the bytes, without recursion.
 */
export class Bencoded {
  readonly #bytes: Uint8Array
  /** Where it begins in the bytes it was read from. */
  readonly from: number
  /** Where what follows it begins. */
  readonly to: number

  /**
   * Reads one value at `from`; what follows it is not looked at.
   *
   * @throws {BencodeError}
   */
  constructor(bytes: Uint8Array, from = 0) {
    this.#bytes = bytes
    this.from = from
    this.to = endOf(bytes, from)
  }

  get raw(): Uint8Array {
    return this.#bytes.subarray(this.from, this.to)
  }

  /**
   * A dictionary's members by key, one character for each byte; null for any other value.
   *
   * @throws {BencodeError} when a key comes twice
   */
  dictionary(): ReadonlyMap<string, Bencoded> | null {
    if (this.#bytes[this.from] !== DICTIONARY) return null
    const members = new Map<string, Bencoded>()
    for (let at = this.from + 1; at < this.to - 1;) {
      const key = new Bencoded(this.#bytes, at)
      const value = new Bencoded(this.#bytes, key.to)
      const name = binary(this.#bytes, this.#bytes.indexOf(COLON, at) + 1, key.to)
      if (members.has(name)) throw new BencodeError({ code: 'bencode-key-twice' })
      if (members.size === MOST_KEYS) throw new BencodeError({ code: 'bencode-too-many-keys' })
      members.set(name, value)
      at = value.to
    }
    return members
  }

  /** A list's items, the first `most` of them; null for any other value. */
  list(most: number): Bencoded[] | null {
    if (this.#bytes[this.from] !== LIST) return null
    const items: Bencoded[] = []
    for (let at = this.from + 1; at < this.to - 1 && items.length < most;) {
      const item = new Bencoded(this.#bytes, at)
      items.push(item)
      at = item.to
    }
    return items
  }

  /** A whole number below 2^53 either way; null for a larger one, and for any other value. */
  integer(): number | null {
    if (this.#bytes[this.from] !== INTEGER || this.to - this.from > 18 + 2) return null
    const value = Number(binary(this.#bytes, this.from + 1, this.to - 1))
    return Number.isSafeInteger(value) ? value : null
  }

  /** A byte string's bytes; null for any other value. */
  bytes(): Uint8Array | null {
    if (!isDigit(this.#bytes[this.from])) return null
    return this.#bytes.subarray(this.#bytes.indexOf(COLON, this.from) + 1, this.to)
  }

  /** A byte string as UTF-8, with U+FFFD for what is none; null for any other value. */
  text(): string | null {
    const bytes = this.bytes()
    return bytes && UTF_8.decode(bytes)
  }
}

const UTF_8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** A character for each byte. A TextDecoder takes ten times as long for the few that keys and numbers have. */
function binary(bytes: Uint8Array, from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at] ?? 0)
  return text
}

/** What a container that is open waits for. */
type Awaited = 'item' | 'key' | 'value'

/** Where the value at `from` ends. @throws {BencodeError} */
function endOf(bytes: Uint8Array, from: number): number {
  const open: Awaited[] = []
  let at = from
  do {
    const awaited = open.at(-1)
    const first = bytes[at]
    if (first === END && (awaited === 'item' || awaited === 'key')) {
      open.pop()
      at++
    } else if (awaited === 'key') {
      open[open.length - 1] = 'value'
      at = endOfString(bytes, at)
    } else {
      if (awaited === 'value') open[open.length - 1] = 'key'
      if (first === LIST || first === DICTIONARY) {
        if (open.length === MOST_NESTED) throw new BencodeError({ code: 'bencode-too-deep' })
        open.push(first === LIST ? 'item' : 'key')
        at++
      } else at = first === INTEGER ? endOfInteger(bytes, at) : endOfString(bytes, at)
    }
  } while (open.length > 0)
  return at
}

function endOfInteger(bytes: Uint8Array, from: number): number {
  const first = bytes[from + 1] === MINUS ? from + 2 : from + 1
  const end = endOfDigits(bytes, first)
  if (bytes[end] !== END) throw damaged()
  if (first > from + 1 && bytes[first] === ZERO) throw new BencodeError({ code: 'bencode-minus-zero' })
  return end + 1
}

function endOfString(bytes: Uint8Array, from: number): number {
  const colon = endOfDigits(bytes, from)
  if (bytes[colon] !== COLON) throw damaged()
  let length = 0
  for (let at = from; at < colon; at++) length = length * 10 + (bytes[at] ?? 0) - ZERO
  const end = colon + 1 + length
  if (end > bytes.length) throw new BencodeError({ code: 'bencode-cut-short' })
  return end
}

function endOfDigits(bytes: Uint8Array, from: number): number {
  let at = from
  while (isDigit(bytes[at])) at++
  if (at === from) throw at >= bytes.length ? new BencodeError({ code: 'bencode-cut-short' }) : damaged()
  if (at > from + 1 && bytes[from] === ZERO) throw new BencodeError({ code: 'bencode-leading-zero' })
  return at
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= ZERO + 9
}

function damaged(): BencodeError {
  return new BencodeError({ code: 'not-bencoded' })
}
