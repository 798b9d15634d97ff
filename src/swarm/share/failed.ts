import type { Failure } from '../problems.ts'
import type { Known } from './known.ts'

/** It came to an end that somebody can do something about. */
export class Failed {
  readonly kind = 'failed'
  readonly member = null
  readonly pieceStore = null
  readonly failure: Failure
  /** As far as it was known. */
  readonly known: Known | null

  constructor(failure: Failure, known: Known | null) {
    this.failure = failure
    this.known = known
  }
}

/** It lets go of what it had, to begin anew. */
export class Retrying {
  readonly kind = 'retrying'
  readonly member = null
  readonly pieceStore = null
  readonly known: Known | null

  constructor(known: Known | null) {
    this.known = known
  }
}

/** It was removed, or another engine goes on with it. */
export class Ended {
  readonly kind = 'ended'
  readonly member = null
  readonly pieceStore = null
  readonly known: Known | null

  constructor(known: Known | null) {
    this.known = known
  }
}
