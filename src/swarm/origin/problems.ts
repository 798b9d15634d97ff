import type { Milliseconds } from '../../core/brand.ts'
import { CodedError } from '../../core/codedError.ts'

/** Why a publisher's HTTP copy cannot be used. */
export type OriginProblem =
  | { readonly code: 'origin-unreachable' } // no such server, or none that lets this page ask it: browsers do not tell which
  | { readonly code: 'origin-silent' } // or it crawls
  | { readonly code: 'origin-stopped' } // in the middle of an answer
  | { readonly code: 'origin-error'; readonly status: number }
  | { readonly code: 'origin-lacks-file' }
  | { readonly code: 'origin-refuses' } // it does not give the file to everybody
  | { readonly code: 'origin-without-ranges' }
  | { readonly code: 'origin-other-range' } // than was asked for
  | { readonly code: 'origin-shorter' }
  | { readonly code: 'origin-other-size' }
  | { readonly code: 'origin-differs' } // what is in it is not this share
  | { readonly code: 'origin-false' } // it has sent something else than what is shared
  | { readonly code: 'origin-by-http' } // it is there by http alone, and this page came by https

/** Whose fault it is. `passing` may be better in a moment; anything else only once somebody mends it. */
export type OriginFault = 'passing' | 'no-ranges' | 'other-file' | 'refused'

export class OriginError extends CodedError<OriginProblem> {
  override readonly name = 'OriginError'
  readonly fault: OriginFault
  /** How long the server asks to be left alone; null where it does not say, or hides it from other sites' pages. */
  readonly retryAfter: Milliseconds | null

  constructor(fault: OriginFault, problem: OriginProblem, retryAfter: Milliseconds | null = null) {
    super(problem)
    this.fault = fault
    this.retryAfter = retryAfter
  }
}
