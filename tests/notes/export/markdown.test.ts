import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMarkdown, writeMarkdown } from '../../../src/notes/export/markdown.ts'
import type { ReviewNote } from '../../../src/notes/export/reviewNote.ts'
import { arbitraryNotes } from './arbitraryNotes.ts'

const NOTE: ReviewNote = {
  name: 'Ann',
  text: 'Too *loud*\nhere',
  file: 'film.mp4',
  at: 65_000,
  until: 67_000,
  page: null,
  drawing: null,
  resolved: true,
  replies: [{ name: 'Ben', text: 'It is not' }],
}

describe('notes as Markdown', () => {
  test('come back as they were, whatever they say', () => {
    fc.assert(
      fc.property(arbitraryNotes(), (notes) => {
        const grouped = [...notes].sort((a, b) => Number(a.file !== null) - Number(b.file !== null))
        const files = [...new Set(grouped.map(({ file }) => file))]
        const held = files.flatMap((file) => grouped.filter((note) => note.file === file))
        const { notes: read, skipped } = readMarkdown(writeMarkdown(notes, 'A film'))
        expect(read.map(blankLines)).toEqual(held.map(blankLines))
        expect(skipped).toBe(0)
      }),
    )
  })

  test('are a list of things to do, below a heading for each file', () => {
    expect(
      writeMarkdown(
        [NOTE, { ...NOTE, file: null, at: null, until: null, text: 'Good', replies: [] }],
        'Cut 3',
      ),
    ).toBe(
      '# Cut 3\n\n- [x] **Ann**: Good\n\n## film.mp4\n\n' +
        '- [x] 00:01:05.000 – 00:01:07.000 **Ann**: Too \\*loud\\*\\\n  here\n  - **Ben**: It is not\n',
    )
  })

  test('made by hand are read', () => {
    const { notes } = readMarkdown('Dear all,\n\n- 1:05 Too loud\n* [x] Fine\n\n  now\n- 12 monkeys\n')
    expect(notes.map(({ at, text, resolved }) => [at, text, resolved])).toEqual([
      [65_000, 'Too loud', false],
      [null, 'Fine\n\nnow', true],
      [null, '12 monkeys', false],
    ])
  })

  test('never fail on junk', () => {
    fc.assert(fc.property(fc.string(), (junk) => void readMarkdown(`- [ ] ${junk}\n  ${junk}`)))
  })
})

/** A line of nothing but spaces is written as an empty one. */
function blankLines(note: ReviewNote): ReviewNote {
  const blank = (text: string) => text.replace(/^[^\S\n]+$/gm, '')
  return {
    ...note,
    text: blank(note.text),
    replies: note.replies.map((each) => ({ ...each, text: blank(each.text) })),
  }
}
