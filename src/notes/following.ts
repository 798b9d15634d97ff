import type { Milliseconds } from '../core/brand.ts'

/** Where somebody's film is. */
export interface Playhead {
  readonly at: Milliseconds
  readonly playing: boolean
}

/** Two running films are never closer for long: what is heard of the other has been under way. */
const CLOSE_RUNNING: Milliseconds = 700
/** Of films that stand, to the frame. */
const CLOSE_STANDING: Milliseconds = 20

/** What to do to be where the other is; null for what is right as it is. */
export interface FollowStep {
  readonly seek: Milliseconds | null
  readonly play: boolean | null
}

/** @param age how long ago the other's playhead was there */
export function followStep(mine: Playhead, theirs: Playhead, age: Milliseconds): FollowStep {
  const at = theirs.playing ? theirs.at + age : theirs.at
  const close = theirs.playing ? CLOSE_RUNNING : CLOSE_STANDING
  return {
    seek: Math.abs(mine.at - at) > close ? at : null,
    play: mine.playing === theirs.playing ? null : theirs.playing,
  }
}
