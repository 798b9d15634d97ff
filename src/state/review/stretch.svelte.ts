/** What is drawn at most, in steps. */
const STEPS = 3

export interface Range {
  readonly from: number
  /** The one after the last. */
  readonly to: number
}

/** One that has to be among those that are drawn. */
interface Wanted {
  readonly key: string
  /** Its place in the list; -1 when it is not there. */
  readonly at: number
}

/** The part of a long list that is drawn: it grows where one asks for more, and then moves along. */
export class Stretch {
  readonly #step: number
  readonly #atEnd: boolean
  /** Null as long as nobody has asked for another part. */
  #asked: Range | null = $state.raw(null)
  /** The one that was wanted when somebody asked for another part: it may go out of sight. */
  #passed: string | null = $state(null)

  /**
   * @param step how many are drawn at first, and come with each click on more
   * @param atEnd begins with the last ones
   */
  constructor(step: number, atEnd = false) {
    this.#step = step
    this.#atEnd = atEnd
  }

  of(length: number, wanted: Wanted | null = null): Range {
    const { from, to } = this.#asked ?? this.#first(length)
    const at = wanted === null || wanted.key === this.#passed ? -1 : wanted.at
    if (at >= 0 && (at < from || at >= to)) {
      const start = Math.max(0, at - Math.floor(this.#step / 2))
      return { from: start, to: Math.min(length, start + this.#step) }
    }
    const end = Math.min(length, to)
    return { from: Math.min(from, Math.max(0, end - this.#step)), to: end }
  }

  earlier({ from, to }: Range, wanted: string | null = null): void {
    const start = Math.max(0, from - this.#step)
    this.#asked = { from: start, to: Math.min(to, start + STEPS * this.#step) }
    this.#passed = wanted
  }

  later({ from, to }: Range, wanted: string | null = null): void {
    const end = to + this.#step
    this.#asked = { from: Math.max(from, end - STEPS * this.#step), to: end }
    this.#passed = wanted
  }

  #first(length: number): Range {
    return this.#atEnd ? { from: Math.max(0, length - this.#step), to: length } : { from: 0, to: this.#step }
  }
}
