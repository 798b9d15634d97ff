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
import { endOfString } from './stringBytes.ts'

/**
 * Reads announces and answers as known clients write them, without decoding the session descriptions: they are
 * most of the bytes, and of no interest to a tracker. Anything out of the ordinary (spaces, unknown nesting,
 * repeated members, odd numbers, a mistake) is left to the parser that takes all of JSON.
 *
 * `bytes` are known to be valid UTF-8. In the result `offerId` and `sdp` are {@link ByteText}. Null for what is
 * left to the other parser. Never throws.
 */
export function scanMessage(bytes: Buffer): AnnounceRequest | AnswerRequest | null {
  return new Scanner(bytes).message()
}

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
const COLON = 0x3a
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

class Scanner {
  readonly #bytes: Buffer
  /** The same, one character a byte: what is read are pieces of it. */
  readonly #text: ByteText
  #at = 0
  readonly #strings = new Map<string, ByteText>()
  readonly #counts = new Map<string, number>()
  #offers: Offer[] | null = null
  #answer: ByteText | null = null

  constructor(bytes: Buffer) {
    this.#bytes = bytes
    this.#text = bytes.toString('latin1')
  }

  message(): AnnounceRequest | AnswerRequest | null {
    if (!this.#members((key) => this.#member(key))) return null
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
    if (!this.#take(OPEN_BRACE)) return false
    do {
      const key = this.#string()
      if (key === null || key.includes('\\') || !this.#take(COLON) || !member(key)) return false
    } while (this.#take(COMMA))
    return this.#take(CLOSE_BRACE)
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
    const to = endOfString(this.#bytes, from)
    if (to < 0) return null
    this.#at = to + 1
    return this.#text.slice(from, to)
  }

  /** A whole number that every reader takes for the same. */
  #count(): number | null {
    const from = this.#at
    let value = 0
    for (;;) {
      // Beyond the end there is 0, which is no digit.
      const digit = (this.#bytes[this.#at] ?? 0) - 0x30
      if (digit < 0 || digit > 9) break
      value = value * 10 + digit
      this.#at += 1
    }
    const digits = this.#at - from
    const hasLeadingZero = digits > 1 && this.#text[from] === '0'
    return digits === 0 || digits > 15 || hasLeadingZero ? null : value
  }

  #isAt(byte: number): boolean {
    return this.#bytes[this.#at] === byte
  }

  #take(byte: number): boolean {
    if (!this.#isAt(byte)) return false
    this.#at += 1
    return true
  }
}
