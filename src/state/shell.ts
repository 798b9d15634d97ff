import type { Theme } from './theme.svelte.ts'
import type { Toasts } from './toasts.svelte.ts'

/** What every page of the site has, whatever it shows. */
export interface Shell {
  readonly toasts: Toasts
  readonly theme: Theme
}

/** Storage may be switched off altogether, and then even reading the property throws. */
export function usableStorage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
