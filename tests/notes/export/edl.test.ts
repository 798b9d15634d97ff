import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEdl, writeEdl } from '../../../src/notes/export/edl.ts'
import type { Timeline } from '../../../src/notes/export/markers.ts'
import { frameAt, readTimecode, timeOfFrame, writeTimecode } from '../../../src/notes/export/timecode.ts'
import { arbitraryNotes } from './arbitraryNotes.ts'

const FILM = { rate: { exact: 24_000 / 1001, counted: 24, dropped: 0 }, firstHour: 1 }
const PAL = { rate: { exact: 25, counted: 25, dropped: 0 }, firstHour: 0 }
const NTSC = { rate: { exact: 30_000 / 1001, counted: 30, dropped: 0 }, firstHour: 1 }
const DROP = { rate: { ...NTSC.rate, dropped: 2 }, firstHour: 1 }
const DROP_60 = { rate: { exact: 60_000 / 1001, counted: 60, dropped: 4 }, firstHour: 1 }
const WHOLE_30 = { rate: { exact: 30, counted: 30, dropped: 0 }, firstHour: 10 }
const WHOLE_50 = { rate: { exact: 50, counted: 50, dropped: 0 }, firstHour: 0 }
const RATES = [FILM, PAL, NTSC, DROP, DROP_60, WHOLE_30, WHOLE_50]

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
    // In 3600 s × 24000/1001 there are 86,313 whole frames, 87 fewer than an hour of timecode has.
    expect(written).toContain('01:59:56:09')
  })

  test('stand on the frame that is shown, which is not the nearest', () => {
    const frameOf = (at: number, timeline: Timeline) =>
      /C +\S\S:\S\S:(\S\S:\S\S)/.exec(
        writeEdl([{ ...note, at, until: null, text: 'x' }], 'Cut', timeline),
      )?.[1]
    expect(frameOf(990, PAL)).toBe('00:24')
    expect(frameOf(1000, PAL)).toBe('01:00')
    for (const { rate } of RATES) {
      for (let frame = 0; frame < 2000; frame++) expect(frameAt(timeOfFrame(frame, rate), rate)).toBe(frame)
    }
  })

  test('come back to a frame that begins in the middle of a millisecond', () => {
    const rate = { exact: 60_000 / 1001, counted: 60, dropped: 4 }
    const held = [{ ...note, at: 29_498_969, until: null, text: 'x' }]
    const [read] = readEdl(writeEdl(held, 'Cut', { rate, firstHour: 1 }), { rate, firstHour: 1 }).notes
    expect(read?.at).toBe(29_498_969)
  })

  test('come back to the frame', () => {
    fc.assert(
      fc.property(arbitraryNotes(), fc.constantFrom(...RATES), (notes, timeline) => {
        const held = notes.filter(({ at }) => at !== null && at < 80 * 3600 * 1000)
        const read = readEdl(writeEdl(held, 'Cut', timeline), timeline).notes
        expect(read).toHaveLength(held.length)
        for (const [index, { at, resolved }] of read.entries()) {
          // A frame begins before what is shown of it, but for what rounding took away.
          const since = (held[index]?.at ?? NaN) - (at ?? NaN)
          expect(since).toBeGreaterThanOrEqual(0)
          expect(since).toBeLessThanOrEqual(1000 / timeline.rate.exact + 0.5)
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

describe('drop-frame timecode', () => {
  // Markers of a 29.97 timeline, as Resolve writes them.
  const markers =
    'TITLE: Timeline 1\nFCM: DROP FRAME\n\n' +
    '001  001      V     C        01:10:00;00 01:10:00;01 01:10:00;00 01:10:00;01\n' +
    ' |C:ResolveColorBlue |M:Marker 1 |D:1\n\n' +
    '002  001      V     C        02:00:00;00 02:00:00;01 02:00:00;00 02:00:00;01\n' +
    ' |C:ResolveColorBlue |M:Marker 2 |D:1\n\n'
  const timesOf = (text: string, timeline: typeof NTSC) => readEdl(text, timeline).notes.map(({ at }) => at)

  test.each([
    ['with it chosen', markers, DROP],
    ['with 29.97 chosen, as the file says it', markers, NTSC],
    ['with 29.97 chosen, as its semicolons say it', markers.replace('FCM: DROP FRAME\n', ''), NTSC],
    ['with colons, as the file says it', markers.replaceAll(';', ':'), NTSC],
    ['with colons, as chosen', markers.replaceAll(';', ':').replace('FCM: DROP FRAME\n', ''), DROP],
  ])('is read to the frame %s', (_how, text, timeline) => {
    // 17,982 and 107,892 frames.
    expect(timesOf(text, timeline)).toEqual([599_999, 3_599_996])
  })

  test('is none where the file says so, nor at a rate that has none', () => {
    const plain = markers.replaceAll(';', ':').replace('DROP FRAME', 'NON-DROP FRAME')
    expect(timesOf(plain, DROP)).toEqual([600_600, 3_603_600])
    expect(timesOf(markers, WHOLE_30)).toEqual([])
    expect(timesOf(markers, { ...WHOLE_30, firstHour: 1 })).toEqual([600_000, 3_600_000])
  })

  test.each([
    [0, '01:00:00;00'],
    [1799, '01:00:59;29'],
    [1800, '01:01:00;02'],
    [3597, '01:01:59;29'],
    [3598, '01:02:00;02'],
    [17_981, '01:09:59;29'],
    [17_982, '01:10:00;00'],
    [107_892, '02:00:00;00'],
  ])('of frame %i is %s', (frame, timecode) => {
    const at = Math.round((frame * 1001) / 30)
    const written = writeEdl([{ ...note, text: 'x', at, until: null }], 'Cut', DROP)
    expect(written).toContain('FCM: DROP FRAME')
    expect(written).toContain(` ${timecode} `)
    expect(timesOf(written, NTSC)).toEqual([at])
  })

  test.each(RATES)('names each frame of an hour and one more, as its rate does: %j', ({ rate }) => {
    let last = ''
    for (let frame = 0; frame < 3601 * rate.counted; frame += 1) {
      const timecode = writeTimecode(frame, rate) ?? ''
      if (timecode <= last || readTimecode(timecode, rate) !== frame) throw new Error(`${frame}: ${timecode}`)
      last = timecode
    }
  })

  test('takes a number that it leaves out for the next one', () => {
    expect(readTimecode('00:01:00;00', DROP.rate)).toBe(1800)
  })
})

describe('notes on one frame', () => {
  const both = [
    { ...note, text: 'One', at: 600_000, until: null },
    { ...note, text: 'Two', at: 600_003, until: null },
    { ...note, text: 'Next', at: 600_040, until: 601_000 },
  ]

  test('are markers one frame apart, with where they belong in their words', () => {
    const written = writeEdl(both, 'Cut', PAL)
    expect(written).toContain('00:10:00:00 00:10:00:01\nOne |')
    expect(written).toContain('00:10:00:01 00:10:00:02\nTwo [at 00:10:00:00] |')
    expect(written).toContain('00:10:00:02 00:10:00:03\nNext [at 00:10:00:01] |')
  })

  test.each(RATES)('come back to where they belong: %j', (timeline) => {
    const read = readEdl(writeEdl(both, 'Cut', timeline), timeline).notes
    expect(read.map(({ text }) => text)).toEqual(['One', 'Two', 'Next'])
    expect(read[0]?.at).toBe(read[1]?.at)
  })
})
