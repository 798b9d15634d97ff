/** Frames a second. A school that drifts, and a mark that lights up, look no worse than at a screen's own rate. */
const FRAME_RATE = 30
const LONGEST_STEP_SECONDS = 0.25

/** From asking for a frame to its coming: half of the time between two, on a usual screen. */
const WAIT_FOR_FRAME_MS = 8

/**
 * Calls `frame` some 30 times a second while the element is in sight and the page is shown, with the seconds since
 * the last one. A frame that answers false rests until `wake` is called: a page where nothing moves costs nothing.
 * `join` has the next frame come with the browser's next one, when that is painted anyway because something else has
 * changed: two pictures that move by clocks of their own would have the page painted twice as often.
 */
export function animate(
  element: Element,
  frame: (seconds: number, step: number) => boolean,
  framesPerSecond = FRAME_RATE,
): { wake: () => void; join: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | null = null
  let request = 0
  let last: number | null = null
  let inSight = true

  const run = (now: number) => {
    const step = last === null ? 0 : Math.min(LONGEST_STEP_SECONDS, (now - last) / 1000)
    last = now
    request = 0
    if (frame(now / 1000, step)) next()
    else last = null
  }
  // A hidden page gets no frames from the browser anyway; one out of sight should ask for none.
  const wake = () => {
    if (request === 0 && timer === null && inSight) request = requestAnimationFrame(run)
  }
  // Asking for each of the screen's frames, and skipping some, would have the browser make them all.
  const next = () => {
    timer = setTimeout(
      () => {
        timer = null
        wake()
      },
      1000 / framesPerSecond - WAIT_FOR_FRAME_MS,
    )
  }
  const rest = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    cancelAnimationFrame(request)
    request = 0
    last = null
  }
  const observer = new IntersectionObserver((entries) => {
    inSight = entries.at(-1)?.isIntersecting ?? true
    if (inSight) wake()
    else rest()
  })
  observer.observe(element)
  wake()
  return {
    wake,
    join() {
      if (timer !== null) clearTimeout(timer)
      timer = null
      wake()
    },
    stop() {
      observer.disconnect()
      rest()
    },
  }
}

/**
 * Acts once the browser has drawn what is on the page now, in a task of its own: styles and places are known then, and
 * asking for them makes nobody wait. Answers how to call it off.
 */
export function afterPaint(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  const request = requestAnimationFrame(() => (timer = setTimeout(act)))
  return () => {
    cancelAnimationFrame(request)
    if (timer !== null) clearTimeout(timer)
  }
}

export function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
