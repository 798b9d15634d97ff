import type { ShareSnapshot } from '../swarm/snapshot.ts'
import type { LazyEngine } from './lazyEngine.svelte.ts'

/** Time for second thoughts. */
export const HELD_MS = 10_000

/** Kept, so that what was removed is gone after a crash or a reload too. */
const KEY = 'shoal.removing'

interface Held {
  readonly infoHash: string
  /** It ran, and goes on should it stay. */
  readonly ran: boolean
  readonly timer: ReturnType<typeof setTimeout>
}

interface Around {
  readonly engine: Pick<LazyEngine, 'current'>
  readonly storage: Storage | null
  /** For good. */
  readonly remove: (share: ShareSnapshot) => Promise<void>
}

/**
 * Shares that somebody has removed a moment ago. They stand still and are not shown; their data goes a little later, or at
 * once when the page is left or something is opened, which may be one of them again.
 *
 * By info hash: an id does not outlive the page.
 */
export class Removals {
  readonly #around: Around
  /** A few at most. */
  #held: readonly Held[] = $state.raw([])

  constructor(around: Around) {
    this.#around = around
  }

  has({ infoHash }: Pick<ShareSnapshot, 'infoHash'>): boolean {
    return this.#heldOf(infoHash) !== undefined
  }

  /** @param failed told why, should it not be possible in the end */
  hold(share: ShareSnapshot, failed: (error: unknown) => void): void {
    const { infoHash, id, state } = share
    if (infoHash === null || this.#heldOf(infoHash)) return
    const ran = ['waiting', 'downloading', 'seeding'].includes(state)
    if (ran) this.#around.engine.current?.pause(id)
    const timer = setTimeout(() => void this.#remove(infoHash).catch(failed), HELD_MS)
    this.#held = [...this.#held, { infoHash, ran, timer }]
    this.#note([...this.#noted().filter((each) => each !== infoHash), infoHash])
  }

  undo({ infoHash, id }: Pick<ShareSnapshot, 'infoHash' | 'id'>): void {
    const held = this.#heldOf(infoHash)
    if (!held) return
    this.#letGo(held.infoHash)
    if (held.ran) this.#around.engine.current?.resume(id)
  }

  /** Removes all of them now, also what an earlier page had no more time for. */
  async settle(): Promise<void> {
    const earlier = this.#noted().filter((infoHash) => !this.#heldOf(infoHash))
    const hashes = [...this.#held.map(({ infoHash }) => infoHash), ...earlier]
    await Promise.allSettled(hashes.map((infoHash) => this.#remove(infoHash)))
  }

  #heldOf(infoHash: string | null): Held | undefined {
    return this.#held.find((each) => each.infoHash === infoHash)
  }

  async #remove(infoHash: string): Promise<void> {
    const engine = this.#around.engine.current
    // It is another tab's now, which finds it noted.
    if (!engine) return
    clearTimeout(this.#heldOf(infoHash)?.timer)
    const share = engine.shares().find((each) => each.infoHash === infoHash)
    try {
      if (share) await this.#around.remove(share)
    } finally {
      this.#letGo(infoHash)
    }
  }

  #letGo(infoHash: string): void {
    clearTimeout(this.#heldOf(infoHash)?.timer)
    this.#held = this.#held.filter((each) => each.infoHash !== infoHash)
    this.#note(this.#noted().filter((each) => each !== infoHash))
  }

  #noted(): string[] {
    return (this.#around.storage?.getItem(KEY) ?? '').split(' ').filter((infoHash) => infoHash !== '')
  }

  #note(hashes: readonly string[]): void {
    const { storage } = this.#around
    try {
      if (hashes.length > 0) storage?.setItem(KEY, hashes.join(' '))
      else storage?.removeItem(KEY)
    } catch {
      // Full: then it is removed as long as the page lives, as it would be without a storage.
    }
  }
}
