import type { PasteProblem } from '../core/pasteProblem.ts'
import type { Fault } from './faults.ts'

/** Why what was typed or pasted was not opened. */
export type IntakeProblem =
  | Fault
  | PasteProblem
  /** Of several links some were opened; the fault is the first one's. */
  | { readonly code: 'links-not-opened'; readonly count: number; readonly of: number; readonly fault: Fault }

/** What the page tells by itself, in a toast. */
export type Notice =
  | Fault
  // What was brought.
  | { readonly code: 'files-withheld'; readonly names: readonly string[] } // by the browser
  | { readonly code: 'folder-empty' }
  | { readonly code: 'paste-not-opened'; readonly problem: IntakeProblem }
  /** `left` did not fit. */
  | { readonly code: 'links-opened'; readonly count: number; readonly left: number }
  | { readonly code: 'torrent-not-opened'; readonly name: string; readonly fault: Fault }
  | { readonly code: 'launch-not-read'; readonly name: string }
  // What was shared with the installed page.
  | { readonly code: 'shared-missed' }
  | { readonly code: 'shared-too-large' }
  /** Nobody knows who sent it. `count` is of files; 0 where it is a text. */
  | { readonly code: 'shared-asks'; readonly count: number }
  // Membership.
  | { readonly code: 'member-already' }
  | { readonly code: 'member-now'; readonly kept: boolean }
  | { readonly code: 'member-not-yet'; readonly fault: Fault }
  | { readonly code: 'invitation-void' }
  | { readonly code: 'passkey-void' }
  | { readonly code: 'membership-ended' }
  | { readonly code: 'members-only' }
  // Saving.
  | { readonly code: 'file-not-saved'; readonly name: string; readonly fault: Fault }
  | { readonly code: 'folder-not-saved'; readonly fault: Fault }
  | { readonly code: 'folder-saved'; readonly folder: string; readonly renamed: readonly Renamed[] }
  | { readonly code: 'zip-not-saved'; readonly fault: Fault }
  | { readonly code: 'zip-cancelled' }
  /** `name` is null where it is among the downloads. */
  | { readonly code: 'zip-saved'; readonly name: string | null }

/** A name that disk or browser refuses, and what was written instead. */
export interface Renamed {
  readonly from: string
  readonly to: string
}

/** What a button of a toast does. */
export type NoticeAction = 'try-again' | 'share-as-text' | 'share-the-file' | 'send' | 'undo'
