import type { Timeline } from '../../notes/export/markers.ts'
import {
  asReviewNotes,
  onlyFilm,
  planImport,
  readerOf,
  writeReview,
  type FormatId,
  type Written,
} from '../../notes/export/exchange.ts'
import type { ShareSnapshot } from '../../swarm/snapshot.ts'
import { StateError } from '../problems.ts'
import type { ReviewDesk } from './desk.svelte.ts'

export { FORMATS, READABLE, type FormatId } from '../../notes/export/exchange.ts'
export { FRAME_RATES, nameOfRate } from '../../notes/export/timecode.ts'
export type { Timeline } from '../../notes/export/markers.ts'

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

/** What became of the notes of a file. */
export interface Imported {
  /** Added. */
  readonly notes: number
  readonly answers: number
  /** Were here already. */
  readonly known: number
  /** Are on files that this share does not have: they are on everything now. */
  readonly astray: number
  /** Could not be read. */
  readonly skipped: number
}

/** Adds the notes of a file to those that are here. Rejects with a {@link StateError}, or as the room does. */
export async function importNotes(
  desk: ReviewDesk,
  share: ShareSnapshot,
  file: File,
  timeline: Timeline,
  own: string,
): Promise<Imported> {
  const read = readerOf(file.name)
  if (!read) {
    throw new StateError({ code: 'notes-of-odd-ending' })
  }
  if (file.size > LARGEST) throw new StateError({ code: 'notes-too-large' })
  const { notes, skipped } = read(await textOf(file), timeline)
  if (notes.length === 0) {
    throw new StateError(skipped > 0 ? { code: 'notes-unreadable', skipped } : { code: 'no-notes-in-it' })
  }
  const paths = share.files.map(({ path }) => path.join('/'))
  const film = desk.scene.playback?.file.index ?? onlyFilm(paths)
  const plan = planImport(notes, { threads: desk.threads, paths, film, own })
  const { room } = desk
  if (!room) throw new StateError({ code: 'notes-elsewhere' })
  const fresh = plan.notes.filter(({ present }) => present === null)
  const refs = await room.addAll(fresh.map(({ content }) => content))
  const refOf = new Map(fresh.map((each, at) => [each, refs[at]]))
  const answers = plan.notes.flatMap((each) => {
    const ref = each.present ?? refOf.get(each)
    return ref === undefined ? [] : each.answers.map((answer) => ({ ...answer, answers: ref }))
  })
  await room.addAll(answers)
  await room.resolveAll(fresh.flatMap((each) => (each.resolved ? (refOf.get(each) ?? []) : [])))
  return { notes: fresh.length, answers: answers.length, known: plan.known, astray: plan.astray, skipped }
}

async function textOf(file: File): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    throw new StateError({ code: 'notes-not-text' })
  }
}
