import type { AuthorId } from '../wire/noteEnvelope.ts'
import type { Note } from './noteModel.ts'

/** A note with what was answered to it, the oldest first. */
export interface Thread {
  readonly note: Note
  readonly answers: readonly Note[]
}

/** An answer to what is not there stands by itself; one to an answer belongs to the whole talk. */
export function threadsOf(notes: readonly Note[]): readonly Thread[] {
  const roots = rootsOf(notes)
  const answers = new Map<Note, Note[]>()
  const first: Note[] = []
  for (const note of notes) {
    const root = roots.get(note) ?? note
    if (root === note) first.push(note)
    else {
      const before = answers.get(root)
      if (before) before.push(note)
      else answers.set(root, [note])
    }
  }
  const inOrder = (all: Note[]) => all.sort((a, b) => a.made - b.made || (a.ref < b.ref ? -1 : 1))
  return first.map((note) => ({ note, answers: inOrder(answers.get(note) ?? []) }))
}

/** Each note's way up is gone once. Where strangers made a circle of answers, all that lead into it stand by themselves. */
function rootsOf(notes: readonly Note[]): ReadonlyMap<Note, Note> {
  const byRef = new Map(notes.map((note) => [note.ref, note]))
  const roots = new Map<Note, Note>()
  for (const note of notes) {
    const way = new Set<Note>()
    let at: Note | undefined = note
    let root: Note | undefined
    while (at && !root && !way.has(at)) {
      way.add(at)
      const above: Note | undefined = at.answers === null ? undefined : byRef.get(at.answers)
      // Where the way ends, or where it meets one that was gone before.
      root = above ? roots.get(above) : at
      at = above
    }
    const inCircle = root === undefined || (root.answers !== null && byRef.has(root.answers))
    for (const each of way) roots.set(each, inCircle || !root ? each : root)
  }
  return roots
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
    if (words.length === 0) return true
    const said = all.map(({ text, name, by }) => `${name} ${by ?? ''} ${text}`.toLowerCase()).join('\n')
    return words.every((word) => said.includes(word))
  })
}

export function refsOf(notes: readonly Note[]): ReadonlySet<string> {
  return new Set(notes.map(({ ref }) => ref))
}

/** Who has written something, by name. */
export function writersOf(notes: readonly Note[]): readonly Pick<Note, 'author' | 'name' | 'colour'>[] {
  const writers = new Map(notes.map(({ author, name, colour }) => [author, { author, name, colour }]))
  return [...writers.values()].sort((a, b) => a.name.localeCompare(b.name) || (a.author < b.author ? -1 : 1))
}
