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

/** Members as they stand in the message. */
interface Found {
  action?: ByteText
  info_hash?: ByteText
  peer_id?: ByteText
  to_peer_id?: ByteText
  offer_id?: ByteText
  event?: ByteText
  uploaded?: number
  downloaded?: number
  left?: number
  numwant?: number
}

class Scanner {
  readonly #text: ByteText
  #at = 0
  readonly #found: Found = {}
  #offers: Offer[] | null = null
  #answer: ByteText | null = null

  constructor(text: ByteText) {
    this.#text = text
  }

  message(): AnnounceRequest | AnswerRequest | null {
    if (!this.#members((key) => this.#member(key))) return null
    if (this.#at !== this.#text.length || this.#found.action !== 'announce') return null
    const infoHash = infoHashOf(this.#found.info_hash ?? '')
    const peerId = peerIdOf(this.#found.peer_id ?? '')
    if (!infoHash || !peerId) return null
    return this.#answer === null
      ? this.#announce(infoHash, peerId)
      : this.#answerTo(infoHash, peerId, this.#answer)
  }

  #announce(infoHash: InfoHash, peerId: PeerId): AnnounceRequest | null {
    const event = this.#found.event ?? ''
    const isKnown = event === '' || event === 'started' || event === 'stopped' || event === 'completed'
    if (!isKnown) return null
    const offers = this.#offers ?? []
    return {
      kind: 'announce',
      infoHash,
      peerId,
      ...(event !== '' && { event }),
      uploaded: this.#found.uploaded ?? 0,
      downloaded: this.#found.downloaded ?? 0,
      left: this.#found.left ?? null,
      numwant: this.#found.numwant ?? offers.length,
      offers,
    }
  }

  #answerTo(infoHash: InfoHash, peerId: PeerId, sdp: ByteText): AnswerRequest | null {
    const toPeerId = peerIdOf(this.#found.to_peer_id ?? '')
    const offerId = canonicalId(this.#found.offer_id ?? '')
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
      case 'info_hash':
      case 'peer_id':
      case 'to_peer_id':
      case 'offer_id':
      case 'event': {
        const value = this.#string()
        if (value === null || this.#found[key] !== undefined) return false
        this.#found[key] = value
        return true
      }
      case 'uploaded':
      case 'downloaded':
      case 'left':
      case 'numwant': {
        const value = this.#count()
        if (value === null || this.#found[key] !== undefined) return false
        this.#found[key] = value
        return true
      }
      case 'offers':
        return this.#offers === null && this.#readOffers()
      case 'answer':
        this.#answer = this.#answer === null ? this.#description('answer') : null
        return this.#answer !== null
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
