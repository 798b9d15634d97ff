/** Where a film is that leads another one; seconds. */
export interface Leader {
  /** The moment of the led film that goes with it; below 0 before that begins. The moment itself, not that at which its frame begins: the other one may have a frame that begins in between. */
  readonly at: number
  readonly paused: boolean
  /** Times its own speed. */
  readonly speed: number
}

export interface Led {
  readonly at: number
  /** 0 until it is known. */
  readonly duration: number
}

/** What the second film is to do; null for what is right as it is. */
export interface Step {
  readonly seek: number | null
  readonly plays: boolean
  readonly speed: number
}

/** So long before its end a film is sure to show its last frame. */
const LAST = 0.001
/** Of films that stand: browsers round where one jumps to. */
const SAME = 0.0005
/** Of running ones less is neither seen nor heard. */
const CLOSE = 0.015
/** What is farther behind or ahead jumps; the rest runs a little faster or slower. */
const FAR = 0.4
const MOST_FASTER = 0.1
/** How much of what is missing is made up for in a second. */
const MADE_UP = 0.5

/** What keeps a second film in step with the first: outside its own time it shows its first or last frame. */
export function stepInto(leader: Leader, led: Led): Step {
  const end = Math.max(0, led.duration - LAST)
  const target = Math.max(0, Math.min(leader.at, end))
  const behind = target - led.at
  if (leader.paused || leader.at < 0 || leader.at >= end)
    return { seek: Math.abs(behind) > SAME ? target : null, plays: false, speed: leader.speed }
  if (Math.abs(behind) > FAR) return { seek: target, plays: true, speed: leader.speed }
  const faster =
    Math.abs(behind) < CLOSE ? 0 : Math.max(-MOST_FASTER, Math.min(MOST_FASTER, behind * MADE_UP))
  return { seek: null, plays: true, speed: leader.speed * (1 + faster) }
}
