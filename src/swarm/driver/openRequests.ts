import type { Loan } from '../../storage/loan.ts'
import type { Block } from '../scheduler/geometry.ts'
import { MOST_ASKED } from '../scheduler/receiver.ts'

/** The scheduler lets go of whoever asks for more than it keeps; as much again may be handed out to be read. */
const MOST_OPEN = 2 * MOST_ASKED

/** Who waits long for a block asks again; who asks more often than that wants to make us read. */
const MOST_ALIKE = 4

/** Sends a block, and gives it back when it is sent; with null, says that it will not come. */
export type Respond = (block: Loan | null) => void

/** What a peer has asked for over one connection and was not answered. The same block may be among it several times. */
export class OpenRequests {
  /** By block, oldest first. */
  readonly #waiting = new Map<string, Respond[]>()
  #size = 0

  /** Whether there are as many as any honest peer would have. */
  get full(): boolean {
    return this.#size >= MOST_OPEN
  }

  /** False when the block was asked for too often already. */
  add(block: Block, respond: Respond): boolean {
    const name = nameOf(block)
    const alike = this.#waiting.get(name) ?? []
    if (alike.length >= MOST_ALIKE) return false
    alike.push(respond)
    this.#waiting.set(name, alike)
    this.#size++
    return true
  }

  /** The oldest request for the block, which is taken for answered; null when it was taken back. */
  take(block: Block): Respond | null {
    const name = nameOf(block)
    const alike = this.#waiting.get(name)
    const respond = alike?.shift()
    if (!alike || !respond) return null
    if (alike.length === 0) this.#waiting.delete(name)
    this.#size--
    return respond
  }

  takeAll(): Respond[] {
    const all = [...this.#waiting.values()].flat()
    this.#waiting.clear()
    this.#size = 0
    return all
  }
}

function nameOf({ piece, offset, length }: Block): string {
  return `${piece}:${offset}:${length}`
}
