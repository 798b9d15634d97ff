import { expect, test } from 'vitest'
import { chosenFiles } from '../../src/core/fileSelection.ts'

/** A torrent of five files, two of which are padding. */
const FILES = [{ place: 0 }, { place: 2 }, { place: 4 }]

test.each([
  [[2, 4], [], [1, 2]],
  [[1, 2, 3, 9], [], [1]],
  [[4], [0], [0, 2]],
  [[1, 3], [0], null],
  [null, [0], null],
])('places %j, and files %j besides, are the files %j', (selected, besides, expected) => {
  const chosen = chosenFiles(selected, FILES, besides)
  expect(chosen && [...chosen].sort()).toEqual(expected)
})
