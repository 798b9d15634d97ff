/** What has something to write. */
export interface Flushable {
  flush(): void
}

/**
 * Writes what there is to write once all that was read in this turn of the event loop is dealt with: what goes to
 * one socket goes out together, and a write costs more than everything else.
 */
export class EndOfTurn {
  #due: Flushable[] = []

  add(one: Flushable): void {
    if (this.#due.push(one) === 1) setImmediate(() => this.#flush())
  }

  #flush(): void {
    const due = this.#due
    this.#due = []
    for (const one of due) one.flush()
  }
}
