import type { Milliseconds } from '../../../src/core/brand.ts'

/**
 * The lab's time. It runs with the machine's, but stands still while a packet is overdue by more than `patience`:
 * were it to run on after the machine was busy elsewhere, everything that waited would be delivered in one burst,
 * which no line does and which a browser's socket would drop.
 */
export class LabClock {
  readonly #real: () => Milliseconds
  readonly #patience: Milliseconds
  /** Lab time minus real time. */
  #offset: Milliseconds = 0
  /** For how long it has stood still in all: how much the machine failed to keep up. */
  stood: Milliseconds = 0

  constructor(real: () => Milliseconds, patience: Milliseconds) {
    this.#real = real
    this.#patience = patience
  }

  /** @param nextDue when the next packet is due; Infinity for none */
  now(nextDue: Milliseconds): Milliseconds {
    const now = this.#real() + this.#offset
    const late = now - (nextDue + this.#patience)
    if (late <= 0) return now
    this.#offset -= late
    this.stood += late
    return now - late
  }
}
