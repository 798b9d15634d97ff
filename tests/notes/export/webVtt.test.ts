import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReviewNote } from '../../../src/notes/export/reviewNote.ts'
import { readWebVtt, writeWebVtt } from '../../../src/notes/export/webVtt.ts'
import { arbitraryNotes } from './arbitraryNotes.ts'

describe('notes as captions', () => {
  test('come back as they were, all that have a time, but for which film they are on', () => {
    fc.assert(
      fc.property(arbitraryNotes(), (notes) => {
        const held = notes
          .filter(({ at }) => at !== null)
          .map((note) => ({ ...note, file: null, page: null }))
        const { notes: read, skipped } = readWebVtt(writeWebVtt(notes))
        expect(read.map(blankLines)).toEqual(held.map(blankLines))
        expect(skipped).toBe(0)
      }),
    )
  })

  test('hold nothing that would end a cue or pass for a tag', () => {
    const note = {
      name: 'A>B',
      file: null,
      at: 1000,
      until: 2500,
      page: null,
      drawing: null,
      resolved: true,
      replies: [],
    }
    expect(writeWebVtt([{ ...note, text: '<i>a\n\n0 --> 1' }])).toBe(
      'WEBVTT\n\nnote 1 resolved\n00:00:01.000 --> 00:00:02.500\n' +
        '<v A&gt;B>&lt;i&gt;a\n&nbsp;\n0 --&gt; 1\n',
    )
  })

  test('of other origin are read, SubRip too', () => {
    const subRip = '1\r\n00:00:01,500 --> 00:00:02,000 align:start\r\n<i>Hello</i> &amp; bye\r\n'
    const { notes } = readWebVtt(`${subRip}\r\nNOTE a remark\r\n`)
    expect(notes).toMatchObject([{ text: 'Hello & bye', name: '', at: 1500, until: 2000, resolved: false }])
  })

  test('without a time that can be read are counted as skipped', () => {
    expect(readWebVtt('WEBVTT\n\nsoon --> later\nHello\n')).toEqual({ notes: [], skipped: 1 })
  })

  test('never fail on junk', () => {
    fc.assert(fc.property(fc.string(), (junk) => void readWebVtt(`WEBVTT\n\n0:01 --> 0:02\n${junk}`)))
  })
})

/** A line of nothing but spaces is written as an empty one. */
function blankLines(note: ReviewNote): ReviewNote {
  const blank = (text: string) => text.replace(/^[^\S\n]+$/gm, '')
  const replies = note.replies.map((reply) => ({ ...reply, text: blank(reply.text) }))
  return { ...note, text: blank(note.text), replies }
}
