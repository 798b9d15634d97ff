import { describe, expect, test } from 'vitest'
import { readCsv } from '../../../src/notes/export/csv.ts'
import { readEdl } from '../../../src/notes/export/edl.ts'
import {
  asReviewNotes,
  onlyFilm,
  planImport,
  READABLE,
  readerOf,
} from '../../../src/notes/export/exchange.ts'
import { readMarkdown } from '../../../src/notes/export/markdown.ts'
import type { ReviewNote } from '../../../src/notes/export/reviewNote.ts'
import { readWebVtt } from '../../../src/notes/export/webVtt.ts'
import { finished } from '../../../src/notes/steps.ts'
import { threadsIn } from '../../../src/notes/threads.ts'
import { someNote } from '../someNote.ts'

const PATHS = ['Summer/film.mp4', 'Summer/a/photo.png', 'Summer/b/photo.png', 'Summer/notes.txt']
const READ: ReviewNote = {
  name: 'Ann',
  text: 'Too dark',
  file: 'Summer/film.mp4',
  at: 1000,
  until: null,
  page: null,
  drawing: null,
  resolved: false,
  replies: [{ name: 'Ben', text: 'Yes' }],
}
const plan = (read: readonly ReviewNote[], different: object = {}) =>
  planImport(read, { threads: [], paths: PATHS, film: null, own: 'Cleo', ...different })

describe('notes that are read from a file', () => {
  test('are on the file of that path, or of that name where only one has it', () => {
    const fileOf = (file: string | null) => plan([{ ...READ, file }]).notes[0]?.content.file
    expect(fileOf('Summer/film.mp4')).toBe(0)
    expect(fileOf('Winter/film.mp4')).toBe(0)
    expect(fileOf('Summer/b/photo.png')).toBe(2)
    expect(fileOf('photo.png')).toBeNull()
    expect(fileOf(null)).toBeNull()
  })

  test('with a time and no file are on the film that is meant', () => {
    expect(plan([{ ...READ, file: null }], { film: 0 }).notes[0]?.content).toMatchObject({
      file: 0,
      at: 1000,
    })
    expect(onlyFilm(PATHS)).toBe(0)
    expect(onlyFilm([...PATHS, 'more.webm'])).toBeNull()
  })

  test('of a file that is not here are on everything, without a time, and are counted', () => {
    const { notes, astray } = plan([{ ...READ, file: 'gone.mp4' }])
    expect(notes[0]?.content).toMatchObject({ file: null, at: null })
    expect(astray).toBe(1)
  })

  test('keep who said them, but for what one said oneself', () => {
    const [mine, theirs] = plan([{ ...READ, name: 'Cleo' }, READ]).notes
    expect([mine?.content.by, theirs?.content.by, theirs?.answers[0]?.by]).toEqual([null, 'Ann', 'Ben'])
  })

  test('that are here already are not doubled; only new answers are added', () => {
    const note = someNote('a', { text: 'Too dark', at: 1000, name: 'Ann' })
    const answer = someNote('b', { text: 'Yes', name: 'Cleo', by: 'Ben', answers: note.ref })
    const threads = finished(threadsIn([note, answer])).threads
    const [same] = asReviewNotes(threads, (file) => PATHS[file] ?? null)
    expect(same).toEqual(READ)
    const more = { ...READ, replies: [...READ.replies, { name: 'Ann', text: 'Good' }] }
    const { notes, known } = plan([more], { threads })
    expect(notes[0]?.present).toBe(note.ref)
    expect(notes[0]?.answers.map(({ text }) => text)).toEqual(['Good'])
    expect(known).toBe(2)
  })
})

test('a file’s ending tells how it is read', () => {
  const readers = ['a.MD', 'b.csv', 'c.srt', 'd.edl', 'e.fcpxml', 'f.xml', 'g.doc', 'h'].map(readerOf)
  expect(readers).toEqual([readMarkdown, readCsv, readWebVtt, readEdl, null, null, null, null])
  for (const ending of READABLE.split(',')) expect(readerOf(`x${ending}`)).not.toBeNull()
})
