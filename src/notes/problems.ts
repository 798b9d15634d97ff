import { CodedError } from '../core/codedError.ts'

/** Why what somebody writes on a share is not taken. */
export type NotesProblem =
  | { readonly code: 'note-too-long' }
  | { readonly code: 'written-too-much' } // as much as one person may
  | { readonly code: 'thread-full' }
  | { readonly code: 'review-full' }
  | { readonly code: 'review-full-of-people'; readonly people: number }
  | { readonly code: 'reads-only' } // who opened a private review by its read-only link
  | { readonly code: 'notes-taken-over' } // by another tab
  | { readonly code: 'author-forked' } // signed two things for one place, and is believed by nobody

export class NotesError extends CodedError<NotesProblem> {
  override readonly name = 'NotesError'
}
