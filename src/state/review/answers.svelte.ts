import { SvelteSet } from 'svelte/reactivity'
import type { InfoHash } from '../../core/infoHash.ts'
import type { Answer } from '../../notes/answers.ts'
import type { Note } from '../../notes/noteModel.ts'
import type { Notes } from '../notes.svelte.ts'

interface AnswersDeps {
  readonly notes: Notes
  readonly infoHash: InfoHash
}

/** What others have said to who returns to a review. */
export class Answers {
  /** The talk that was gone to last: it is to come into view. Another object each time. */
  reached: { readonly ref: string } | null = $state.raw(null)
  readonly #deps: AnswersDeps
  /** Were new on this visit. */
  readonly #fresh = new SvelteSet<string>()

  /** Not seen yet. */
  readonly waiting: readonly Answer[] = $derived.by(
    () => this.#deps.notes.room(this.#deps.infoHash)?.unseen ?? [],
  )

  constructor(deps: AnswersDeps) {
    this.#deps = deps
  }

  isWaiting({ ref }: Note): boolean {
    return this.waiting.some(({ answer }) => answer.ref === ref)
  }

  /** Whether it is told that an answer is new: until one comes the next time. */
  isFresh(note: Note): boolean {
    return this.#fresh.has(note.ref) || this.isWaiting(note)
  }

  /** They were seen, and are not told of again. */
  async see(answers: readonly Note[]): Promise<void> {
    const refs = answers.map(({ ref }) => ref)
    for (const ref of refs) this.#fresh.add(ref)
    // What cannot be kept is told once more the next time.
    await this.#deps.notes
      .room(this.#deps.infoHash)
      ?.see(refs)
      .catch(() => undefined)
  }

  /** All that is new in one talk is shown. */
  async show(to: Note): Promise<void> {
    this.reached = { ref: to.ref }
    await this.see(this.waiting.filter((each) => each.to.ref === to.ref).map(({ answer }) => answer))
  }

  /** Nobody wants to be told of them. */
  async dismiss(): Promise<void> {
    await this.see(this.waiting.map(({ answer }) => answer))
  }

  /** In another review nothing is new yet. */
  begin(): void {
    this.reached = null
    this.#fresh.clear()
  }
}
