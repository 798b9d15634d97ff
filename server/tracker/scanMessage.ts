import type { InfoHash } from '../../src/core/infoHash.ts'
import {
  MAX_SDP_LENGTH,
  type AnnounceRequest,
  type AnswerRequest,
  type Offer,
  type PeerId,
} from '../../src/wire/trackerMessages.ts'
import { canonicalId, infoHashOf, peerIdOf, type ByteText } from './byteText.ts'

/**
 * Reads announces and answers as known clients write them, without decoding the session descriptions: they are
 * most of the bytes, and of no interest to a tracker. Anything out of the ordinary (spaces, unknown nesting,
 * repeated members, odd numbers, more than `mostOffers` offers, a mistake) is left to the parser that takes all of
 * JSON.
 *
 * `text` is a message's UTF-8 bytes, known to be valid, one character a byte. In the result `offerId` and `sdp`
 * are {@link ByteText}. Null for what is left to the other parser. Never throws.
 */
export function scanMessage(
  text: ByteText,
  mostOffers = Infinity,
): AnnounceRequest<ByteText> | AnswerRequest<ByteText> | null {
  return text.length > MOST_LENGTH ? null : new Scanner(text, mostOffers).message()
}

/** The expression below remembers every escape that it passes, for which there is only so much room. */
const MOST_LENGTH = 1_048_576

/**
 * What may stand between quotes. Session descriptions are most of what a tracker reads, and this is the one look
 * at each of their bytes; no loop in JavaScript is as quick. It matches the empty text, so it never goes back.
 */
// eslint-disable-next-line no-control-regex -- JSON forbids them
const INSIDE = /(?:[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y

/** Names that mean the same to every reader; not `__proto__`, which begins otherwise. */
const OTHER_KEY = /^[a-zA-Z]\w*$/

const BACKSLASH = 0x5c
const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

class Scanner {
  readonly #text: ByteText
  readonly #mostOffers: number
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
  #offers: Offer<ByteText>[] | null = null
  #answer: ByteText | null = null

  constructor(text: ByteText, mostOffers: number) {
    this.#text = text
    this.#mostOffers = mostOffers
  }

  message(): AnnounceRequest<ByteText> | AnswerRequest<ByteText> | null {
    if (!this.#take(OPEN_BRACE)) return null
    do {
      if (!this.#member(this.#key())) return null
    } while (this.#take(COMMA))
    if (!this.#take(CLOSE_BRACE)) return null
    if (this.#at !== this.#text.length || this.#action !== 'announce') return null
    const infoHash = infoHashOf(this.#infoHash ?? '')
    const peerId = peerIdOf(this.#peerId ?? '')
    if (!infoHash || !peerId) return null
    return this.#answer === null
      ? this.#announce(infoHash, peerId)
      : this.#answerTo(infoHash, peerId, this.#answer)
  }

  #announce(infoHash: InfoHash, peerId: PeerId): AnnounceRequest<ByteText> | null {
    const event = this.#event ?? ''
    const isKnown = event === '' || event === 'started' || event === 'stopped' || event === 'completed'
    if (!isKnown) return null
    const offers = this.#offers ?? []
    const request: AnnounceRequest<ByteText> = {
      kind: 'announce',
      infoHash,
      peerId,
      uploaded: this.#uploaded ?? 0,
      downloaded: this.#downloaded ?? 0,
      left: this.#left,
      numwant: this.#numwant ?? offers.length,
      offers,
    }
    return event === '' ? request : { ...request, event }
  }

  #answerTo(infoHash: InfoHash, peerId: PeerId, sdp: ByteText): AnswerRequest<ByteText> | null {
    const toPeerId = peerIdOf(this.#toPeerId ?? '')
    const offerId = canonicalId(this.#offerId ?? '')
    if (!toPeerId || offerId === null) return null
    return { kind: 'answer', infoHash, peerId, toPeerId, offerId, sdp }
  }

  #member(key: string | null): boolean {
    switch (key) {
      case null:
        return false
      case 'action':
        return this.#action === null && (this.#action = this.#quoted()) !== null
      case 'info_hash':
        return this.#infoHash === null && (this.#infoHash = this.#quoted()) !== null
      case 'peer_id':
        return this.#peerId === null && (this.#peerId = this.#quoted()) !== null
      case 'to_peer_id':
        return this.#toPeerId === null && (this.#toPeerId = this.#quoted()) !== null
      case 'offer_id':
        return this.#offerId === null && (this.#offerId = this.#quoted()) !== null
      case 'event':
        return this.#event === null && (this.#event = this.#quoted()) !== null
      case 'uploaded':
        return this.#uploaded === null && (this.#uploaded = this.#count()) !== null
      case 'downloaded':
        return this.#downloaded === null && (this.#downloaded = this.#count()) !== null
      case 'left':
        return this.#left === null && (this.#left = this.#count()) !== null
      case 'numwant':
        return this.#numwant === null && (this.#numwant = this.#count()) !== null
      case 'offers':
        return this.#offers === null && this.#readOffers()
      case 'answer':
        return this.#answer === null && (this.#answer = this.#description('answer')) !== null
      default:
        // What other clients add beside (`trackerid`, `key`, `corrupt`), as long as it is one word.
        return OTHER_KEY.test(key) && (this.#isAt(QUOTE) ? this.#string() !== null : this.#count() !== null)
    }
  }

  #readOffers(): boolean {
    const offers: Offer<ByteText>[] = []
    this.#offers = offers
    if (!this.#take(OPEN_BRACKET)) return false
    if (this.#take(CLOSE_BRACKET)) return true
    do {
      const offer = this.#offer()
      if (!offer || offers.push(offer) > this.#mostOffers) return false
    } while (this.#take(COMMA))
    return this.#take(CLOSE_BRACKET)
  }

  /** `{"offer": …, "offer_id": …}` with nothing beside it. */
  #offer(): Offer<ByteText> | null {
    let offerId: ByteText | null = null
    let sdp: ByteText | null = null
    if (!this.#take(OPEN_BRACE)) return null
    do {
      const key = this.#key()
      if (key === 'offer_id' && offerId === null) offerId = canonicalId(this.#quoted() ?? '')
      else if (key === 'offer' && sdp === null) sdp = this.#description('offer')
      else return null
    } while (this.#take(COMMA))
    if (!this.#take(CLOSE_BRACE) || offerId === null || sdp === null) return null
    return { offerId, sdp }
  }

  /** The SDP of `{"type": …, "sdp": …}` with nothing beside it. */
  #description(type: 'offer' | 'answer'): ByteText | null {
    let found: ByteText | null = null
    let sdp: ByteText | null = null
    if (!this.#take(OPEN_BRACE)) return null
    do {
      const key = this.#key()
      if (key === 'type' && found === null) found = this.#quoted()
      else if (key === 'sdp' && sdp === null) sdp = this.#string()
      else return null
    } while (this.#take(COMMA))
    if (!this.#take(CLOSE_BRACE) || found !== type) return null
    return sdp !== null && sdp !== '' && sdp.length <= MAX_SDP_LENGTH ? sdp : null
  }

  /** A member's name, up to and with its colon. Not looked into: whoever does not know it has to. */
  #key(): string | null {
    if (!this.#take(QUOTE)) return null
    const end = this.#text.indexOf('"', this.#at)
    if (end < 0) return null
    const key = this.#text.slice(this.#at, end)
    this.#at = end + 1
    return this.#take(COLON) ? key : null
  }

  /** What stands between quotes, whatever it is: for what is held against what is known to be valid. */
  #quoted(): ByteText | null {
    if (!this.#take(QUOTE)) return null
    const from = this.#at
    for (let end = this.#text.indexOf('"', from); end >= 0; end = this.#text.indexOf('"', end + 1)) {
      if (this.#isEscaped(end, from)) continue
      this.#at = end + 1
      return this.#text.slice(from, end)
    }
    return null
  }

  /** Whether an odd number of backslashes stands before a place, not looking further back than `from`. */
  #isEscaped(place: number, from: number): boolean {
    let at = place
    while (at > from && this.#text.charCodeAt(at - 1) === BACKSLASH) at -= 1
    return (place - at) % 2 === 1
  }

  /** What stands between quotes, when JSON allows it there. */
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
