import type { AuthorId } from '../wire/noteEnvelope.ts'

/*
 * A thread belongs to all who write in it, and what they write comes to each page in another order. A page that
 * refused what comes last would show another thread than its neighbours, and would have to refuse all that its author
 * says after that. So answers are taken as long as the author and the review have room for them, and which of them
 * are in the thread follows from all that are here: as many of each author, the oldest first, as there is room for.
 * Somebody who writes ten thousand answers takes that room from nobody who writes few.
 */

/** Answers of one thread. */
export const MOST_IN_THREAD = 1000

/** How many answers in one thread each author has written. */
export type AnswersByAuthor = ReadonlyMap<AuthorId, number>

/** How many answers of each author are in a thread, at most: as many as leave room for the same of everybody. */
export function shareOfEach(counts: readonly number[]): number {
  let room = MOST_IN_THREAD
  let authors = counts.length
  for (const count of counts.toSorted((a, b) => a - b)) {
    if (count * authors > room) return Math.floor(room / authors)
    room -= count
    authors--
  }
  return Infinity
}

/** Whether one more answer of that author would be in the thread. @param author null for who has not written yet */
export function hasRoomFor(written: AnswersByAuthor, author: AuthorId | null): boolean {
  const own = (author === null ? 0 : (written.get(author) ?? 0)) + 1
  const others = [...written].filter(([each]) => each !== author).map(([, count]) => count)
  return own <= shareOfEach([...others, own])
}
