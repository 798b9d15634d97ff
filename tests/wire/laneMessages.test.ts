import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  MAX_LANE_BLOCK,
  parseLaneMessage,
  parseLaneSignal,
  serialiseLaneMessage,
  serialiseLaneSignal,
  type LaneMessage,
  type LaneSignal,
} from '../../src/wire/laneMessages.ts'

const u32 = fc.integer({ min: 0, max: 0xffff_ffff })
const sdp = fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' })
const lane = fc.integer({ min: 0, max: 0xffff })

const message: fc.Arbitrary<LaneMessage> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('request' as const, 'cancel' as const, 'refusal' as const),
    piece: u32,
    offset: u32,
    length: fc.integer({ min: 1, max: MAX_LANE_BLOCK }),
  }),
  fc.record({
    kind: fc.constant('block' as const),
    piece: u32,
    offset: u32,
    bytes: fc.uint8Array({ minLength: 1, maxLength: 500 }),
  }),
  fc.record({ kind: fc.constant('ask' as const), token: u32 }),
  fc.record({
    kind: fc.constant('answer' as const),
    token: u32,
    receivedAt: fc.double({ noNaN: true, noDefaultInfinity: true }),
  }),
)

const signal: fc.Arbitrary<LaneSignal> = fc.oneof(
  fc.record({ kind: fc.constantFrom('offer' as const, 'answer' as const), lane, sdp }),
  fc.record({ kind: fc.constant('refusal' as const), lane }),
)

describe('messages of a lane', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(message, (each) => {
        const read = parseLaneMessage(serialiseLaneMessage(each))
        expect(read && { ...read }).toEqual({ ...each })
      }),
    )
  })

  it('are refused when they are anything else, and never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const read = parseLaneMessage(bytes)
        if (read) expect(serialiseLaneMessage(read)).toEqual(bytes)
      }),
    )
  })

  it.each([
    ['nothing', []],
    ['an unknown kind', [9, 0, 0, 0, 0]],
    ['a request that is too short', [0, 0, 0, 0, 1]],
    ['a request for nothing', [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['a request for 16 MiB', [0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0]],
    ['a block without bytes', [3, 0, 0, 0, 1, 0, 0, 0, 0]],
    ['an answer at no time', [5, 0, 0, 0, 1, 0x7f, 0xf8, 0, 0, 0, 0, 0, 0]],
  ])('are refused: %s', (_what, bytes) => {
    expect(parseLaneMessage(Uint8Array.from(bytes))).toBeNull()
  })

  it('are refused: a block that is too long', () => {
    const bytes = new Uint8Array(MAX_LANE_BLOCK + 1)
    expect(parseLaneMessage(serialiseLaneMessage({ kind: 'block', piece: 0, offset: 0, bytes }))).toBeNull()
  })
})

describe('signals of lanes', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(signal, (each) => {
        const read = parseLaneSignal(serialiseLaneSignal(each))
        expect(read && { ...read }).toEqual({ ...each })
      }),
    )
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['an unknown kind', Uint8Array.of(3, 0, 0)],
    ['an offer of nothing', Uint8Array.of(0, 0, 1)],
    ['a refusal that says more', Uint8Array.of(2, 0, 1, 65)],
    ['an offer without end', new Uint8Array(20_000)],
  ])('are refused: %s', (_what, bytes) => {
    expect(parseLaneSignal(bytes)).toBeNull()
  })
})
