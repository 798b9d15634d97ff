/** A file that is looked at as it is: a picture or a document. */
export interface LookedAt {
  /** {@link ShareSnapshot.id} */
  readonly shareId: string
  /** The file's index. */
  readonly index: number
  /** Of a document, from 1. */
  readonly page: number
}

/** What somebody looks at on a share's page: one thing at a time, in the place of the player. */
export class Looking {
  at: LookedAt | null = $state.raw(null)

  open(shareId: string, index: number, page = 1): void {
    this.at = { shareId, index, page }
  }

  close(): void {
    this.at = null
  }
}
