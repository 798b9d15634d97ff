import { CodedError } from '../core/codedError.ts'

/** Why something cannot be saved or played by way of the service worker. */
export type StreamProblem =
  | { readonly code: 'no-worker-to-save' } // the browser lets the page have none
  | { readonly code: 'no-worker-to-play' }
  | { readonly code: 'worker-silent-to-save' }
  | { readonly code: 'worker-silent-to-play' }
  | { readonly code: 'download-not-begun' }
  | { readonly code: 'download-lost' } // the browser stopped the worker in the middle
  // The disk that is written to, and the files that are read.
  | { readonly code: 'no-room-to-save' }
  | { readonly code: 'place-refused' }
  | { readonly code: 'file-busy' } // another program has it open
  | { readonly code: 'source-changed' }
  | { readonly code: 'source-gone' }

export class StreamError extends CodedError<StreamProblem> {
  override readonly name = 'StreamError'
}

/** Why the service worker does not answer with a file. */
export type RefusalCode =
  'no-such-address' | 'no-page-has-it' | 'not-to-be-written' | 'beyond-the-end' | 'download-over'

export interface Refusal {
  readonly refused: RefusalCode
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
}
