import { createContext } from 'svelte'
import type { Page } from '../state/page.ts'
import type { Shell } from '../state/shell.ts'

/** The page's views and actions, for any component below `App`. */
export const [usePage, providePage] = createContext<Page>()

/** What every page of the site has, the admin page too. */
export const [useShell, provideShell] = createContext<Shell>()
