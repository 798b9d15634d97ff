import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  MOST_KNOWN,
  parseIntroduction,
  serialiseIntroduction,
  type IntroductionMessage,
} from '../../src/wire/introductionMessages.ts'
import { parseOfferId, parsePeerId } from '../../src/wire/trackerMessages.ts'

const hex = fc
  .uint8Array({ minLength: 20, maxLength: 20 })
  .map((bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''))
const peerId = hex.map((text) => parsePeerId(text) ?? expect.fail())
const offerId = hex.map((text) => parseOfferId(text) ?? expect.fail())

const message: fc.Arbitrary<IntroductionMessage> = fc.oneof(
  fc.constant({ kind: 'who' as const }),
  fc.record({ kind: fc.constant('known' as const), peers: fc.array(peerId, { maxLength: MOST_KNOWN }) }),
  fc.record({
    kind: fc.constantFrom('introduce' as const, 'offer' as const, 'accept' as const, 'answer' as const),
    peerId,
    offerId,
    sdp: fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }),
  }),
  fc.record({ kind: fc.constantFrom('refuse' as const, 'refused' as const), peerId, offerId }),
)

it('reads what it writes', () => {
  fc.assert(
    fc.property(message, (each) => {
      expect(parseIntroduction(serialiseIntroduction(each))).toEqual(each)
    }),
  )
})

it('takes any bytes without an error, and no message that goes on or is cut off', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const read = parseIntroduction(bytes)
      if (read) expect(parseIntroduction(serialiseIntroduction(read))).toEqual(read)
    }),
  )
  expect(parseIntroduction(Uint8Array.of(0, 0))).toBeNull()
  expect(parseIntroduction(new Uint8Array(1 + 20 * (MOST_KNOWN + 1)).fill(1, 0, 1))).toBeNull()
  expect(parseIntroduction(new Uint8Array(22).fill(1, 0, 1))).toBeNull()
  expect(parseIntroduction(new Uint8Array(41).fill(2, 0, 1))).toBeNull()
  expect(parseIntroduction(new Uint8Array(41 + 16 * 1024 + 1).fill(2))).toBeNull()
})
