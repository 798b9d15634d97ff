import { expect, it } from 'vitest'
import { mayHaveTime } from '../../src/core/mediaType.ts'

it.each([
  ['film.mp4', true],
  ['song.FLAC', true],
  ['index.m3u8', true],
  // Its name does not tell.
  ['film.bin', true],
  ['README', true],
  ['photo.JPG', false],
  ['letter.pdf', false],
  ['notes.txt', false],
  ['box.zip', false],
  ['box.tar.gz', false],
  ['talk.pptx', false],
])('notes on %s may have a time: %s', (name, may) => {
  expect(mayHaveTime(name)).toBe(may)
})
