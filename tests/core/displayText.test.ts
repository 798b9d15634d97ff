import fc from 'fast-check'
import { expect, it } from 'vitest'
import { displayText, splitName } from '../../src/core/displayText.ts'

it('takes the power from characters that turn or hide text', () => {
  expect(displayText('\u202egpj.exe')).toBe('·gpj.exe')
  expect(displayText('a\u200bb\u2066c\u0000d\ne')).toBe('a·b·c·d·e')
})

it('leaves other writing alone', () => {
  const names = ['Łódź – Übersicht.txt', 'קובץ.pdf', '写真 📷.jpg', '👩‍👩‍👧.png', '<b>&amp;</b>']
  for (const name of names) expect(displayText(name)).toBe(name)
})

it('splits a long name without losing any of it, and not inside a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (name) => {
      const { head, tail } = splitName(name)
      expect(head + tail).toBe(displayText(name))
      expect((head + tail).isWellFormed()).toBe(true)
    }),
  )
  expect(splitName('a-very-long-file-name-that-goes-on.tar.gz').tail).toBe('-on.tar.gz')
  expect(splitName('short.txt').tail).toBe('')
})
