import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { distinctPaths, safeName, safePath } from '../../src/core/safePath.ts'

describe('safeName', () => {
  test.each([
    ['photo.jpg', 'photo.jpg'],
    ['', '_'],
    ['.', '_'],
    ['..', '_'],
    ['a/b\\c', 'a_b_c'],
    ['bell\u0007 null\u0000', 'bell null'],
    // "photo" + right-to-left override + "gpj.exe" shows as "photoexe.jpg".
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['Ünïcödé 文件 🐟.txt', 'Ünïcödé 文件 🐟.txt'],
    // Joiners stay where they shape letters and emoji, and go where they only hide.
    ['می\u200cخواهم.txt', 'می\u200cخواهم.txt'],
    ['क्\u200d.txt', 'क्\u200d.txt'],
    ['👨\u200d👩\u200d👧.txt', '👨\u200d👩\u200d👧.txt'],
    ['❤️\u200d🔥', '❤️\u200d🔥'],
    ['pay\u200dpal\u200c.txt\u200d', 'paypal.txt'],
    ['é\u0301\u200dx 文\u200d件', 'é\u0301x 文件'],
    ['👨\u200d\u200d\u200d👩', '👨\u200d👩'],
    ['zero\u200bwidth\u061c.txt', 'zerowidth.txt'],
    // Longer than disks allow: cut between characters, with the ending.
    [`${'é'.repeat(180)}.rar`, `${'é'.repeat(125)}.rar`],
    [`${'a'.repeat(250)}👨\u200d👩\u200d👧.mp4`, `${'a'.repeat(250)}.mp4`],
    [`${'a'.repeat(254)}👩.`, 'a'.repeat(254)],
    ['half \ud83d', 'half \ufffd'],
  ])('%j becomes %j', (name, expected) => {
    expect(safeName(name)).toBe(expected)
  })
})

describe('safePath', () => {
  test.each([
    [
      ['..', '..', 'etc', 'passwd'],
      ['etc', 'passwd'],
    ],
    [
      ['a', '.', 'b'],
      ['a', 'b'],
    ],
    [['/etc/passwd'], ['_etc_passwd']],
    [['..'], ['file']],
    [[], ['file']],
  ])('%j becomes %j', (path, expected) => {
    expect(safePath(path, 'file')).toEqual(expected)
  })

  it('never leaves its folder, whatever the parts are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (parts) => {
        const path = safePath(parts)
        expect(path.length).toBeGreaterThan(0)
        for (const part of path) {
          expect(['', '.', '..']).not.toContain(part)
          expect(part).not.toMatch(/[/\\]/)
        }
      }),
    )
  })
})

describe('distinctPaths', () => {
  it('numbers what would be the same file on a disk', () => {
    expect(distinctPaths([['a.txt'], ['A.txt'], ['a.txt'], ['d', 'a.txt'], ['a (2).txt']])).toEqual([
      ['a.txt'],
      ['A (2).txt'],
      ['a (3).txt'],
      ['d', 'a.txt'],
      ['a (2) (2).txt'],
    ])
  })

  test.each([
    ['case', 'Größe.txt', 'GRÖSSE.txt'.replace('SS', 'ß'), 'GRÖßE (2).txt'],
    ['composition', '\u00e9.txt', 'e\u0301.txt', 'e\u0301 (2).txt'],
    ['dots at the end', 'a', 'a. .', 'a. . (2)'],
    ['reserved characters', 'What_.txt', 'What?.txt', 'What? (2).txt'],
    ['devices of Windows', 'aux_.txt', 'aux.txt', 'aux (2).txt'],
    ['short names of Windows', 'a_1.txt', 'a~1.txt', 'a~1 (2).txt'],
  ])('numbers names that are one on some disk: %s', (_what, first, second, numbered) => {
    expect(distinctPaths([[first], [second]])).toEqual([[first], [numbered]])
  })

  it('numbers the longest names within what disks allow', () => {
    const name = `${'a'.repeat(251)}.mp4`
    expect(distinctPaths([[name], [name]])[1]).toEqual([`${'a'.repeat(247)} (2).mp4`])
  })

  it('gives no file the name of a folder', () => {
    expect(distinctPaths([['a'], ['a', 'b']])).toEqual([['a (2)'], ['a', 'b']])
  })

  it('takes 100,000 files of one name without a pause', () => {
    const paths = distinctPaths(Array.from({ length: 100_000 }, () => ['same']))
    expect(paths.at(-1)).toEqual(['same (100000)'])
  })

  it('keeps folders apart whose names run into each other', () => {
    const paths = [
      ['ab', 'c', 'x'],
      ['a', 'bc', 'x'],
      ['1', 'x'],
      ['x', '1', 'x'],
    ]
    expect(distinctPaths(paths)).toEqual(paths)
  })

  it('looks at each part of a deep path a few times, not once for each part below it', () => {
    let looks = 0
    const watched = (path: string[]) =>
      new Proxy(path, {
        get: (parts, key) => {
          if (typeof key === 'string' && /^\d+$/.test(key)) looks++
          return Reflect.get(parts, key) as unknown
        },
      })
    const paths = Array.from({ length: 10 }, (_, file) =>
      watched([...Array.from({ length: 200 }, (_, depth) => `folder ${depth}`), `file ${file}`]),
    )
    expect(distinctPaths(paths)).toEqual(paths)
    expect(looks).toBeLessThan(10 * 201 * 5)
  })
})
