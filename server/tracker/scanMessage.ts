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
export function scanMessage(text: ByteText): AnnounceRequest | AnswerRequest | null {
  return text.length > MOST_LENGTH ? null : new Scanner(text).message()
}

/** The expression below remembers every escape that it passes, for which there is only so much room. */
const MOST_LENGTH = 1_048_576

/**
 * What may stand between quotes. Session descriptions are most of what a tracker reads, and this is the one look
 * at each of their bytes; no loop in JavaScript is as quick. It matches the empty text, so it never goes back.
 */
// eslint-disable-next-line no-control-regex -- JSON forbids them
const INSIDE = /(?:[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y

const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

class Scanner {
  readonly #text: ByteText
  #at = 0
  #action: ByteText | null = null
  #infoHash: ByteText | null = null
  #peerId: ByteText | null = null
  #toPeerId: ByteText | null = null
  #offerId: ByteText | null = null
  #event: ByteText | null = null
  #uploaded: number | null = null
  #downloaded: number | null = null
  #left: number | null = null
  #numwant: number | null = null
  #offers: Offer[] | null = null
  #answer: ByteText | null = null

  constructor(text: ByteText) {
    this.#text = text
  }

  message(): AnnounceRequest | AnswerRequest | null {
    if (!this.#members((key) => this.#member(key))) return null
    if (this.#at !== this.#text.length || this.#action !== 'announce') return null
    const infoHash = infoHashOf(this.#infoHash ?? '')
    const peerId = peerIdOf(this.#peerId ?? '')
    if (!infoHash || !peerId) return null
    return this.#answer === null
      ? this.#announce(infoHash, peerId)
      : this.#answerTo(infoHash, peerId, this.#answer)
  }

  #announce(infoHash: InfoHash, peerId: PeerId): AnnounceRequest | null {
    const event = this.#event ?? ''
    const isKnown = event === '' || event === 'started' || event === 'stopped' || event === 'completed'
    if (!isKnown) return null
    const offers = this.#offers ?? []
    return {
      kind: 'announce',
      infoHash,
      peerId,
      ...(event !== '' && { event }),
      uploaded: this.#uploaded ?? 0,
      downloaded: this.#downloaded ?? 0,
      left: this.#left,
      numwant: this.#numwant ?? offers.length,
      offers,
    }
  }

  #answerTo(infoHash: InfoHash, peerId: PeerId, sdp: ByteText): AnswerRequest | null {
    const toPeerId = peerIdOf(this.#toPeerId ?? '')
    const offerId = canonicalId(this.#offerId ?? '')
    if (!toPeerId || offerId === null) return null
    return { kind: 'answer', infoHash, peerId, toPeerId, offerId: offerId as OfferId, sdp }
  }

  /** An object at this place, each of whose members `member` has to read. */
  #members(member: (key: string) => boolean): boolean {
    if (!this.#take(OPEN_BRACE)) return false
    do {
      const key = this.#string()
      if (key === null || key.includes('\\') || !this.#take(COLON) || !member(key)) return false
    } while (this.#take(COMMA))
    return this.#take(CLOSE_BRACE)
  }

  #member(key: string): boolean {
    switch (key) {
      case 'action':
        return (this.#action = this.#onlyString(this.#action)) !== null
      case 'info_hash':
        return (this.#infoHash = this.#onlyString(this.#infoHash)) !== null
      case 'peer_id':
        return (this.#peerId = this.#onlyString(this.#peerId)) !== null
      case 'to_peer_id':
        return (this.#toPeerId = this.#onlyString(this.#toPeerId)) !== null
      case 'offer_id':
        return (this.#offerId = this.#onlyString(this.#offerId)) !== null
      case 'event':
        return (this.#event = this.#onlyString(this.#event)) !== null
      case 'uploaded':
        return (this.#uploaded = this.#onlyCount(this.#uploaded)) !== null
      case 'downloaded':
        return (this.#downloaded = this.#onlyCount(this.#downloaded)) !== null
      case 'left':
        return (this.#left = this.#onlyCount(this.#left)) !== null
      case 'numwant':
        return (this.#numwant = this.#onlyCount(this.#numwant)) !== null
      case 'offers':
        return this.#offers === null && this.#readOffers()
      case 'answer':
        return this.#answer === null && (this.#answer = this.#description('answer')) !== null
      default:
        // What other clients add beside (`trackerid`, `key`, `corrupt`), as long as it is one word.
        return key !== '__proto__' && (this.#isAt(QUOTE) ? this.#string() !== null : this.#count() !== null)
    }
  }

  #readOffers(): boolean {
    const offers: Offer[] = []
    this.#offers = offers
    if (!this.#take(OPEN_BRACKET)) return false
    if (this.#take(CLOSE_BRACKET)) return true
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
    } while (this.#take(COMMA))
    return this.#take(CLOSE_BRACKET)
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

  /** A string, unless the member was there `before`. */
  #onlyString(before: ByteText | null): ByteText | null {
    return before === null ? this.#string() : null
  }

  #onlyCount(before: number | null): number | null {
    return before === null ? this.#count() : null
  }

  /** What stands between quotes, when its escapes are valid. */
  #string(): ByteText | null {
    if (!this.#take(QUOTE)) return null
    const from = this.#at
    INSIDE.lastIndex = from
    INSIDE.test(this.#text)
    this.#at = INSIDE.lastIndex
    const text = this.#text.slice(from, this.#at)
    return this.#take(QUOTE) ? text : null
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

  #take(code: number): boolean {
    if (!this.#isAt(code)) return false
    this.#at += 1
    return true
  }
}
