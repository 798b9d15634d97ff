import type { Failure } from '../snapshot.ts'
import type { Content } from './content.ts'

/** It came to an end that somebody can do something about. */
export class Failed {
  readonly kind = 'failed'
  readonly member = null
  readonly pieceStore = null
  readonly failure: Failure
  /** As far as it was known. */
  readonly content: Content | null

  constructor(failure: Failure, content: Content | null) {
    this.failure = failure
    this.content = content
  }
}

/** It lets go of what it had, to begin anew. */
export class Retrying {
  readonly kind = 'retrying'
  readonly member = null
  readonly pieceStore = null
  readonly content: Content | null

  constructor(content: Content | null) {
    this.content = content
  }
}

/** It was removed, or another engine goes on with it. */
export class Ended {
  readonly kind = 'ended'
  readonly member = null
  readonly pieceStore = null
  readonly content: Content | null

  constructor(content: Content | null) {
    this.content = content
  }
}
