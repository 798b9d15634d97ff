const KEY = 'shoal.saves'

/** Shares remembered; the one marked longest ago is forgotten first. */
const MOST = 500

/** `wanted`: to be saved as soon as it is here. `saved`: it was handed to the disk. */
export type SaveMark = 'wanted' | 'saved'

/** What of the shares is on this device's disk already, or is to be: known after a reload too. */
export class SaveMarks {
  /** By info hash, newest first. */
  #marks: readonly (readonly [string, SaveMark])[] = $state.raw([])
  readonly #storage: Storage | null

  constructor(storage: Storage | null) {
    this.#storage = storage
    this.#marks = readMarks(storage)
  }

  of(infoHash: string | null): SaveMark | null {
    return this.#marks.find(([key]) => key === infoHash)?.[1] ?? null
  }

  /** Null takes the mark away. */
  set(infoHash: string | null, mark: SaveMark | null): void {
    if (infoHash === null || this.of(infoHash) === mark) return
    const others = this.#marks.filter(([key]) => key !== infoHash)
    this.#marks = mark === null ? others : [[infoHash, mark] as const, ...others].slice(0, MOST)
    try {
      this.#storage?.setItem(KEY, JSON.stringify(this.#marks))
    } catch {
      // No room: then it is known until the page is closed.
    }
  }

  /** Whether any share waits to be saved. */
  get waits(): boolean {
    return this.#marks.some(([, mark]) => mark === 'wanted')
  }
}

/** Whatever another version of the page may have left. */
function readMarks(storage: Storage | null): readonly (readonly [string, SaveMark])[] {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isMark).slice(0, MOST) : []
  } catch {
    return []
  }
}

function isMark(value: unknown): value is readonly [string, SaveMark] {
  return (
    Array.isArray(value) && typeof value[0] === 'string' && (value[1] === 'wanted' || value[1] === 'saved')
  )
}
