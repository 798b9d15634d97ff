import type { AuthorId } from '../wire/noteEnvelope.ts'
import { MOST_IN_THREAD, shareOfEach, type AnswersByAuthor } from './fullThread.ts'
import type { Note } from './noteModel.ts'
import { sorted, STEP } from './steps.ts'

/** A note with what was answered to it, the oldest first. */
export interface Thread {
  readonly note: Note
  readonly answers: readonly Note[]
  /** Of a thread that has no room for everything, what has been written in it; null for one that has. */
  readonly full: AnswersByAuthor | null
}

/** All threads, and the answers for which they have no room. */
export interface Threads {
  readonly threads: readonly Thread[]
  readonly leftOut: ReadonlySet<Note>
}

/**
 * An answer to what is not there stands by itself; one to an answer belongs to the whole talk. The same for the same
 * notes, in whatever order they came.
 */
export function* threadsIn(notes: readonly Note[]): Generator<void, Threads> {
  const roots = yield* rootsOf(notes)
  const answers = new Map<Note, Note[]>()
  const first: Note[] = []
  for (const [at, note] of notes.entries()) {
    if (at % STEP === STEP - 1) yield
    const root = roots.get(note) ?? note
    if (root === note) first.push(note)
    else {
      const before = answers.get(root)
      if (before) before.push(note)
      else answers.set(root, [note])
    }
  }
  const leftOut = new Set<Note>()
  const threads: Thread[] = []
  for (const note of first) {
    if (threads.length % STEP === STEP - 1) yield
    const all = answers.get(note)
    threads.push(
      all ? yield* threadOf(note, yield* sorted(all, byAge), leftOut) : { note, answers: [], full: null },
    )
  }
  return { threads, leftOut }
}

function* threadOf(note: Note, answers: readonly Note[], leftOut: Set<Note>): Generator<void, Thread> {
  if (answers.length < MOST_IN_THREAD) return { note, answers, full: null }
  const full = new Map<AuthorId, number>()
  for (const [at, { author }] of answers.entries()) {
    if (at % STEP === STEP - 1) yield
    full.set(author, (full.get(author) ?? 0) + 1)
  }
  const share = shareOfEach([...full.values()])
  const taken = new Map<AuthorId, number>()
  const some: Note[] = []
  for (const [at, answer] of answers.entries()) {
    if (at % STEP === STEP - 1) yield
    const count = (taken.get(answer.author) ?? 0) + 1
    taken.set(answer.author, count)
    if (count <= share) some.push(answer)
    else leftOut.add(answer)
  }
  return { note, answers: some, full }
}

function byAge(a: Note, b: Note): number {
  return a.made - b.made || (a.ref < b.ref ? -1 : 1)
}

/** Each note's way up is gone once. Where strangers made a circle of answers, all that lead into it stand by themselves. */
function* rootsOf(notes: readonly Note[]): Generator<void, ReadonlyMap<Note, Note>> {
  const byRef = new Map<string, Note>()
  let steps = 0
  for (const note of notes) {
    byRef.set(note.ref, note)
    if (++steps % STEP === 0) yield
  }
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
      if (++steps % STEP === 0) yield
    }
    const inCircle = root === undefined || (root.answers !== null && byRef.has(root.answers))
    for (const each of way) {
      roots.set(each, inCircle || !root ? each : root)
      if (++steps % STEP === 0) yield
    }
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
