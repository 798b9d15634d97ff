import { createContext, type Component } from 'svelte'
import type { ShareSnapshot } from '../../state/engineTypes.ts'
import type { ReviewDesk } from '../../state/review/desk.svelte.ts'

/** All that notes and drawings need on a page: a chunk of its own, fetched when a share is shown. */
export interface ReviewKit {
  readonly desk: ReviewDesk
  readonly Panel: Component<{ desk: ReviewDesk; share: ShareSnapshot }>
  /** What lies over a picture of that size, in any unit. */
  readonly Overlay: Component<{ desk: ReviewDesk; width: number; height: number }>
  /** What lies over a timeline. */
  readonly Marks: Component<{ desk: ReviewDesk }>
  /** What stands below a picture: what one draws and compares with. */
  readonly Tools: Component<{ desk: ReviewDesk }>
  /** Another version of what plays, while it is compared with one. */
  readonly Second: Component<{ desk: ReviewDesk }>
  /** The private review's links. */
  readonly Links: Component<{ desk: ReviewDesk; link: string }>
  /** Does what a key says; false for one that says nothing here. */
  readonly takesKey: (event: KeyboardEvent) => boolean
}

/** The review of the share that is shown; without a kit until it is there. */
export const [useReview, provideReview] = createContext<{ readonly kit: ReviewKit | null }>()
