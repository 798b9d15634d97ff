import type { admin } from './en/admin.ts'
import type { doctor } from './en/doctor.ts'
import type { faults } from './en/faults.ts'
import type { keys } from './en/keys.ts'
import type { notes } from './en/notes.ts'
import type { page } from './en/page.ts'
import type { settings } from './en/settings.ts'
import type { share } from './en/share.ts'

/** What the English has, each language has: a word that is missing does not compile. */
export type PageWords = typeof page
export type ShareWords = typeof share
export type SettingsWords = typeof settings
export type FaultsWords = typeof faults
export type NotesWords = typeof notes
export type KeysWords = typeof keys
export type DoctorWords = typeof doctor
export type AdminWords = typeof admin

/** Words that come with the code that shows them. */
export interface Areas {
  readonly share: ShareWords
  readonly settings: SettingsWords
  readonly faults: FaultsWords
  readonly notes: NotesWords
  readonly keys: KeysWords
  readonly doctor: DoctorWords
  readonly admin: AdminWords
}

export type Area = keyof Areas

export interface Language {
  /** BCP 47. */
  readonly tag: string
  readonly dir: 'ltr' | 'rtl'
  /** What is shown first. */
  readonly page: PageWords
  /** Each is a chunk of its own. */
  readonly bring: { readonly [A in Area]: () => Promise<Areas[A]> }
}
