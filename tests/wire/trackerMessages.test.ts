import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binaryOfHex, type InfoHash } from '../../src/core/infoHash.ts'
import { serialiseClientMessage, serialiseTrackerMessage } from '../../src/wire/serialiseTracker.ts'
import { parseClientMessage, parseTrackerMessage } from '../../src/wire/parseTracker.ts'
import {
  MAX_SDP_LENGTH,
  parseOfferId,
  parsePeerId,
  type ClientMessage,
  type OfferId,
  type PeerId,
  type TrackerMessage,
} from '../../src/wire/trackerMessages.ts'
import { infoHash, offerId, peerId } from './trackerIds.ts'

const HASH = binaryOfHex(infoHash(1))
const PEER = binaryOfHex(peerId(1))
const OTHER = binaryOfHex(peerId(2))
const OFFER = binaryOfHex(offerId(1))

const hex20 = fc.stringMatching(/^[0-9a-f]{40}$/)
const anInfoHash = hex20.map((hex) => hex as InfoHash)
const aPeerId = hex20.map((hex) => hex as PeerId)
const anOfferId = hex20.map((hex) => hex as OfferId)
const anSdp = fc.string({ minLength: 1, unit: 'binary' })
const aCount = fc.maxSafeNat()

const aClientMessage: fc.Arbitrary<ClientMessage> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('announce' as const),
      infoHash: anInfoHash,
      peerId: aPeerId,
      event: fc.constantFrom('started' as const, 'stopped' as const, 'completed' as const),
      uploaded: aCount,
      downloaded: aCount,
      left: aCount,
      numwant: aCount,
      offers: fc.array(fc.record({ offerId: anOfferId, sdp: anSdp }), { maxLength: 5 }),
    },
    {
      requiredKeys: ['kind', 'infoHash', 'peerId', 'uploaded', 'downloaded', 'left', 'numwant', 'offers'],
    },
  ),
  fc.record({
    kind: fc.constant('answer' as const),
    infoHash: anInfoHash,
    peerId: aPeerId,
    toPeerId: aPeerId,
    offerId: anOfferId,
    sdp: anSdp,
  }),
  fc.record({ kind: fc.constant('scrape' as const), infoHashes: fc.array(anInfoHash) }),
)

const aTrackerMessage: fc.Arbitrary<TrackerMessage> = fc.oneof(
  fc.record({
    kind: fc.constant('reply' as const),
    infoHash: anInfoHash,
    intervalSeconds: fc.integer({ min: 1, max: 86_400 }),
    complete: aCount,
    incomplete: aCount,
  }),
  fc.record({
    kind: fc.constantFrom('offer' as const, 'answer' as const),
    infoHash: anInfoHash,
    peerId: aPeerId,
    offerId: anOfferId,
    sdp: anSdp,
  }),
  fc.record({
    kind: fc.constant('scrape' as const),
    files: fc.uniqueArray(
      fc.record({ infoHash: anInfoHash, complete: aCount, incomplete: aCount, downloaded: aCount }),
      { selector: (counts) => counts.infoHash },
    ),
  }),
  fc.record({
    kind: fc.constant('failure' as const),
    action: fc.constantFrom('announce' as const, 'scrape' as const),
    infoHash: fc.option(anInfoHash),
    reason: fc.string({ maxLength: 200 }),
  }),
)

describe('round trips', () => {
  test('what a client sends is what the tracker reads', () => {
    fc.assert(
      fc.property(aClientMessage, (message) => {
        expect(parseClientMessage(serialiseClientMessage(message))).toEqual(message)
      }),
    )
  })

  test('what a tracker sends is what the client reads', () => {
    fc.assert(
      fc.property(aTrackerMessage, (message) => {
        expect(sorted(parseTrackerMessage(serialiseTrackerMessage(message)))).toEqual(sorted(message))
      }),
    )
  })

  /** The order of a JSON object's members means nothing. */
  function sorted(message: TrackerMessage | null): TrackerMessage | null {
    if (message?.kind !== 'scrape') return message
    return { ...message, files: message.files.toSorted((a, b) => a.infoHash.localeCompare(b.infoHash)) }
  }
})

describe('garbage', () => {
  /** Objects that have the protocol's members, with anything at all as their values. */
  const almostAMessage = fc.dictionary(
    fc.constantFrom(
      ...['action', 'info_hash', 'peer_id', 'to_peer_id', 'offer_id', 'offers', 'offer', 'answer'],
      ...['event', 'left', 'numwant', 'interval', 'complete', 'files', 'failure reason', '__proto__'],
    ),
    fc.oneof(fc.jsonValue(), fc.constantFrom('announce', 'scrape', HASH, PEER, [null], [{ offer: null }])),
  )

  test('no text makes a parser throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          almostAMessage.map((value) => JSON.stringify(value)),
        ),
        (text) => {
          parseClientMessage(text)
          parseTrackerMessage(text)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test('depth makes no parser throw', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    expect(parseClientMessage(deep).kind).toBe('failure')
    expect(parseClientMessage(announceText(`"offers":[{"offer_id":"x","offer":${deep}}]`)).kind).toBe(
      'failure',
    )
    expect(parseTrackerMessage(deep)).toBeNull()
  })

  function announceText(member: string): string {
    return `${JSON.stringify({ action: 'announce', info_hash: HASH, peer_id: PEER }).slice(0, -1)},${member}}`
  }
})

const ANNOUNCE = { action: 'announce', info_hash: HASH, peer_id: PEER }
const ANSWER = { ...ANNOUNCE, to_peer_id: OTHER, offer_id: OFFER, answer: { type: 'answer', sdp: 'v=0' } }

describe('what the tracker refuses', () => {
  test.each([
    ['null', null, /JSON object/],
    ['a list', [], /JSON object/],
    ['no action', { info_hash: HASH, peer_id: PEER }, /action/],
    ['another action', { ...ANNOUNCE, action: 'connect' }, /action/],
    ['no info hash', { ...ANNOUNCE, info_hash: undefined }, /info_hash/],
    ['a numeric info hash', { ...ANNOUNCE, info_hash: 5 }, /info_hash/],
    ['a short info hash', { ...ANNOUNCE, info_hash: HASH.slice(1) }, /info_hash/],
    ['a long info hash', { ...ANNOUNCE, info_hash: `${HASH}a` }, /info_hash/],
    ['an info hash beyond U+00FF', { ...ANNOUNCE, info_hash: `${HASH.slice(1)}Ā` }, /info_hash/],
    ['a hex info hash', { ...ANNOUNCE, info_hash: infoHash(1) }, /info_hash/],
    ['no peer id', { ...ANNOUNCE, peer_id: null }, /peer_id/],
    ['a peer id that is an object', { ...ANNOUNCE, peer_id: { length: 20 } }, /peer_id/],
    ['an unknown event', { ...ANNOUNCE, event: 'exploded' }, /event/],
    ['an event that is an object', { ...ANNOUNCE, event: {} }, /event/],
    ['offers that are no list', { ...ANNOUNCE, offers: { length: 1 } }, /offers/],
    ['an offer that is null', { ...ANNOUNCE, offers: [null] }, /offer/],
    ['an offer without id', { ...ANNOUNCE, offers: [{ offer: { type: 'offer', sdp: 'v=0' } }] }, /offer/],
    ['an offer that is an answer', offering({ type: 'answer', sdp: 'v=0' }), /offer/],
    ['an offer without SDP', offering({ type: 'offer' }), /offer/],
    ['an SDP that is an object', offering({ type: 'offer', sdp: { a: 1 } }), /offer/],
    ['an SDP beyond the cap', offering({ type: 'offer', sdp: 'x'.repeat(MAX_SDP_LENGTH + 1) }), /64 KB/],
    ['an answer to nobody', { ...ANSWER, to_peer_id: undefined }, /to_peer_id/],
    ['an answer to no offer', { ...ANSWER, offer_id: 1 }, /offer_id/],
    ['an answer that is an offer', { ...ANSWER, answer: { type: 'offer', sdp: 'v=0' } }, /answer/],
    ['an answer that is a string', { ...ANSWER, answer: 'v=0' }, /answer/],
    ['a scrape for a number', { action: 'scrape', info_hash: 1 }, /info_hash/],
    ['a scrape for a list with null', { action: 'scrape', info_hash: [HASH, null] }, /info_hash/],
  ])('%s', (_name, value, reason) => {
    const message = parseClientMessage(JSON.stringify(value))
    expect(message).toMatchObject({ kind: 'failure', reason: expect.stringMatching(reason) as unknown })
  })

  function offering(offer: unknown): object {
    return { ...ANNOUNCE, offers: [{ offer_id: OFFER, offer }] }
  }

  test('a failure names the swarm and the action, so that clients can tell what failed', () => {
    const failure = parseClientMessage(JSON.stringify({ ...ANNOUNCE, peer_id: 1 }))
    if (failure.kind !== 'failure') throw new Error('It was accepted')
    expect(JSON.parse(serialiseTrackerMessage(failure))).toEqual({
      action: 'announce',
      info_hash: HASH,
      'failure reason': expect.stringContaining('peer_id') as unknown,
    })
  })
})

describe('what the tracker accepts', () => {
  test('only action, hash and peer id', () => {
    expect(parseClientMessage(JSON.stringify(ANNOUNCE))).toEqual({
      kind: 'announce',
      infoHash: infoHash(1),
      peerId: peerId(1),
      uploaded: 0,
      downloaded: 0,
      left: null,
      numwant: 0,
      offers: [],
    })
  })

  test.each(['update', 'paused', 'empty', '', null])('the event %j, as a regular announce', (event) => {
    const message = parseClientMessage(JSON.stringify({ ...ANNOUNCE, event }))
    expect(message.kind).toBe('announce')
    expect(message).not.toHaveProperty('event')
  })

  test.each([-1, '5', null, {}])('%j as a count, which then counts for nothing', (value) => {
    const text = JSON.stringify({ ...ANNOUNCE, left: value, uploaded: value, numwant: value })
    expect(parseClientMessage(text)).toMatchObject({ left: null, uploaded: 0, numwant: 0 })
  })

  test('a number that JSON has and a double has not', () => {
    expect(parseClientMessage(JSON.stringify(ANNOUNCE).replace('}', ',"left":1e400}'))).toMatchObject({
      left: null,
    })
  })

  test('escaped and plain characters as the same hash', () => {
    const text = JSON.stringify(ANNOUNCE)
    const escaped = text.replaceAll(/[\u0080-\u00ff]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`)
    expect(escaped).not.toBe(text)
    expect(parseClientMessage(escaped)).toEqual(parseClientMessage(text))
  })

  test('one hash, many or none to scrape', () => {
    const hashes = (value: unknown) =>
      parseClientMessage(JSON.stringify({ action: 'scrape', info_hash: value }))
    expect(hashes(HASH)).toEqual({ kind: 'scrape', infoHashes: [infoHash(1)] })
    expect(hashes([HASH, HASH])).toEqual({ kind: 'scrape', infoHashes: [infoHash(1), infoHash(1)] })
    expect(hashes(undefined)).toEqual({ kind: 'scrape', infoHashes: [] })
  })

  test('an SDP of exactly the cap, and none of what stands beside it', () => {
    const offer = { type: 'offer', sdp: 'x'.repeat(MAX_SDP_LENGTH), extra: 'payload' }
    const message = parseClientMessage(JSON.stringify({ ...ANNOUNCE, offers: [{ offer_id: OFFER, offer }] }))
    expect(message).toMatchObject({ offers: [{ offerId: offerId(1), sdp: offer.sdp }] })
    expect(JSON.stringify(message)).not.toContain('payload')
  })
})

describe('what a client reads', () => {
  test('a magnet says that something is left', () => {
    const text = serialiseClientMessage({
      kind: 'announce',
      infoHash: infoHash(1),
      peerId: peerId(1),
      uploaded: 0,
      downloaded: 0,
      left: null,
      numwant: 0,
      offers: [],
    })
    expect((JSON.parse(text) as { left: number }).left).toBeGreaterThan(0)
  })

  test.each([
    [undefined, 120],
    [0, 120],
    [-5, 120],
    ['x', 120],
    [1.5, 1],
    [1e9, 86_400],
  ])('an interval of %j as %j', (interval, intervalSeconds) => {
    const text = JSON.stringify({ action: 'announce', info_hash: HASH, interval })
    expect(parseTrackerMessage(text)).toMatchObject({ kind: 'reply', intervalSeconds })
  })

  test.each([
    ['a reply without a hash', { action: 'announce', interval: 5 }],
    ['a message without action', { info_hash: HASH, interval: 5 }],
    ['an offer without SDP', { ...ANNOUNCE, offer_id: OFFER, offer: { type: 'offer' } }],
    ['an answer without sender', { ...ANSWER, peer_id: undefined }],
    ['a scrape without files', { action: 'scrape' }],
  ])('nothing in %s', (_name, value) => {
    expect(parseTrackerMessage(JSON.stringify(value))).toBeNull()
  })

  test('what is valid in a scrape', () => {
    const files = { [HASH]: { complete: 1, incomplete: 'x' }, short: { complete: 5 }, [PEER]: null }
    expect(parseTrackerMessage(JSON.stringify({ action: 'scrape', files }))).toEqual({
      kind: 'scrape',
      files: [{ infoHash: infoHash(1), complete: 1, incomplete: 0, downloaded: 0 }],
    })
  })
})

test('ids are 40 lower-case hex digits', () => {
  expect(parsePeerId('AB'.repeat(20))).toBeNull()
  expect(parseOfferId('ab'.repeat(19))).toBeNull()
  expect(parsePeerId('ab'.repeat(20))).toBe('ab'.repeat(20))
})
