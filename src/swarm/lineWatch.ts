import type { Milliseconds } from '../core/brand.ts'

/** How often to look at the clock: a browser looks no more than once a second for a page in the background. */
const LOOK_EVERY: Milliseconds = 2_000

/** A clock that went on for so much longer has jumped: the machine slept, or the page was frozen, or somebody set it. */
const JUMP: Milliseconds = 8_000

/** Tells whether the wall clock jumps. */
export class JumpWatch {
  #lookedAt: Milliseconds

  constructor(now: Milliseconds) {
    this.#lookedAt = now
  }

  /** Called every {@link LOOK_EVERY}: whether the clock has jumped since the last time, forwards or back. */
  look(now: Milliseconds): boolean {
    const passed = now - this.#lookedAt
    this.#lookedAt = now
    return passed < 0 || passed > LOOK_EVERY + JUMP
  }
}

/** What a page has to tell of its line and its sleep. */
export interface LineSigns {
  /** Fires `online` when the machine has a network again. */
  readonly page: Pick<EventTarget, 'addEventListener'>
  /** Fires `resume` when the browser goes on with a page that it had frozen. */
  readonly document: Pick<EventTarget, 'addEventListener'>
  /** Unix time: other clocks may stand still while the machine sleeps. */
  readonly now: () => Milliseconds
}

/** Calls back when the page's line may be another one, or has been away: what was open may be dead and not know it. */
export function watchLine(
  { page, document, now }: LineSigns,
  changed: () => void,
  signal: AbortSignal,
): void {
  page.addEventListener('online', changed, { signal })
  document.addEventListener('resume', changed, { signal })
  const jumps = new JumpWatch(now())
  const looking = setInterval(() => {
    if (jumps.look(now())) changed()
  }, LOOK_EVERY)
  signal.addEventListener('abort', () => clearInterval(looking))
}
