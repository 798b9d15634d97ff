import type { Bytes } from '../core/brand.ts'
import { CodedError } from '../core/codedError.ts'
import type { SealProblem } from '../seal/problems.ts'
import type { StoreProblem } from '../storage/problems.ts'
import type { MetainfoProblem } from '../torrent/problems.ts'
import type { OriginProblem } from './origin/problems.ts'

/** Why a share failed. */
export type Failure =
  | StoreProblem
  | SealProblem
  | { readonly code: 'file-unreadable'; readonly name: string | null }
  | { readonly code: 'share-unreadable'; readonly problem: MetainfoProblem }
  | { readonly code: 'too-many-files'; readonly most: number }
  /** Something that nobody has thought of; the message is in the words of whatever failed. */
  | { readonly code: 'unexpected'; readonly message: string }

/** Why something that was asked of the engine cannot be done. */
export type SwarmProblem =
  | { readonly code: 'too-many-files'; readonly most: number }
  | { readonly code: 'nothing-chosen' }
  | { readonly code: 'cannot-download'; readonly failure: Failure }
  | { readonly code: 'file-incomplete' }
  | { readonly code: 'data-not-open' }
  | { readonly code: 'share-removed' }
  | { readonly code: 'engine-elsewhere' } // another tab has taken over
  // What is sealed.
  | { readonly code: 'password-wrong' }
  | { readonly code: 'sealed-part-damaged' }
  // An HTTP copy that somebody names.
  | { readonly code: 'not-a-web-address' }
  | { readonly code: 'share-not-ready' }
  | { readonly code: 'copy-unusable'; readonly problem: OriginProblem }
  // Files that were chosen for a share that is asleep.
  | { readonly code: 'files-not-opened' }
  | { readonly code: 'files-of-other-sizes' }
  | { readonly code: 'files-of-other-contents' }
  // What the site tells.
  | { readonly code: 'site-silent' }
  | { readonly code: 'site-error'; readonly status: number }
  | { readonly code: 'site-unclear' }
  // The address of a .torrent file.
  | { readonly code: 'address-error'; readonly host: string; readonly status: number }
  | { readonly code: 'address-silent'; readonly host: string; readonly seconds: number }
  | { readonly code: 'address-unreachable'; readonly host: string }
  | { readonly code: 'address-too-large'; readonly host: string; readonly most: Bytes }

export class SwarmError extends CodedError<SwarmProblem> {
  override readonly name: string = 'SwarmError'
}

/** Files that were chosen for a share that is asleep, and are not the ones. */
export class OtherFiles extends SwarmError {
  override readonly name = 'OtherFiles'
}
