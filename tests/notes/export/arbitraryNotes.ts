import fc from 'fast-check'
import { trimNote, type ReviewNote } from '../../../src/notes/export/reviewNote.ts'
import { arbitraryDrawing } from '../../support/arbitraryDrawing.ts'

/** Texts made of what formats stumble over: their own signs, line ends, tags, formulas, other scripts. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\n',
        '\n\n',
        '"',
        "'",
        ',',
        ';',
        '=',
        '+',
        '-',
        '@',
        '|',
        '-->',
        '&',
        '&amp;',
        '&nbsp;',
      ),
      fc.constantFrom(
        '<v Ann>',
        '</v>',
        '<b>',
        '\u00a0',
        '# ',
        '- ',
        '> ',
        '*',
        '\\',
        '`',
        '0:01',
        'NOTE',
        '\t',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))

const remark = fc.record({ name: text, text })

/** Such as any format is given: within the limits, and by nobody's hand brought into order. */
export function arbitraryNotes(): fc.Arbitrary<ReviewNote[]> {
  const time = fc.option(fc.integer({ min: 0, max: 100 * 3600 * 1000 - 10_000 }))
  const page = fc.option(fc.integer({ min: 1, max: 2000 }))
  const drawing = fc.option(arbitraryDrawing(), { freq: 2 })
  const where = { file: fc.option(text), at: time, until: time, page }
  const note = fc
    .record({ name: text, text, ...where, drawing, resolved: fc.boolean() })
    // What is on a page has no time.
    .map((all) => (all.at === null ? all : { ...all, page: null }))
    .chain((all) => fc.array(remark, { maxLength: 3 }).map((replies) => trimNote({ ...all, replies })))
  return fc.array(note, { maxLength: 8 }).map((notes) => notes.filter((one) => one !== null))
}
