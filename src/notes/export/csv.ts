import { readDrawing, writeDrawing } from './drawingText.ts'
import { readTable, writeTable } from './csvTable.ts'
import {
  MOST_REMARKS,
  trimNote,
  trimRemark,
  type ReadReview,
  type Remark,
  type ReviewNote,
} from './reviewNote.ts'
import { readTime, writeTime } from './timecode.ts'

/*
 * Notes as a table, a row for each note and each reply: nothing is lost. Columns may be read in any order; all
 * but `text` may be missing, so that a list made by hand can be read too.
 */

const COLUMNS = [
  'number',
  'answers',
  'file',
  'start',
  'end',
  'page',
  'author',
  'resolved',
  'text',
  'drawing',
] as const
type Row = Partial<Record<string, string>>

export function writeCsv(notes: readonly ReviewNote[]): string {
  const rows: string[][] = [[...COLUMNS]]
  for (const { file, at, until, page, name, resolved, text, drawing, replies } of notes) {
    const number = String(rows.length)
    const times = [at, until].map((time) => (time === null ? '' : writeTime(time)))
    const where = [file ?? '', ...times, page === null ? '' : String(page)]
    rows.push([
      number,
      '',
      ...where,
      name,
      resolved ? 'yes' : 'no',
      text,
      drawing ? writeDrawing(drawing) : '',
    ])
    for (const reply of replies) {
      rows.push([String(rows.length), number, '', '', '', '', reply.name, '', reply.text, ''])
    }
  }
  return writeTable(rows)
}

/** A reply to what is not above it is skipped. */
export function readCsv(text: string): ReadReview {
  const [head = [], ...lines] = readTable(text)
  const names = head.map((name) => name.trim().toLowerCase())
  const threads = new Map<string, ReviewNote & { readonly replies: Remark[] }>()
  const notes: ReviewNote[] = []
  let skipped = 0
  for (const [index, line] of lines.entries()) {
    if (line.every((cell) => cell.trim() === '')) continue
    const row: Row = Object.fromEntries(names.map((name, column) => [name, line[column] ?? '']))
    const answers = row['answers']?.trim() ?? ''
    const note = index < MOST_REMARKS ? noteOf(row) : null
    const thread = threads.get(answers)
    const reply = note && trimRemark(note)
    if (!note || (answers !== '' && (!thread || !reply))) skipped += 1
    else if (thread && reply) thread.replies.push(reply)
    else {
      const begun = { ...note, replies: [] }
      threads.set(row['number']?.trim() || `row ${index}`, begun)
      notes.push(begun)
    }
  }
  return { notes, skipped }
}

function noteOf(row: Row): ReviewNote | null {
  const [at, until] = [row['start'] ?? '', row['end'] ?? ''].map((time) => time.trim())
  // A time that cannot be read is no note on the whole film.
  if (at && readTime(at) === null) return null
  return trimNote({
    file: row['file'] ?? null,
    at: readTime(at ?? ''),
    until: readTime(until ?? ''),
    page: row['page']?.trim() ? Number(row['page']) : null,
    drawing: row['drawing'] ? readDrawing(row['drawing']) : null,
    name: row['author'] ?? '',
    resolved: row['resolved']?.trim().toLowerCase() === 'yes',
    text: row['text'] ?? '',
    replies: [],
  })
}
