import { CodedError } from '../core/codedError.ts'

/**
 * Why a sealed share cannot be opened, or made:
 *
 * - `seal-damaged`: its records are not what was sealed, or not with this key
 * - `manifest-impossible`: it says of itself what cannot be
 * - `seal-newer`: it is sealed in a way that this program does not know yet
 * - `seal-expired`: its time is over
 * - `too-large-to-seal`: it has more records than there are numbers for
 */
export interface SealProblem {
  readonly code: 'seal-damaged' | 'manifest-impossible' | 'seal-newer' | 'seal-expired' | 'too-large-to-seal'
}

export class SealError extends CodedError<SealProblem> {
  override readonly name = 'SealError'

  constructor(code: SealProblem['code'], options?: ErrorOptions) {
    super({ code }, options)
  }
}
