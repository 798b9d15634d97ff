const KEY = 'shoal.resume'

/** Files remembered; the one not played for longest is forgotten first. */
const MOST = 200

/** So near to either end there is nothing to go back to. Seconds. */
const EDGE = 10

/** Where somebody left off, by file, in this browser alone. */
export class ResumePoints {
  readonly #storage: Storage | null

  constructor(storage: Storage | null) {
    this.#storage = storage
  }

  /** Seconds; 0 for the beginning. */
  of(file: string): number {
    return this.#read().find(([key]) => key === file)?.[1] ?? 0
  }

  /** Notes where it is; near either end it is forgotten. */
  note(file: string, seconds: number, duration: number): void {
    const others = this.#read().filter(([key]) => key !== file)
    const middle = seconds > EDGE && seconds < duration - EDGE
    const points = middle ? [[file, Math.round(seconds)], ...others].slice(0, MOST) : others
    try {
      this.#storage?.setItem(KEY, JSON.stringify(points))
    } catch {
      // No room: then it begins at the beginning.
    }
  }

  /** Whatever another version of the page may have left. */
  #read(): readonly (readonly [string, number])[] {
    try {
      const kept: unknown = JSON.parse(this.#storage?.getItem(KEY) ?? '[]')
      return Array.isArray(kept) ? kept.filter(isPoint) : []
    } catch {
      return []
    }
  }
}

function isPoint(value: unknown): value is readonly [string, number] {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number' && value[1] >= 0
}
