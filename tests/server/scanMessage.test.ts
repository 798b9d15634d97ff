import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byteTextOf, byteTextOfHex, canonicalId } from '../../server/tracker/byteText.ts'
import { readFromClient, writeToClient } from '../../server/tracker/clientText.ts'
import { scanMessage } from '../../server/tracker/scanMessage.ts'
import { serialiseClientMessage } from '../../src/wire/serialiseTracker.ts'
import { parseClientMessage, parseTrackerMessage } from '../../src/wire/parseTracker.ts'
import type { ClientMessage } from '../../src/wire/trackerMessages.ts'
import { infoHash, offerId, peerId } from '../wire/trackerIds.ts'

/** One character a byte, as the scanner takes a message. */
const bytes = (text: string): string => Buffer.from(text).toString('latin1')

/** What the parser of all JSON makes of a message, with ids and SDP in the scanner's form. */
function oracle(text: string): unknown {
  const message = parseClientMessage(text)
  if (message.kind === 'announce') {
    const offers = message.offers.map((offer) => ({
      offerId: byteTextOfHex(offer.offerId),
      sdp: offer.sdp,
    }))
    return { ...message, offers }
  }
  return message.kind === 'answer' ? { ...message, offerId: byteTextOfHex(message.offerId) } : message
}

/** A scanned message with its SDP decoded, since what is relayed may be spelled in more than one way. */
function decoded(message: ReturnType<typeof scanMessage>): unknown {
  const sdpOf = (text: string): unknown => JSON.parse(`"${Buffer.from(text, 'latin1').toString()}"`)
  if (message?.kind === 'answer') return { ...message, sdp: sdpOf(message.sdp) }
  return (
    message && { ...message, offers: message.offers.map((offer) => ({ ...offer, sdp: sdpOf(offer.sdp) })) }
  )
}

const ANNOUNCE: ClientMessage = {
  kind: 'announce',
  infoHash: infoHash(1),
  peerId: peerId(1),
  event: 'started',
  uploaded: 5,
  downloaded: 6,
  left: 7,
  numwant: 2,
  offers: [1, 2].map((number) => ({ offerId: offerId(number), sdp: `v=0\r\n"é\u{1f41f}\\${number}` })),
}
const ANSWER: ClientMessage = {
  kind: 'answer',
  infoHash: infoHash(1),
  peerId: peerId(1),
  toPeerId: peerId(2),
  offerId: offerId(3),
  sdp: 'v=0\r\n',
}

const LIMITS = { offersPerAnnounce: 2, scrapeHashes: 2 }

describe('known clients’ messages', () => {
  test.each([ANNOUNCE, ANSWER])('are scanned', (message) => {
    const text = serialiseClientMessage(message)
    expect(decoded(scanMessage(bytes(text)))).toEqual(oracle(text))
  })

  test('with members of their own beside are scanned', () => {
    const text = serialiseClientMessage(ANNOUNCE).replace('{', '{"trackerid":"x","key":17,"corrupt":0,')
    expect(decoded(scanMessage(bytes(text)))).toEqual(oracle(text))
  })

  test('with ids escaped in another way come to the same ids', () => {
    const text = serialiseClientMessage(ANSWER)
    const escaped = text.replace(
      /[\u0080-\u00ff]/g,
      (character) => `\\u00${character.charCodeAt(0).toString(16)}`,
    )
    expect(escaped).not.toBe(text)
    expect(scanMessage(bytes(escaped))).toEqual(scanMessage(bytes(text)))
  })
})

describe('is left to the other parser', () => {
  const text = serialiseClientMessage(ANNOUNCE)
  test.each([
    ['space', text.replace(':', ': ')],
    ['a line break', `${text}\n`],
    ['a repeated member', text.replace('{', '{"left":1,')],
    ['a repeated offer', text.replace('"offer_id"', '"offer":{"type":"offer","sdp":"x"},"offer_id"')],
    ['a fraction', text.replace('"left":7', '"left":7.5')],
    ['a leading zero', text.replace('"left":7', '"left":07')],
    ['a number beyond a double', text.replace('"left":7', '"left":9007199254740993')],
    ['a wrong escape', text.replace('v=0', '\\x')],
    ['a control character in a hash', text.replace('\\u0001', '\u0001')],
    ['a control character in an offer id', text.replace(/("offer_id":".*?)\\u0001/, '$1\u0001')],
    ['a wrong escape in a hash', text.replace('\\u0001', '\\x01')],
    ['a wrong escape in an offer id', text.replace(/("offer_id":".*?)\\u0001/, '$1\\x')],
    ['a name with an escape', text.replace('"left"', '"lef\\u0074"')],
    ['a name with a quote', text.replace('"left"', '"le\\"ft"')],
    ['a name that nobody knows', text.replace('"left"', '"le ft"')],
    ['a name that is no text', text.replace('"left"', 'left')],
    ['half an escape', text.replace('v=0', '\\u00')],
    ['a lonely escape at the end', text.replace('v=0', '\\').slice(0, 60)],
    ['a comma too many', text.replace('}]', ',}]')],
    ['an answer that is null', text.replace('{', '{"answer":null,')],
    ['something after the end', `${text}x`],
    ['a member beside the SDP', text.replace('"type"', '"evil":"x","type"')],
    ['an empty SDP', text.replace(/"sdp":"[^"]*\\"[^"]*"/, '"sdp":""')],
  ])('%s', (_name, wrong) => {
    expect(wrong).not.toBe(text)
    expect(scanMessage(bytes(wrong))).toBeNull()
  })
})

describe('lists beyond the limit', () => {
  const read = (text: string, limits = LIMITS): unknown => readFromClient(Buffer.from(text), limits)
  const offering = (count: number): string =>
    serialiseClientMessage({
      ...ANNOUNCE,
      offers: Array.from({ length: count }, (_, number) => ({ offerId: offerId(number), sdp: 'v=0' })),
    })
  const scraping = (count: number): string =>
    serialiseClientMessage({
      kind: 'scrape',
      infoHashes: Array.from({ length: count }, (_, number) => infoHash(number)),
    })

  test.each(['', ' '])('further offers are ignored, and cost no look at them (%j before it)', (space) => {
    const texts = [offering(3), offering(3).replace(']', ',null,{}]')]
    for (const text of texts) expect(read(space + text)).toMatchObject({ offers: { length: 2 } })
    expect(read(space + offering(2))).toMatchObject({ offers: { length: 2 } })
  })

  test('a scrape for more is refused without a look at them', () => {
    expect(read(scraping(2))).toMatchObject({ infoHashes: { length: 2 } })
    for (const text of [scraping(3), scraping(3).replace(']', ',null]')]) {
      expect(read(text)).toMatchObject({ kind: 'failure', action: 'scrape', reason: /2 info hashes/ })
    }
  })

  test('0 is no limit', () => {
    const none = { offersPerAnnounce: 0, scrapeHashes: 0 }
    expect(read(offering(100), none)).toMatchObject({ offers: { length: 100 } })
    expect(read(scraping(100), none)).toMatchObject({ infoHashes: { length: 100 } })
  })
})

/** Messages of any content in the right form, and in nearly the right form. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom('"', '\\', '\u0000', '\u00ff'),
)
const mostly = <Usual, Odd>(usual: fc.Arbitrary<Usual>, odd: fc.Arbitrary<Odd>): fc.Arbitrary<Usual | Odd> =>
  fc.oneof({ weight: 19, arbitrary: usual }, { weight: 1, arbitrary: odd })
const id = mostly(
  fc.uint8Array({ minLength: 20, maxLength: 20 }).map((value) => Buffer.from(value).toString('latin1')),
  fc.string({ unit: 'binary', maxLength: 22 }),
)
const description = (type: string) => fc.record({ type: mostly(fc.constant(type), anyText), sdp: anyText })
const offer = fc.record({ offer_id: id, offer: description('offer') })
const count = mostly(fc.nat(), fc.oneof(fc.double(), anyText, fc.constant(null)))
const message = fc.record(
  {
    action: mostly(fc.constant('announce'), anyText),
    info_hash: id,
    peer_id: id,
    to_peer_id: id,
    offer_id: id,
    uploaded: count,
    left: count,
    event: mostly(fc.constantFrom('started', 'completed', ''), anyText),
    offers: mostly(fc.array(offer, { maxLength: 3 }), fc.jsonValue()),
    answer: description('answer'),
    extra: mostly(fc.nat(), fc.jsonValue()),
  },
  { requiredKeys: ['action', 'info_hash', 'peer_id'] },
)

test('whatever is scanned, all of JSON reads the same in it', () => {
  let scannedCount = 0
  fc.assert(
    fc.property(message, (value) => {
      const text = JSON.stringify(value)
      const scanned = scanMessage(bytes(text))
      if (scanned === null) return
      scannedCount += 1
      expect(decoded(scanned)).toEqual(oracle(text))
    }),
    { numRuns: 1_000 },
  )
  expect(scannedCount).toBeGreaterThan(150)
})

test('damaged anywhere, a message is left alone or still read as JSON reads it', () => {
  const texts = [ANNOUNCE, ANSWER].map(serialiseClientMessage)
  const put = fc.oneof(fc.string({ maxLength: 3 }), fc.string({ unit: 'binary', maxLength: 3 }))
  const damage = fc.tuple(fc.constantFrom(...texts), fc.nat(2_000), fc.nat(3), put)
  fc.assert(
    fc.property(damage, ([text, at, cut, put]) => {
      const place = at % text.length
      const damaged = text.slice(0, place) + put + text.slice(place + cut)
      if (!damaged.isWellFormed()) return
      const scanned = scanMessage(bytes(damaged))
      if (scanned !== null) expect(decoded(scanned)).toEqual(oracle(damaged))
    }),
    { numRuns: 5_000 },
  )
})

test('whatever SDP comes in, the same goes out, by either parser', () => {
  const sdp = anyText.filter((text) => text !== '' && text.length < 1_000)
  fc.assert(
    fc.property(sdp, fc.constantFrom('', ' '), (text, space) => {
      const sent = serialiseClientMessage({ ...ANSWER, sdp: text }) + space
      const read = readFromClient(Buffer.from(sent), LIMITS)
      if (read.kind !== 'answer') throw new Error('It was refused')
      const relayed = parseTrackerMessage(Buffer.from(writeToClient({ ...read }), 'latin1').toString())
      expect(relayed).toEqual({
        kind: 'answer',
        infoHash: infoHash(1),
        peerId: peerId(1),
        offerId: offerId(3),
        sdp: Buffer.from(text).toString(),
      })
    }),
  )
})

test('texts that are no UTF-8 reach nobody', () => {
  const sent = Buffer.from(serialiseClientMessage(ANSWER).replace('v=0', 'v=?'))
  sent[sent.indexOf('?')] = 0xff
  const read = readFromClient(sent, LIMITS)
  if (read.kind !== 'answer') throw new Error('It was refused')
  expect(read.sdp).toBe(byteTextOf('v=\ufffd\r\n'))
})

test('an id has one canonical text, however it is escaped', () => {
  const escapeOf = (character: string, form: number): string => {
    const hex = character.charCodeAt(0).toString(16).padStart(4, '0')
    if (form === 1) return `\\u${hex}`
    return form === 2 ? `\\u${hex.toUpperCase()}` : JSON.stringify(character).slice(1, -1)
  }
  const characters = fc.array(fc.tuple(fc.nat(255), fc.nat(2)), { minLength: 18, maxLength: 22 })
  fc.assert(
    fc.property(characters, (list) => {
      const plain = list.map(([code]) => String.fromCharCode(code)).join('')
      const text = list.map(([code, form]) => escapeOf(String.fromCharCode(code), form)).join('')
      expect(canonicalId(bytes(text))).toBe(list.length === 20 ? byteTextOf(plain) : null)
    }),
  )
})
