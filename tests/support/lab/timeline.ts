import type { Milliseconds } from '../../../src/core/brand.ts'

interface Entry<Event> {
  readonly due: Milliseconds
  /** Those due at the same time come in the order in which they were added. */
  readonly order: number
  readonly event: Event
}

/** Events by the time they are due: a binary heap. */
export class Timeline<Event> {
  readonly #heap: Entry<Event>[] = []
  #added = 0

  /** When the first is due; Infinity if there is none. */
  get nextDue(): Milliseconds {
    return this.#heap[0]?.due ?? Infinity
  }

  add(due: Milliseconds, event: Event): void {
    const heap = this.#heap
    const entry = { due, order: this.#added++, event }
    let at = heap.length
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = heap[above]
      if (!parent || before(parent, entry)) break
      heap[at] = parent
      at = above
    }
    heap[at] = entry
  }

  /** Takes out the first event if it is due by then. */
  take(until: Milliseconds): { due: Milliseconds; event: Event } | null {
    const [first] = this.#heap
    if (!first || first.due > until) return null
    const last = this.#heap.pop()
    if (last && last !== first) this.#sink(last)
    return first
  }

  /** Puts an entry where it belongs, beginning at the top, which is free. */
  #sink(entry: Entry<Event>): void {
    const heap = this.#heap
    for (let at = 0; ;) {
      const left = heap[2 * at + 1]
      const right = heap[2 * at + 2]
      const rightIsFirst = left && right && before(right, left)
      const child = rightIsFirst ? right : left
      if (!child || before(entry, child)) {
        heap[at] = entry
        return
      }
      heap[at] = child
      at = 2 * at + (rightIsFirst ? 2 : 1)
    }
  }
}

function before<Event>(left: Entry<Event>, right: Entry<Event>): boolean {
  return left.due < right.due || (left.due === right.due && left.order < right.order)
}
