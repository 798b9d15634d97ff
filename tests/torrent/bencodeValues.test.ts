import theirs from 'bencode'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import ours, { type BencodedValue } from '../../src/torrent/bencodeValues.ts'

const { value: anyValue } = fc.letrec<{ value: BencodedValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.maxSafeInteger().map((number) => number || 0),
    fc.uint8Array({ maxLength: 20 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.string({ unit: 'grapheme-ascii' }).filter((key) => key !== '__proto__'),
      tie('value'),
      {
        maxKeys: 4,
        noNullPrototype: true,
      },
    ),
  ),
}))

it('writes and reads as the package in whose place it stands', () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      const bytes = theirs.encode(value)
      expect(Buffer.compare(ours.encode(value), bytes)).toBe(0)
      expect(ours.decode(new Uint8Array(bytes))).toEqual(theirs.decode(bytes))
    }),
  )
})

it('has numbers that are too large for none, and no key reaches an object’s own nature', () => {
  expect(ours.decode(Buffer.from('i99999999999999999999e'))).toBeNaN()
  const value = ours.decode(Buffer.from('d9:__proto__d1:ai1eee'))
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  expect(Object.keys(value)).toEqual(['__proto__'])
})

it.each(['', 'd', 'd1:a', 'i5', 'x', '5:a', 'l'.repeat(60_000)])('refuses %j', (text) => {
  expect(() => ours.decode(Buffer.from(text))).toThrow()
})
