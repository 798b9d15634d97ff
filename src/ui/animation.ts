/**
 * Calls `frame` for each picture while the element is in sight and the page is shown, with the seconds since the
 * last one. Answers the way to stop. A frame that answers false rests until `wake` is called.
 */
export function animate(
  element: Element,
  frame: (seconds: number, step: number) => boolean,
): { wake: () => void; stop: () => void } {
  const LONGEST_STEP_SECONDS = 0.05
  let request = 0
  let last: number | null = null
  let inSight = true

  const run = (now: number) => {
    const step = last === null ? 0 : Math.min(LONGEST_STEP_SECONDS, (now - last) / 1000)
    last = now
    request = 0
    if (frame(now / 1000, step)) wake()
    else last = null
  }
  const wake = () => {
    // A hidden page gets no frames from the browser anyway; one out of sight should ask for none.
    if (request === 0 && inSight) request = requestAnimationFrame(run)
  }
  const observer = new IntersectionObserver((entries) => {
    inSight = entries.at(-1)?.isIntersecting ?? true
    if (inSight) wake()
    else {
      cancelAnimationFrame(request)
      request = 0
      last = null
    }
  })
  observer.observe(element)
  wake()
  return {
    wake,
    stop() {
      observer.disconnect()
      cancelAnimationFrame(request)
    },
  }
}

export function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
