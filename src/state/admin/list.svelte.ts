import type { ListQuery, Part } from './adminTypes.ts'
import { Polled } from './polled.svelte.ts'
import type { Fault } from '../faults.ts'

const PAGE_LENGTH = 50
/** Typing asks once, when it pauses. */
const TYPING_PAUSE_MS = 250

/** A long list at the server, seen a page at a time, perhaps searched and filtered. */
export class List<Item, Filter extends string = 'any'> {
  search = $state('')
  filter: Filter = $state() as Filter
  /** How many items come before those that are shown. */
  offset = $state(0)

  readonly #answer: Polled<Part<Item>>
  #typing: ReturnType<typeof setTimeout> | undefined

  constructor(first: Filter, ask: (query: ListQuery, filter: Filter) => Promise<Part<Item>>) {
    this.filter = first
    this.#answer = new Polled(() =>
      ask({ search: this.search.trim(), offset: this.offset, limit: PAGE_LENGTH }, this.filter),
    )
  }

  /** Null before the first answer. */
  get items(): readonly Item[] | null {
    return this.#answer.value?.items ?? null
  }

  get total(): number {
    return this.#answer.value?.total ?? 0
  }

  get problem(): Fault | null {
    return this.#answer.problem
  }

  /** The items shown, counted from 1. */
  get range(): { readonly first: number; readonly last: number } {
    return { first: this.offset + 1, last: this.offset + (this.items?.length ?? 0) }
  }

  async refresh(): Promise<void> {
    await this.#answer.refresh()
    // The last items of the last page are gone.
    if (this.items?.length === 0 && this.offset > 0) await this.turn(-1)
  }

  searchFor(text: string): void {
    this.search = text
    this.offset = 0
    clearTimeout(this.#typing)
    this.#typing = setTimeout(() => void this.refresh(), TYPING_PAUSE_MS)
  }

  show(filter: Filter): void {
    this.filter = filter
    this.offset = 0
    void this.refresh()
  }

  /** To the next page, or the one before. */
  async turn(pages: 1 | -1): Promise<void> {
    this.offset = Math.max(0, this.offset + pages * PAGE_LENGTH)
    await this.refresh()
  }
}
