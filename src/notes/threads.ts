import type { AuthorId } from '../wire/noteEnvelope.ts'
import type { Note } from './noteModel.ts'

/** A note with what was answered to it, the oldest first. */
export interface Thread {
  readonly note: Note
  readonly answers: readonly Note[]
}

/** An answer to what is not there stands by itself; one to an answer belongs to the whole talk. */
export function threadsOf(notes: readonly Note[]): readonly Thread[] {
  const byRef = new Map(notes.map((note) => [note.ref, note]))
  const answers = new Map<string, Note[]>()
  const first: Note[] = []
  for (const note of notes) {
    const root = rootOf(note, byRef)
    if (root === note) first.push(note)
    else answers.set(root.ref, [...(answers.get(root.ref) ?? []), note])
  }
  const inOrder = (all: Note[]) => all.sort((a, b) => a.made - b.made || (a.ref < b.ref ? -1 : 1))
  return first.map((note) => ({ note, answers: inOrder(answers.get(note.ref) ?? []) }))
}

/** Where strangers made a circle of answers, the first of it that is met again. */
function rootOf(note: Note, byRef: ReadonlyMap<string, Note>): Note {
  const MOST_STEPS = 50
  let root = note
  for (let step = 0; step < MOST_STEPS && root.answers !== null; step++) {
    const above = byRef.get(root.answers)
    if (!above) return root
    if (above === note) return note
    root = above
  }
  return root.answers === null ? root : note
}

/** Which threads are shown. */
export interface NoteFilter {
  /** Each of the words has to be in the thread, in what is said or in who says it. */
  readonly words: string
  readonly state: 'all' | 'open' | 'resolved'
  /** Who has said something in it; null for anybody. */
  readonly author: AuthorId | null
  /** Only with a drawing. */
  readonly drawn: boolean
}

export const EVERYTHING: NoteFilter = { words: '', state: 'all', author: null, drawn: false }

export function filterThreads(threads: readonly Thread[], filter: NoteFilter): readonly Thread[] {
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean)
  return threads.filter(({ note, answers }) => {
    const all = [note, ...answers]
    if (filter.state !== 'all' && note.resolved !== (filter.state === 'resolved')) return false
    if (filter.author !== null && !all.some(({ author }) => author === filter.author)) return false
    if (filter.drawn && !all.some(({ drawing }) => drawing !== null)) return false
    const said = all.map(({ text, name, by }) => `${name} ${by ?? ''} ${text}`.toLowerCase()).join('\n')
    return words.every((word) => said.includes(word))
  })
}

/** Who has written something, by name. */
export function writersOf(notes: readonly Note[]): readonly Pick<Note, 'author' | 'name' | 'colour'>[] {
  const writers = new Map(notes.map(({ author, name, colour }) => [author, { author, name, colour }]))
  return [...writers.values()].sort((a, b) => a.name.localeCompare(b.name) || (a.author < b.author ? -1 : 1))
}
