import { CodedError } from '../core/codedError.ts'

/**
 * What went wrong in a store, told apart so that it can be said what to do about it.
 *
 * - `files-changed`: a user's own file was edited, moved or deleted since it was chosen.
 * - `disk-full`: the disk or the browser's quota has no room left.
 * - `no-disk`: the browser gives the page no disk, and memory does not hold so much.
 * - `store-in-use`: another tab has the store open.
 * - `files-damaged`: the bytes are there and are not what was shared.
 * - `store-broken`: anything else that the browser reports.
 */
export interface StoreProblem {
  readonly code: 'files-changed' | 'disk-full' | 'no-disk' | 'store-in-use' | 'files-damaged' | 'store-broken'
}

export class StoreError extends CodedError<StoreProblem> {
  override readonly name: string = 'StoreError'

  constructor(code: StoreProblem['code'], options?: ErrorOptions) {
    super({ code }, options)
  }
}
