import { Queue } from '../core/queue.ts'
import type { Pauses } from './pauses.ts'

/** Of one peer's messages so many are prepared at once: one that sends many does not hold up the others'. */
const SIDE_BY_SIDE = 64

/** Prepares messages side by side and takes them in one after the other, in the order of their coming. */
export class Inbox<Message> {
  readonly #prepare: (message: Message) => Promise<() => void | Promise<void>>
  readonly #pauses: Pauses
  readonly #waiting = new Queue<{ message: Message; taken: () => void }>()
  #underWay = 0
  #order: Promise<void> = Promise.resolve()

  /** @param prepare does what takes long; what it answers does the rest */
  constructor(prepare: (message: Message) => Promise<() => void | Promise<void>>, pauses: Pauses) {
    this.#prepare = prepare
    this.#pauses = pauses
  }

  /** Settles when the message has been taken in. */
  add(message: Message): Promise<void> {
    return new Promise((taken) => {
      this.#waiting.push({ message, taken })
      this.#goOn()
    })
  }

  #goOn(): void {
    while (this.#underWay < SIDE_BY_SIDE) {
      const next = this.#waiting.shift()
      if (!next) return
      this.#underWay++
      const ready = this.#prepare(next.message)
      this.#order = this.#order.then(async () => {
        const act = await ready
        await act()
        if (this.#pauses.due) await this.#pauses.rest()
        this.#underWay--
        next.taken()
        this.#goOn()
      })
    }
  }
}
