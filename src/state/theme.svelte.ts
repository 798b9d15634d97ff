export type ThemeChoice = 'system' | 'light' | 'dark'

const KEY = 'shoal.theme'
const NEXT: Record<ThemeChoice, ThemeChoice> = { system: 'light', light: 'dark', dark: 'system' }

/** Light or dark: by the system, or by choice, which this browser keeps. */
export class Theme {
  choice: ThemeChoice = $state('system')
  readonly #root: HTMLElement
  readonly #storage: Storage | null

  constructor(root: HTMLElement, storage: Storage | null) {
    this.#root = root
    this.#storage = storage
    this.choice = choiceOf(storage?.getItem(KEY) ?? null)
    this.#apply()
  }

  next(): void {
    this.choice = NEXT[this.choice]
    this.#apply()
    if (this.choice === 'system') this.#storage?.removeItem(KEY)
    else this.#storage?.setItem(KEY, this.choice)
  }

  #apply(): void {
    if (this.choice === 'system') delete this.#root.dataset['theme']
    else this.#root.dataset['theme'] = this.choice
  }
}

function choiceOf(kept: string | null): ThemeChoice {
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}
