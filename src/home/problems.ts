import { CodedError } from '../core/codedError.ts'

/** Why a page cannot be the engine's home: trying again would not help. */
export interface HomeProblem {
  readonly code:
    | 'insecure-address' // neither SHA-1 (crypto.subtle) nor disk space for the page
    | 'no-webrtc'
    | 'outdated-page' // what is kept here was written by a newer version of the page
}

export class HomeError extends CodedError<HomeProblem> {
  override readonly name: string = 'HomeError'
}

/** What is kept here was written by a newer version of the page, and this one leaves it as it is. */
export class OutdatedPage extends HomeError {
  override readonly name = 'OutdatedPage'

  constructor(cause?: unknown) {
    super({ code: 'outdated-page' }, { cause })
  }
}
