import { controlPage } from '../registration.ts'
import { keepShell } from './keepShell.ts'

/** Has this browser open the page without a network from now on, in a language. Rejects where it cannot. */
export async function keepPage(language: string, signal: AbortSignal): Promise<void> {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } }
  // Somebody who pays for each megabyte has not asked for this one.
  if (connection?.saveData) return
  await controlPage(signal)
  const site = `${location.origin}/`
  await keepShell({ caches, fetch: (path, init) => fetch(path, init), site, language })
}
