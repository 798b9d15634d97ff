import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { cutName, cutText, utf8Length } from '../../src/core/cutText.ts'

const FAMILY = '👨‍👩‍👧'

describe('cutText', () => {
  test.each([
    ['abc', 5, 'abc'],
    ['abcdef', 3, 'abc'],
    // é as a letter and an accent, 3 bytes.
    ['ae\u0301', 3, 'a'],
    ['ae\u0301', 4, 'ae\u0301'],
    [`a${FAMILY}b`, 18, 'a'],
    [`a${FAMILY}b`, 19, `a${FAMILY}`],
    ['🇩🇪🇫🇷', 15, '🇩🇪'],
    // One character of more bytes than there may be is cut between its code points.
    [`e${'\u0301'.repeat(20)}`, 6, 'e\u0301\u0301'],
    ['🐟', 3, ''],
  ])('%j in %i bytes is %j', (text, longest, expected) => {
    expect(cutText(text, longest)).toBe(expected)
  })

  it('is within the bytes, well-formed, and a beginning of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(60), (text, longest) => {
        const cut = cutText(text, longest)
        expect(utf8Length(cut)).toBeLessThanOrEqual(longest)
        expect(cut.isWellFormed()).toBe(true)
        expect(text.toWellFormed().startsWith(cut.replace(/\ufffd$/, ''))).toBe(true)
      }),
    )
  })
})

describe('cutName', () => {
  test.each([
    ['short.txt', 'short.txt'],
    [`${'é'.repeat(182)}.rar`, `${'é'.repeat(125)}.rar`],
    [`${'a'.repeat(300)}.mp4`, `${'a'.repeat(251)}.mp4`],
    [`${'a'.repeat(300)}. ${'b'.repeat(40)}`, 'a'.repeat(255)],
    [`.${'a'.repeat(300)}`, `.${'a'.repeat(254)}`],
  ])('keeps the ending of %j', (name, expected) => {
    expect(cutName(name)).toBe(expected)
  })
})
