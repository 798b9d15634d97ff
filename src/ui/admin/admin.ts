import { createContext } from 'svelte'
import type { Admin } from '../../state/admin/admin.svelte.ts'

/** The admin page's state and actions, for any component below `AdminApp`. */
export const [useAdmin, provideAdmin] = createContext<Admin>()
