import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv, writeCsv } from '../../../src/notes/export/csv.ts'
import { arbitraryNotes } from './arbitraryNotes.ts'

describe('notes as a table', () => {
  test('come back as they were, whatever they say', () => {
    fc.assert(
      fc.property(arbitraryNotes(), (notes) => {
        expect(readCsv(writeCsv(notes))).toEqual({ notes, skipped: 0 })
      }),
    )
  })

  test('hold no cell that a spreadsheet would run', () => {
    const note = {
      name: '@SUM(1)',
      file: null,
      at: null,
      until: null,
      page: null,
      drawing: null,
      resolved: false,
      replies: [],
    }
    const written = writeCsv([{ ...note, text: '=HYPERLINK("http://a.example")' }])
    expect(written).toContain(`,'@SUM(1),no,"'=HYPERLINK(""http://a.example"")",\r\n`)
  })

  test('made by hand are read: columns in another order, semicolons, short times', () => {
    const { notes, skipped } = readCsv('\ufeffText;Start\nToo loud;1:05\n"Two\r\nlines";\nno time;soon\n;\n')
    expect(notes.map(({ text, at }) => [text, at])).toEqual([
      ['Too loud', 65_000],
      ['Two\nlines', null],
    ])
    expect(skipped).toBe(1)
  })

  test('that answer nothing above them are skipped', () => {
    expect(readCsv('number,answers,text\n1,7,Yes\n')).toEqual({ notes: [], skipped: 1 })
  })

  test('never fail on junk', () => {
    fc.assert(fc.property(fc.string(), (junk) => void readCsv(`text,start\n${junk}`)))
  })
})
