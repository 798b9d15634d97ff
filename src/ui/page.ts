import { createContext } from 'svelte'
import type { Page } from '../state/page.ts'

/** The page's views and actions, for any component below `App`. */
export const [usePage, providePage] = createContext<Page>()
