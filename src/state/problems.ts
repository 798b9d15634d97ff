import { CodedError } from '../core/codedError.ts'
import type { ApiProblemCode } from '../wire/adminApi.ts'

/** Why the page cannot do what was asked of it. */
export type StateProblem =
  | { readonly code: 'engine-not-loaded' }
  | { readonly code: 'part-not-loaded' } // code that is fetched when it is first needed
  | { readonly code: 'torrent-file-too-large' }
  // What the site answers.
  | { readonly code: 'site-silent' }
  | { readonly code: 'site-busy' } // it is asked too often
  | { readonly code: 'site-error'; readonly status: number }
  | { readonly code: 'answer-unclear' }
  // The admin API.
  | { readonly code: 'server-silent' }
  /** `problem` is null where it is none that a page has words for. */
  | {
      readonly code: 'server-refuses'
      readonly status: number
      readonly problem: ApiProblemCode | null
    }
  // What the site publishes.
  | { readonly code: 'not-listed' }
  | { readonly code: 'not-published' }
  | { readonly code: 'live-encrypted' }
  // What is played.
  | { readonly code: 'no-hls' }
  | { readonly code: 'film-broken' }
  | { readonly code: 'not-readable-now' }
  // A file of notes.
  | { readonly code: 'notes-of-odd-ending' }
  | { readonly code: 'notes-too-large' }
  | { readonly code: 'notes-not-text' }
  | { readonly code: 'notes-unreadable'; readonly skipped: number }
  | { readonly code: 'no-notes-in-it' }
  | { readonly code: 'notes-elsewhere' } // another tab has them now

export class StateError extends CodedError<StateProblem> {
  override readonly name: string = 'StateError'
}
