import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  FIRST_MAP,
  parseChannel,
  parseList,
  splitSigned,
  textOfList,
  type LiveList,
  type LiveSegment,
} from '../../src/wire/liveList.ts'
import { parseLiveMessage, serialiseLiveMessage, type LiveMessage } from '../../src/wire/liveMessages.ts'

const segment = (id: number): LiveSegment => ({
  ...{ id, size: 70_000, hashes: new Uint8Array(64).fill(id) },
  ...{ duration: 2, at: 1_700_000_000_000, discontinuous: false, map: FIRST_MAP },
})
const LIST: LiveList = {
  ...{ stream: 'news/index.m3u8', version: 5, target: 2, ended: false },
  maps: [{ id: FIRST_MAP, size: 700, hashes: new Uint8Array(32) }],
  segments: [segment(7), segment(8)],
}

test('a list is read as it was written, and not with what no publisher says', () => {
  expect(parseList(textOfList(LIST))).toEqual(LIST)
  const refused: Partial<LiveList>[] = [
    { version: -1 },
    { target: 0 },
    { maps: [] },
    { segments: [segment(7), segment(9)] },
    { segments: Array.from({ length: 25 }, (_, at) => segment(at)) },
    { segments: [{ ...segment(7), hashes: new Uint8Array(32) }] },
    { segments: [{ ...segment(7), size: 2 ** 30 }] },
    { segments: [{ ...segment(FIRST_MAP) }] },
    { segments: [{ ...segment(7), duration: Number.NaN }] },
  ]
  for (const wrong of refused) expect(parseList(textOfList({ ...LIST, ...wrong }))).toBeNull()
})

test.each<LiveMessage>([
  { kind: 'hello', watching: true, version: 2 ** 40 + 3 },
  { kind: 'ask' },
  { kind: 'list', signed: new Uint8Array(100).fill(3) },
  { kind: 'has', id: 17_959_926_622, bits: Uint8Array.of(0xf0) },
  { kind: 'want', id: FIRST_MAP, piece: 63 },
  { kind: 'block', id: 9, piece: 2, offset: 16_384, data: new Uint8Array(16_384).fill(1) },
])('$kind is read as it was written', (message) => {
  expect(parseLiveMessage(serialiseLiveMessage(message))).toEqual(message)
})

test('whatever else comes is refused, and breaks nothing', () => {
  const bytes = fc.uint8Array({ maxLength: 40 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8 }), bytes, (kind, rest) => {
      const message = parseLiveMessage(Uint8Array.of(kind, ...rest))
      if (message) expect(serialiseLiveMessage(message).length).toBe(1 + rest.length)
    }),
  )
  fc.assert(
    fc.property(fc.json(), bytes, (json, junk) => {
      expect(parseList(new TextEncoder().encode(json))).toBeNull()
      expect(parseChannel(junk)).toBeNull()
      expect(splitSigned(new Uint8Array(junk))).toBeNull()
    }),
  )
})
