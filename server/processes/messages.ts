import type { FromTable, ToTable } from '../cluster/processTable.ts'

/** The first process has the database, the keeper and what is published, and answers for all of them. */
export const FIRST = 1

/** Where one of several processes is among them. */
export interface Place {
  readonly number: number
  readonly port: number
  readonly stunPort: number | null
  readonly udpPort: number | 'same' | null
  /** Where the first is asked by the others: a socket in the file system. */
  readonly first: string
  /** What the keeper shows to whichever of them it comes to; null without one. */
  readonly keeperKey: string | null
}

/** What all the others carry, by name, as far as they have told. */
export interface Others {
  readonly running: number
  readonly wanted: number
  readonly figures: Readonly<Record<string, number>>
}

export type ToProcess =
  | { readonly kind: 'start'; readonly place: Place }
  | { readonly kind: 'table'; readonly messages: readonly FromTable[] }
  | { readonly kind: 'others'; readonly others: Others }
  | { readonly kind: 'stop' }

export type FromProcess =
  | { readonly kind: 'table'; readonly messages: readonly ToTable[] }
  | { readonly kind: 'figures'; readonly figures: Readonly<Record<string, number>> }
  /** It serves. */
  | {
      readonly kind: 'ready'
      readonly url: string
      readonly host: string
      readonly port: number
      readonly stunPort: number | null
      readonly udpPort: number | null
      readonly adminLink: string | null
    }
  /** It cannot start, or has lost something at its end: in words for whoever runs it. */
  | { readonly kind: 'problem'; readonly message: string }
