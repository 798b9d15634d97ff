import { expect, test } from 'vitest'
import { diskName, plainestName } from '../../src/core/diskName.ts'

test.each([
  ['plain.txt', 'plain.txt'],
  ['Track 1: Intro.txt', 'Track 1_ Intro.txt'],
  ['What?.txt', 'What_.txt'],
  ['trailing. ', 'trailing'],
  ['...', '_'],
  ['aux.txt', 'aux_.txt'],
  ['CON', 'CON_'],
  ['com1.tar.gz', 'com1_.tar.gz'],
  ['console.txt', 'console.txt'],
  ['a~1.txt', 'a_1.txt'],
  ['~draft.txt', '~draft.txt'],
  ['link.url', 'link.url_'],
  ['می\u200cخواهم.txt', 'می\u200cخواهم.txt'],
])('%j is written as %j', (name, written) => {
  expect(diskName(name)).toBe(written)
})

test('what a browser refuses all the same is written plainly', () => {
  expect(plainestName('.hidden – größer!.tar.g-z')).toBe('_hidden_größer_tar.g_z')
  expect(plainestName('!?')).toBe('_')
})
