import type { Bytes } from '../core/brand.ts'

/** What this page may move over TURN servers: whoever runs one pays for every byte, and the site's may set a limit. */
export interface RelayBudget {
  /** Bytes of blocks that came or went over one. */
  readonly moved: (bytes: Bytes) => void
  readonly mayMove: () => boolean
}
