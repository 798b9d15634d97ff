import library from 'bencode'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { Bencoded } from '../../src/torrent/bencode.ts'
import { BencodeError } from '../../src/torrent/problems.ts'

function bytes(text: string): Uint8Array {
  return Buffer.from(text, 'latin1')
}

/** All that a value means, with byte strings and keys as `latin1`. */
function meaning(value: Bencoded): unknown {
  const members = value.dictionary()
  if (members) return { dictionary: [...members].map(([key, member]) => [key, meaning(member)]) }
  const items = value.list(Infinity)
  if (items) return items.map(meaning)
  const string = value.bytes()
  return string ? Buffer.from(string).toString('latin1') : value.integer()
}

describe('a bencoded value', () => {
  test.each([
    ['i0e', 0],
    ['i-12e', -12],
    ['i9007199254740991e', 9007199254740991],
    ['i9007199254740992e', null],
    ['0:', ''],
    ['3:a:b', 'a:b'],
    ['le', []],
    ['li1el1:aee', [1, ['a']]],
    [
      'd1:b1:x1:ali2eee',
      {
        dictionary: [
          ['b', 'x'],
          ['a', [2]],
        ],
      },
    ],
    [
      'd9:__proto__i1e1:\u00ffi2ee',
      {
        dictionary: [
          ['__proto__', 1],
          ['\u00ff', 2],
        ],
      },
    ],
  ])('%s is read', (text, expected) => {
    const value = new Bencoded(bytes(`${text}rest`))
    expect(value.to).toBe(text.length)
    expect(meaning(value)).toEqual(expected)
  })

  test.each([
    '',
    'x',
    'e',
    'i',
    'ie',
    'i-e',
    'i-0e',
    'i00e',
    'i-01e',
    'i+1e',
    'i1.5e',
    'i1',
    '1:',
    '01:a',
    '-1:a',
    '99999999999999999999:a',
    'l',
    'li1e',
    'd',
    'di1ei2ee',
    'd1:ae',
    'd1:a1:b',
    'l'.repeat(300) + 'e'.repeat(300),
  ])('%s is refused', (text) => {
    expect(() => new Bencoded(bytes(text))).toThrow(BencodeError)
  })

  it('that says one thing twice is refused where it is read', () => {
    const value = new Bencoded(bytes('d1:ai1e1:ai2ee'))
    expect(() => value.dictionary()).toThrow(BencodeError)
  })

  it('is the same as the library reads it, whatever that wrote', () => {
    const value = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.integer(),
        fc.uint8Array({ maxLength: 20 }),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), tie('value'), { maxKeys: 4 }),
      ),
    })).value
    fc.assert(
      fc.property(value, (original) => {
        const written = library.encode(original)
        const read = new Bencoded(written)
        expect(read.to).toBe(written.length)
        expect(meaning(read)).toEqual(meaningOf(library.decode(written)))
      }),
    )
  })
})

function meaningOf(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1')
  if (Array.isArray(value)) return value.map(meaningOf)
  if (typeof value === 'object' && value !== null)
    return { dictionary: Object.entries(value).map(([key, member]) => [key, meaningOf(member)]) }
  return value
}
