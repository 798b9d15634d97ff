import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Milliseconds } from '../../src/core/brand.ts'

const TURN_MS: Milliseconds = 60_000
/** Of the minutes around this one whose ids are taken: they hold for two at least, and clocks differ by one. */
const TURNS = [0, -1, -2, -3, 1]
const ID_BYTES = 8

/**
 * Connection ids that hold at every node of a cluster: the secret of a minute follows from the one that all nodes
 * share and from the time of day.
 */
export class SharedConnectionIds {
  readonly #secret: () => Buffer
  readonly #timeOfDay: () => Milliseconds

  constructor(secret: () => Buffer, timeOfDay: () => Milliseconds) {
    this.#secret = secret
    this.#timeOfDay = timeOfDay
  }

  issue(address: string): Buffer {
    return this.#idOf(this.#turn(), address)
  }

  isValid(id: Buffer, address: string): boolean {
    const turn = this.#turn()
    return TURNS.some((apart) => timingSafeEqual(id, this.#idOf(turn + apart, address)))
  }

  #turn(): number {
    return Math.floor(this.#timeOfDay() / TURN_MS)
  }

  #idOf(turn: number, address: string): Buffer {
    return createHmac('sha256', this.#secret()).update(`${turn} ${address}`).digest().subarray(0, ID_BYTES)
  }
}
