import { countOf } from '../../core/format.ts'
import type { Timeline } from '../../notes/export/edl.ts'
import {
  asReviewNotes,
  formatOf,
  onlyFilm,
  planImport,
  readReview,
  writeReview,
  type FormatId,
  type Written,
} from '../../notes/export/exchange.ts'
import type { ShareSnapshot } from '../../swarm/snapshot.ts'
import type { ReviewDesk } from './desk.svelte.ts'

export { FORMATS, READABLE, type FormatId } from '../../notes/export/exchange.ts'
export type { Timeline } from '../../notes/export/edl.ts'

/** Bytes; no list of notes is larger. */
const LARGEST = 32_000_000

/** The notes that are shown, as a file. */
export function exportNotes(
  desk: ReviewDesk,
  share: ShareSnapshot,
  format: FormatId,
  timeline: Timeline,
): Written {
  const notes = asReviewNotes(desk.shown, (file) => share.files[file]?.path.join('/') ?? null)
  return writeReview(format, notes, share.name, timeline)
}

/** Adds the notes of a file to those that are here; answers what happened. Rejects with words for the page. */
export async function importNotes(
  desk: ReviewDesk,
  share: ShareSnapshot,
  file: File,
  timeline: Timeline,
  own: string,
): Promise<string> {
  const format = formatOf(file.name)
  if (!format) {
    throw new Error(
      'This file’s ending is none of .md, .csv, .vtt, .srt and .edl, so it cannot be told how to read it.',
    )
  }
  if (file.size > LARGEST) throw new Error('This file is far too large to be a list of notes.')
  const { notes, skipped } = readReview(format, await textOf(file), timeline)
  if (notes.length === 0) {
    throw new Error(
      skipped > 0
        ? `Nothing in this file can be read as a note: ${countOf(skipped, 'entry', 'entries')} lacked words or a time.`
        : 'There are no notes in this file.',
    )
  }
  const paths = share.files.map(({ path }) => path.join('/'))
  const film = desk.playback?.file.index ?? onlyFilm(paths)
  const plan = planImport(notes, { threads: desk.threads, paths, film, own })
  const { room } = desk
  if (!room) throw new Error('Another tab has the notes now.')
  const fresh = plan.notes.filter(({ present }) => present === null)
  const refs = await room.addAll(fresh.map(({ content }) => content))
  const refOf = new Map(fresh.map((each, at) => [each, refs[at]]))
  const answers = plan.notes.flatMap((each) => {
    const ref = each.present ?? refOf.get(each)
    return ref === undefined ? [] : each.answers.map((answer) => ({ ...answer, answers: ref }))
  })
  await room.addAll(answers)
  await room.resolveAll(fresh.flatMap((each) => (each.resolved ? (refOf.get(each) ?? []) : [])))
  return [
    `${countOf(fresh.length, 'note')} and ${countOf(answers.length, 'answer')} added.`,
    ...(plan.known > 0 ? [`${plan.known} were here already.`] : []),
    ...(plan.astray > 0
      ? [`${plan.astray} are on files that this share does not have: they are on everything now.`]
      : []),
    ...(skipped > 0 ? [`${countOf(skipped, 'entry', 'entries')} could not be read.`] : []),
  ].join(' ')
}

async function textOf(file: File): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    throw new Error('This file is not text (UTF-8). Save it as such, and try again.')
  }
}
