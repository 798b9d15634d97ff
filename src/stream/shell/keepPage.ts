import { forgetShared } from '../handedOver/sharedNames.ts'
import { controlPage } from '../registration.ts'
import { onSite, siteHref } from '../siteRoot.ts'
import { keepShell } from './keepShell.ts'

/** Has this browser open the page without a network from now on, in a language. Rejects where it cannot. */
export async function keepPage(language: string, signal: AbortSignal): Promise<void> {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } }
  // Somebody who pays for each megabyte has not asked for this one. What is shared with an app comes to its worker.
  const isApp = matchMedia('(display-mode: standalone)').matches
  if (connection?.saveData && !isApp) return
  await controlPage(signal)
  await forgetShared(caches, Date.now())
  if (connection?.saveData) return
  await keepShell({ caches, fetch: (path, init) => fetch(onSite(path), init), site: siteHref(), language })
}
