import type { LocalFile, SealTerms } from './engineApi.ts'

/** What an engine that ends passes on to the next one: files that nothing else could open again. */
export interface HandedOver {
  /** By info hash, in the torrent's order. */
  readonly files: ReadonlyMap<string, readonly File[]>
  /** What was still being hashed; begun anew by whoever takes over. */
  readonly unhashed: readonly Unhashed[]
}

export interface Unhashed {
  /** The share's local key, which the page's address names. */
  readonly id: string
  readonly name: string
  readonly sealed: boolean
  readonly terms: SealTerms
  readonly files: readonly LocalFile[]
}

export const NOTHING_HANDED_OVER: HandedOver = { files: new Map(), unhashed: [] }
