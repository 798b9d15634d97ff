import type { ShareSnapshot } from '../swarm/snapshot.ts'
import { isMet, wanted, type Wanted, type Wish } from './wishes.ts'

/** Shows a wish that has come true outside the page. */
export type Tell = (share: ShareSnapshot, met: Wanted) => void

interface Around {
  readonly document: Document
  /** Null where the browser has no notifications, as on an iPhone before the page is put on its home screen. */
  readonly asking: Pick<typeof Notification, 'requestPermission'> | null
}

/** What somebody asked to be told of while they look elsewhere. Each wish is told once, and ends with the page. */
export class TellMe {
  /** By share id. */
  wishes: Readonly<Record<string, Wanted>> = $state.raw({})
  isRefused = $state(false)
  readonly isPossible: boolean
  readonly #around: Around
  #tell: Tell | null = null

  constructor(around: Around) {
    this.#around = around
    this.isPossible = around.asking !== null
  }

  /** Only within a click: the browser asks, once for the whole site. */
  async want(share: ShareSnapshot, wish: Wish): Promise<void> {
    const answer = await this.#around.asking?.requestPermission()
    this.isRefused = answer !== 'granted'
    if (!this.isRefused) this.wishes = { ...this.wishes, [share.id]: wanted(wish, share) }
  }

  forget(id: string): void {
    this.wishes = Object.fromEntries(Object.entries(this.wishes).filter(([each]) => each !== id))
  }

  /** Who tells it; answers the way to stop. */
  by(tell: Tell): () => void {
    this.#tell = tell
    return () => (this.#tell = null)
  }

  /** Shares have changed. */
  look(shares: readonly ShareSnapshot[]): void {
    for (const share of shares) {
      const wish = this.wishes[share.id]
      if (!wish || !isMet(wish, share)) continue
      this.forget(share.id)
      const { document } = this.#around
      // Who looks at the page sees it there.
      if (document.visibilityState === 'hidden' || !document.hasFocus()) this.#tell?.(share, wish)
    }
  }
}
