import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEdl, writeEdl } from '../../../src/notes/export/edl.ts'
import { arbitraryNotes } from './arbitraryNotes.ts'

const FILM = { rate: { exact: 24_000 / 1001, counted: 24 }, firstHour: 1 }
const PAL = { rate: { exact: 25, counted: 25 }, firstHour: 0 }

const note = {
  name: 'Ann',
  file: null,
  at: 60_000,
  until: 62_000,
  page: null,
  drawing: null,
  resolved: false,
  replies: [],
}

describe('notes as markers of an editor', () => {
  test('are events with a line that Resolve reads', () => {
    const written = writeEdl(
      [{ ...note, text: 'Too | loud\nhere', replies: [{ name: 'Ben', text: 'Yes' }] }],
      'Cut 3',
      PAL,
    )
    expect(written).toBe(
      'TITLE: Cut 3\nFCM: NON-DROP FRAME\n\n' +
        '001  001      V     C        00:01:00:00 00:01:00:01 00:01:00:00 00:01:00:01\n' +
        'Too / loud here / Ben: Yes |C:ResolveColorBlue |M:Ann |D:50\n',
    )
  })

  test('count frames, and so fall behind the clock at 23.976 frames a second', () => {
    const written = writeEdl([{ ...note, at: 3_600_000, until: null, text: 'An hour in' }], 'Cut', FILM)
    // 3600 s × 24000/1001 are 86,314 frames, 86 fewer than an hour of timecode.
    expect(written).toContain('01:59:56:10')
  })

  test('come back to the frame', () => {
    fc.assert(
      fc.property(arbitraryNotes(), fc.constantFrom(FILM, PAL), (notes, timeline) => {
        const held = notes.filter(({ at }) => at !== null && at < 90 * 3600 * 1000)
        const read = readEdl(writeEdl(held, 'Cut', timeline), timeline).notes
        expect(read).toHaveLength(held.length)
        for (const [index, { at, resolved }] of read.entries()) {
          const half = 500 / timeline.rate.exact + 0.5
          expect(Math.abs((at ?? NaN) - (held[index]?.at ?? NaN))).toBeLessThanOrEqual(half)
          expect(resolved).toBe(held[index]?.resolved)
        }
      }),
    )
  })

  test('leave cuts alone, and count markers before the first hour as skipped', () => {
    const cut = '001  AX V C 00:00:00:00 00:00:01:00 01:00:00:00 01:00:01:00\n'
    expect(readEdl(cut, FILM)).toEqual({ notes: [], skipped: 0 })
    const early = '001  001 V C 00:59:00:00 00:59:00:01 00:59:00:00 00:59:00:01\n |C:x |M:Early |D:1\n'
    expect(readEdl(early, FILM)).toEqual({ notes: [], skipped: 1 })
  })
})
