import type { Milliseconds } from '../../src/core/brand.ts'

interface Event {
  readonly at: Milliseconds
  readonly order: number
  readonly happen: () => void
}

/** Virtual time: what is to happen, soonest first; of two at the same time, what was planned first. A binary heap. */
export class Clock {
  now: Milliseconds = 0
  events = 0
  readonly #heap: Event[] = []
  #order = 0

  after(delay: Milliseconds, happen: () => void): void {
    this.at(this.now + delay, happen)
  }

  at(at: Milliseconds, happen: () => void): void {
    const event = { at, order: this.#order++, happen }
    const heap = this.#heap
    let place = heap.length
    heap.push(event)
    while (place > 0) {
      const above = (place - 1) >> 1
      const parent = heap[above]
      if (!parent || !isBefore(event, parent)) break
      heap[place] = parent
      place = above
    }
    heap[place] = event
  }

  /** Lets time pass until `done` says so, nothing is left to happen, or it is `until`. */
  run(until: Milliseconds, done: () => boolean): void {
    for (let next = this.#heap[0]; next && next.at <= until && !done(); next = this.#heap[0]) {
      this.#takeFirst()
      this.now = next.at
      this.events++
      next.happen()
    }
  }

  #takeFirst(): void {
    const heap = this.#heap
    const last = heap.pop()
    if (!last || heap.length === 0) return
    let place = 0
    for (;;) {
      let below = 2 * place + 1
      const [left, right] = [heap[below], heap[below + 1]]
      if (!left) break
      if (right && isBefore(right, left)) below++
      const child = heap[below]
      if (!child || !isBefore(child, last)) break
      heap[place] = child
      place = below
    }
    heap[place] = last
  }
}

function isBefore(left: Event, right: Event): boolean {
  return left.at < right.at || (left.at === right.at && left.order < right.order)
}
