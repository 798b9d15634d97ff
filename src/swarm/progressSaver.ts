import type { Milliseconds } from '../core/brand.ts'

/** Long enough that a fast download writes little, short enough that a crash loses at most a second's pieces. */
const DELAY: Milliseconds = 1000

/** Writes how far a share is to the library, at most once a second and never twice at the same time. */
export class ProgressSaver {
  readonly #save: () => Promise<void>
  #timer: ReturnType<typeof setTimeout> | undefined
  #saving: Promise<void> = Promise.resolve()

  /** @param save writes the state as it is then; what it rejects with is dropped, the next save tries again */
  constructor(save: () => Promise<void>) {
    this.#save = save
  }

  /** There is something new to save. */
  changed(): void {
    this.#timer ??= setTimeout(() => void this.saveNow(), DELAY)
  }

  /** Saves without waiting; settles when it is done. */
  saveNow(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#saving = this.#saving.then(() => this.#save()).catch(() => undefined)
    return this.#saving
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}
