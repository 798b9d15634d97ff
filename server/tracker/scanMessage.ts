import type { InfoHash } from '../../src/core/infoHash.ts'
import {
  MAX_SDP_LENGTH,
  type AnnounceRequest,
  type AnswerRequest,
  type Offer,
  type OfferId,
  type PeerId,
} from '../../src/wire/trackerMessages.ts'
import { canonicalId, infoHashOf, peerIdOf, type ByteText } from './byteText.ts'

/**
 * Reads announces and answers as known clients write them, without decoding the session descriptions: they are
 * most of the bytes, and of no interest to a tracker. Anything out of the ordinary (spaces, unknown nesting,
 * repeated members, odd numbers, a mistake) is left to the parser that takes all of JSON.
 *
 * `text` is a message's UTF-8 bytes, known to be valid, one character a byte. In the result `offerId` and `sdp`
 * are {@link ByteText}. Null for what is left to the other parser. Never throws.
 */
export function scanMessage(text: string): AnnounceRequest | AnswerRequest | null {
  return new Scanner(text).message()
}

// eslint-disable-next-line no-control-regex -- JSON forbids them within strings, and known clients write none outside
const CONTROL = /[\u0000-\u001f]/

const COUNTS: ReadonlySet<string> = new Set(['uploaded', 'downloaded', 'left', 'numwant'])
const STRINGS: ReadonlySet<string> = new Set([
  'action',
  'info_hash',
  'peer_id',
  'to_peer_id',
  'offer_id',
  'event',
])

const QUOTE = 0x22
const COMMA = 0x2c
const BACKSLASH = 0x5c

class Scanner {
  readonly #text: string
  #at = 0
  readonly #strings = new Map<string, ByteText>()
  readonly #counts = new Map<string, number>()
  #offers: Offer[] | null = null
  #answer: ByteText | null = null

  constructor(text: string) {
    this.#text = text
  }

  message(): AnnounceRequest | AnswerRequest | null {
    if (CONTROL.test(this.#text) || !this.#members((key) => this.#member(key))) return null
    if (this.#at !== this.#text.length || this.#strings.get('action') !== 'announce') return null
    const infoHash = infoHashOf(this.#strings.get('info_hash') ?? '')
    const peerId = peerIdOf(this.#strings.get('peer_id') ?? '')
    if (!infoHash || !peerId) return null
    return this.#answer === null
      ? this.#announce(infoHash, peerId)
      : this.#answerTo(infoHash, peerId, this.#answer)
  }

  #announce(infoHash: InfoHash, peerId: PeerId): AnnounceRequest | null {
    const event = this.#strings.get('event') ?? ''
    const isKnown = event === '' || event === 'started' || event === 'stopped' || event === 'completed'
    if (!isKnown) return null
    const offers = this.#offers ?? []
    return {
      kind: 'announce',
      infoHash,
      peerId,
      ...(event !== '' && { event }),
      uploaded: this.#counts.get('uploaded') ?? 0,
      downloaded: this.#counts.get('downloaded') ?? 0,
      left: this.#counts.get('left') ?? null,
      numwant: this.#counts.get('numwant') ?? offers.length,
      offers,
    }
  }

  #answerTo(infoHash: InfoHash, peerId: PeerId, sdp: ByteText): AnswerRequest | null {
    const toPeerId = peerIdOf(this.#strings.get('to_peer_id') ?? '')
    const offerId = canonicalId(this.#strings.get('offer_id') ?? '')
    if (!toPeerId || offerId === null) return null
    return { kind: 'answer', infoHash, peerId, toPeerId, offerId: offerId as OfferId, sdp }
  }

  /** An object at this place, each of whose members `member` has to read. */
  #members(member: (key: string) => boolean): boolean {
    if (!this.#take('{')) return false
    do {
      const key = this.#string()
      if (key === null || key.includes('\\') || !this.#take(':') || !member(key)) return false
    } while (this.#takeComma())
    return this.#take('}')
  }

  #member(key: string): boolean {
    if (STRINGS.has(key)) {
      const value = this.#string()
      if (value === null || this.#strings.has(key)) return false
      this.#strings.set(key, value)
      return true
    }
    if (COUNTS.has(key)) {
      const value = this.#count()
      if (value === null || this.#counts.has(key)) return false
      this.#counts.set(key, value)
      return true
    }
    if (key === 'offers') return this.#offers === null && this.#readOffers()
    if (key === 'answer') {
      this.#answer = this.#answer === null ? this.#description('answer') : null
      return this.#answer !== null
    }
    // What other clients add beside (`trackerid`, `key`, `corrupt`), as long as it is one word.
    return key !== '__proto__' && (this.#isAt(QUOTE) ? this.#string() !== null : this.#count() !== null)
  }

  #readOffers(): boolean {
    const offers: Offer[] = []
    this.#offers = offers
    if (!this.#take('[')) return false
    if (this.#take(']')) return true
    do {
      const offer: { id: ByteText | null; sdp: ByteText | null } = { id: null, sdp: null }
      const isRead = this.#members((key) => {
        if (key === 'offer_id' && offer.id === null) {
          offer.id = canonicalId(this.#string() ?? '')
          return offer.id !== null
        }
        if (key !== 'offer' || offer.sdp !== null) return false
        offer.sdp = this.#description('offer')
        return offer.sdp !== null
      })
      if (!isRead || offer.id === null || offer.sdp === null) return false
      offers.push({ offerId: offer.id as OfferId, sdp: offer.sdp })
    } while (this.#takeComma())
    return this.#take(']')
  }

  /** The SDP of `{"type": …, "sdp": …}` with nothing beside it. */
  #description(type: 'offer' | 'answer'): ByteText | null {
    const found: { hasType: boolean; sdp: ByteText | null } = { hasType: false, sdp: null }
    const isRead = this.#members((key) => {
      const value = this.#string()
      if (key === 'type' && !found.hasType) {
        found.hasType = value === type
        return found.hasType
      }
      if (key !== 'sdp' || found.sdp !== null || value === null || value === '') return false
      found.sdp = value
      return value.length <= MAX_SDP_LENGTH
    })
    return isRead && found.hasType ? found.sdp : null
  }

  /** What stands between quotes, when its escapes are valid. */
  #string(): ByteText | null {
    if (!this.#isAt(QUOTE)) return null
    const from = this.#at + 1
    let to = this.#text.indexOf('"', from)
    while (to > 0 && this.#isEscaped(from, to)) to = this.#text.indexOf('"', to + 1)
    if (to < 0) return null
    const value = this.#text.slice(from, to)
    this.#at = to + 1
    return hasValidEscapes(value) ? value : null
  }

  /** Whether an odd number of backslashes stands before a place. */
  #isEscaped(from: number, place: number): boolean {
    let before = place - 1
    while (before >= from && this.#text.charCodeAt(before) === BACKSLASH) before -= 1
    return (place - before) % 2 === 0
  }

  /** A whole number that every reader takes for the same. */
  #count(): number | null {
    const from = this.#at
    let value = 0
    for (;;) {
      const digit = this.#text.charCodeAt(this.#at) - 0x30
      // The end gives NaN, which is neither.
      if (!(digit >= 0 && digit <= 9)) break
      value = value * 10 + digit
      this.#at += 1
    }
    const digits = this.#at - from
    const hasLeadingZero = digits > 1 && this.#text[from] === '0'
    return digits === 0 || digits > 15 || hasLeadingZero ? null : value
  }

  #isAt(code: number): boolean {
    return this.#text.charCodeAt(this.#at) === code
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false
    this.#at += 1
    return true
  }

  #takeComma(): boolean {
    if (!this.#isAt(COMMA)) return false
    this.#at += 1
    return true
  }
}

const SHORT_ESCAPES = '"\\/bfnrt'
const HEX_4 = /^[0-9a-fA-F]{4}$/

function hasValidEscapes(text: ByteText): boolean {
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at)) {
    const next = text[at + 1] ?? ''
    if (next !== '' && SHORT_ESCAPES.includes(next)) at += 2
    else if (next === 'u' && HEX_4.test(text.slice(at + 2, at + 6))) at += 6
    else return false
  }
  return true
}
