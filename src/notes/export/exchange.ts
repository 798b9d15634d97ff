import { mediaTypeOf } from '../../core/mediaType.ts'
import type { NoteContent } from '../noteModel.ts'
import type { Thread } from '../threads.ts'
import { readCsv, writeCsv } from './csv.ts'
import { readEdl, writeEdl } from './edl.ts'
import { writeFcpXml } from './fcpXml.ts'
import type { Timeline } from './markers.ts'
import { readMarkdown, writeMarkdown } from './markdown.ts'
import { writePremiereXml } from './premiereXml.ts'
import type { ReadReview, ReviewNote } from './reviewNote.ts'
import { readWebVtt, writeWebVtt } from './webVtt.ts'

/* Notes to a file and back: the formats, and what becomes of a note on the way. */

export const FORMATS = ['markdown', 'csv', 'webvtt', 'edl', 'fcpxml', 'premiere'] as const
export type FormatId = (typeof FORMATS)[number]

interface Format {
  /** Without the dot; the first is the one that is written. */
  readonly endings: readonly string[]
  readonly type: string
  readonly write: (notes: readonly ReviewNote[], title: string, timeline: Timeline) => string
  /** Null for what is only written. */
  readonly read: ((text: string, timeline: Timeline) => ReadReview) | null
}

const DETAILS: Readonly<Record<FormatId, Format>> = {
  markdown: {
    endings: ['md', 'markdown', 'txt'],
    type: 'text/markdown',
    write: writeMarkdown,
    read: readMarkdown,
  },
  csv: { endings: ['csv'], type: 'text/csv', write: writeCsv, read: readCsv },
  webvtt: { endings: ['vtt', 'srt'], type: 'text/vtt', write: writeWebVtt, read: readWebVtt },
  edl: { endings: ['edl'], type: 'text/plain', write: writeEdl, read: readEdl },
  fcpxml: { endings: ['fcpxml'], type: 'text/xml', write: writeFcpXml, read: null },
  premiere: { endings: ['xml'], type: 'text/xml', write: writePremiereXml, read: null },
}

/** Every ending that can be read, for a file chooser. */
export const READABLE = FORMATS.map((id) => DETAILS[id])
  .filter(({ read }) => read !== null)
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join(',')

/** How to write it as a file. */
export interface Written {
  readonly name: string
  readonly type: string
  readonly text: string
}

export function writeReview(
  id: FormatId,
  notes: readonly ReviewNote[],
  title: string,
  timeline: Timeline,
): Written {
  const { endings, type, write } = DETAILS[id]
  return { name: `${title} notes.${endings[0] ?? id}`, type, text: write(notes, title, timeline) }
}

/** How a file of that name is read, by its ending; null for what cannot be. */
export function readerOf(fileName: string): Format['read'] {
  const ending = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase()
  return Object.values(DETAILS).find(({ endings }) => endings.includes(ending))?.read ?? null
}

/** Threads as they stand in a file. */
export function asReviewNotes(
  threads: readonly Thread[],
  pathOf: (file: number) => string | null,
): readonly ReviewNote[] {
  return threads.map(({ note, answers }) => ({
    name: note.by ?? note.name,
    text: note.text,
    file: note.file === null ? null : pathOf(note.file),
    at: note.at,
    until: note.until,
    page: note.page,
    drawing: note.drawing,
    resolved: note.resolved,
    replies: answers.map(({ by, name, text }) => ({ name: by ?? name, text })),
  }))
}

/** A note to be added, or the one that is here already, and what is to be answered to it. */
export interface PlannedNote {
  /** The ref of the same note, where it is here. */
  readonly present: string | null
  readonly content: NoteContent
  readonly resolved: boolean
  readonly answers: readonly Omit<NoteContent, 'answers'>[]
}

/** What of a read list is to be added to the notes that are here. */
export interface ImportPlan {
  readonly notes: readonly PlannedNote[]
  /** Remarks that are here already. */
  readonly known: number
  /** Notes on files that are not in this share: they become notes on everything. */
  readonly astray: number
}

interface ImportOptions {
  readonly threads: readonly Thread[]
  /** Paths in the share, `/` between folders, in the order of the files. */
  readonly paths: readonly string[]
  /** The file that notes with a time and without a file are on; null for none. */
  readonly film: number | null
  /** As whom one writes: what this name said is said by oneself. */
  readonly own: string
}

export function planImport(read: readonly ReviewNote[], options: ImportOptions): ImportPlan {
  const { threads, paths, film, own } = options
  const present = new Map(
    threads.map((thread) => [keyOf({ ...thread.note, name: nameOf(thread.note) }), thread]),
  )
  const byOf = (name: string) => (name === '' || name === own ? null : name)
  let [known, astray] = [0, 0]
  const notes = read.map((note): PlannedNote => {
    const found = note.file === null ? (note.at === null ? null : film) : fileOf(note.file, paths)
    if (note.file !== null && found === null) astray += 1
    const { at, until, page, text, drawing } = note
    const file = found === null || found < 0 ? null : found
    const place =
      note.file !== null && file === null ? { at: null, until: null, page: null } : { at, until, page }
    const content = { text, file, ...place, drawing, by: byOf(note.name), answers: null }
    const thread = present.get(keyOf({ ...content, name: note.name }))
    const heard = new Set(thread?.answers.map((answer) => `${nameOf(answer)}\n${answer.text}`))
    const fresh = note.replies.filter(({ name, text: said }) => !heard.has(`${name}\n${said}`))
    known += (thread ? 1 : 0) + note.replies.length - fresh.length
    const answers = fresh.map((reply) => {
      return {
        text: reply.text,
        file,
        at: null,
        until: null,
        page: null,
        drawing: null,
        by: byOf(reply.name),
      }
    })
    return { present: thread?.note.ref ?? null, content, resolved: note.resolved, answers }
  })
  return { notes, known, astray }
}

/** By its whole path, else by a name that only one file has; null for none. */
function fileOf(path: string, paths: readonly string[]): number | null {
  const whole = paths.indexOf(path)
  if (whole >= 0) return whole
  const nameOnly = (each: string) => each.slice(each.lastIndexOf('/') + 1)
  const named = paths.flatMap((each, index) => (nameOnly(each) === nameOnly(path) ? [index] : []))
  return named.length === 1 ? (named[0] ?? null) : null
}

/** The only film or piece of music of a share; null when there are several, or none. */
export function onlyFilm(paths: readonly string[]): number | null {
  const films = paths.flatMap((path, index) =>
    ['video', 'audio', 'playlist'].includes(mediaTypeOf(path)?.kind ?? '') ? [index] : [],
  )
  return films.length === 1 ? (films[0] ?? null) : null
}

function nameOf({ by, name }: { readonly by: string | null; readonly name: string }): string {
  return by ?? name
}

type Keyed = Pick<NoteContent, 'file' | 'at' | 'until' | 'page' | 'text'> & { readonly name: string }

function keyOf({ file, at, until, page, text, name }: Keyed): string {
  return JSON.stringify([file, at, until, page, name, text])
}
