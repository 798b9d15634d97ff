/** The installed app's badge: how many shares move, and a dot once all have stopped while nobody looked. */
export class AppBadge {
  readonly #document: Document
  readonly #navigator: Partial<NavigatorBadge>
  #moving = 0

  constructor(document: Document, navigator: Partial<NavigatorBadge>) {
    this.#document = document
    this.#navigator = navigator
  }

  show(moving: number): void {
    if (moving === this.#moving) return
    this.#moving = moving
    if (moving > 0) this.#set(moving)
    else if (this.#document.visibilityState === 'hidden') this.#set()
    else this.#clear()
  }

  /** Somebody looks at the page. */
  seen(): void {
    if (this.#moving === 0 && this.#document.visibilityState === 'visible') this.#clear()
  }

  // Browsers that have the functions refuse them to pages that are not installed.
  #set(count?: number): void {
    this.#navigator.setAppBadge?.(count).catch(() => undefined)
  }

  #clear(): void {
    this.#navigator.clearAppBadge?.().catch(() => undefined)
  }
}
