import { anchorOf } from '../core/noteLink.ts'
import type { Note } from './noteModel.ts'
import type { Thread } from './threads.ts'

/** What somebody has said to the person of this page. */
export interface Answer {
  readonly answer: Note
  /** The note under which it stands. */
  readonly to: Note
}

/** More than that nobody is told of. It bounds what is kept of one review, 22 letters each. */
const MOST_KEPT = 4000

/** What others have said under one's own notes, and elsewhere after oneself has spoken there. */
export function answersTo(threads: readonly Thread[], isMine: (note: Note) => boolean): readonly Answer[] {
  return threads.flatMap(({ note, answers }) => {
    let takesPart = isMine(note)
    const others: Answer[] = []
    for (const answer of answers) {
      if (isMine(answer)) takesPart = true
      else if (takesPart) others.push({ answer, to: note })
    }
    return others
  })
}

/**
 * Which answers the person of this page has not seen. What was seen is remembered one by one: an answer may come days
 * after it was written, so no time tells.
 */
export class UnseenAnswers {
  readonly #isMine: (note: Note) => boolean
  /** By their anchors, which are shorter than refs. */
  #seen: ReadonlySet<string> = new Set()
  #read: { readonly threads: readonly Thread[]; readonly seen: ReadonlySet<string> } | null = null
  #unseen: readonly Answer[] = []

  constructor(isMine: (note: Note) => boolean) {
    this.#isMine = isMine
  }

  /** @param lines as {@link see} answered them in an earlier visit */
  restore(lines: readonly string[]): void {
    this.#seen = new Set(lines)
  }

  /** The same array until there are others. */
  among(threads: readonly Thread[]): readonly Answer[] {
    const seen = this.#seen
    if (this.#read?.threads === threads && this.#read.seen === seen) return this.#unseen
    this.#read = { threads, seen }
    const unseen = answersTo(threads, this.#isMine).filter(({ answer }) => !seen.has(anchorOf(answer.ref)))
    if (unseen.length > 0 || this.#unseen.length > 0) this.#unseen = unseen
    return this.#unseen
  }

  /** These were seen. Answers what is to be kept of it, without what is not there any more. */
  see(refs: readonly string[], threads: readonly Thread[]): readonly string[] {
    const seen = new Set<string>([...this.#seen, ...refs.map(anchorOf)])
    const present = answersTo(threads, this.#isMine).map(({ answer }) => anchorOf(answer.ref))
    this.#seen = new Set(present.filter((anchor) => seen.has(anchor)).slice(-MOST_KEPT))
    return [...this.#seen]
  }
}
