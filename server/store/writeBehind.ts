import { isLocked, reasonOf } from './trouble.ts'

export interface WriteBehindOptions {
  /** Runs a function soon, once what is being handled is done. */
  readonly soon: (work: () => void) => void
  /** Runs a function after so many milliseconds. */
  readonly later: (work: () => void, delayMs: number) => void
  /** It cannot be written, for this reason. Said once a reason, however often it is tried. */
  readonly onTrouble: (reason: string) => void
  /** It could be written again. */
  readonly onRecovered: () => void
}

const FIRST_RETRY_MS = 100
const LONGEST_RETRY_MS = 5_000

/**
 * Writes what has been noted in memory: all of one turn of the event loop together, and again and again while the
 * database does not take it. Nothing is lost meanwhile.
 */
export class WriteBehind {
  readonly #options: WriteBehindOptions
  readonly #writers: (() => void)[] = []
  #isScheduled = false
  #isStopped = false
  #failures = 0
  #trouble: string | null = null

  constructor(options: WriteBehindOptions) {
    this.#options = options
  }

  /** Why what is due cannot be written at present; null while it can. */
  get trouble(): string | null {
    return this.#trouble
  }

  /** `write` writes all that is due of its kind, or throws and keeps it. */
  add(write: () => void): void {
    this.#writers.push(write)
  }

  /** There is something to write. */
  due(): void {
    if (this.#isScheduled || this.#isStopped) return
    this.#isScheduled = true
    this.#options.soon(() => this.#attempt())
  }

  /** Writes now. Throws when it cannot; nothing is lost then. */
  flush(): void {
    for (const write of this.#writers) write()
  }

  /** Nothing is written by itself from now on. */
  stop(): void {
    this.#isStopped = true
  }

  #attempt(): void {
    this.#isScheduled = false
    if (this.#isStopped) return
    try {
      this.flush()
    } catch (error) {
      this.#failed(error)
      return
    }
    this.#failures = 0
    if (this.#trouble === null) return
    this.#trouble = null
    this.#options.onRecovered()
  }

  #failed(error: unknown): void {
    this.#failures += 1
    const delayMs = Math.min(FIRST_RETRY_MS * 2 ** (this.#failures - 1), LONGEST_RETRY_MS)
    this.#isScheduled = true
    this.#options.later(() => this.#attempt(), delayMs)
    // Another program that writes is done with it in a moment: no trouble yet.
    if (this.#failures === 1 && isLocked(error)) return
    const reason = reasonOf(error)
    if (reason === this.#trouble) return
    this.#trouble = reason
    this.#options.onTrouble(reason)
  }
}
