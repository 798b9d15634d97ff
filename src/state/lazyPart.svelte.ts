import { fetchMissingStyles, styleSheetsOf } from './missingStyles.ts'
import { reloadIfThere } from './reload.ts'
import { StateError } from './problems.ts'

/**
 * A part of the page whose code is fetched when it is first needed.
 *
 *     nothing ─► fetching ─► here
 *                   └─► failed ─► fetching
 */
export class LazyPart<T> {
  /** Null until it is here. */
  current: T | null = $state.raw(null)
  failed = $state(false)

  readonly #load: () => Promise<T>
  /** Addresses of the style sheets that come with it. */
  #styles: readonly string[] = []
  #pending: Promise<T | null> | null = null

  constructor(load: () => Promise<T>) {
    this.#load = load
  }

  /** Fetches it, unless that is under way or done; answers null should it not come. */
  fetch(): Promise<T | null> {
    if (!this.#pending) this.failed = false
    return (this.#pending ??= this.#start())
  }

  /**
   * Somebody asks for it once more. If it does not come although the site is there, what helps is to load the
   * whole page anew: the site was updated and has this code no longer, or the browser is one of those that
   * remember for as long as the page lives which code did not come (Firefox).
   */
  async again(): Promise<T | null> {
    // What is said of the failure stays until then, and so does the focus.
    const code = await (this.#pending ??= this.#start())
    if (code === null) await reloadIfThere()
    return code
  }

  async #start(): Promise<T | null> {
    try {
      await fetchMissingStyles(document, this.#styles)
      const before = styleSheetsOf(document)
      const coming = this.#load()
      // They are asked for before anything is waited for.
      const added = styleSheetsOf(document).filter((href) => !before.includes(href))
      this.#styles = [...this.#styles, ...added]
      this.current = await coming
      this.failed = false
    } catch {
      this.#pending = null
      this.failed = true
    }
    return this.current
  }
}

/** Code for something that somebody has just asked for. Rejects with a {@link StateError}. */
export async function codeOf<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (cause) {
    throw new StateError({ code: 'part-not-loaded' }, { cause })
  }
}
