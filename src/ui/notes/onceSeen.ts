import type { Attachment } from 'svelte/attachments'

/** So long somebody needs to see that something is there. */
const LONG_ENOUGH_MS = 3000
/** So much of the window's edges does not count: what is half below it is not read. */
const EDGE = '-40px 0px'

/** Calls back once an element has been in sight for a while, on a page that is looked at. */
export function onceSeen(seen: () => void): Attachment<HTMLElement> {
  return (element) => {
    const gone = new AbortController()
    let inSight = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(timer)
      if (inSight && document.visibilityState === 'visible') timer = setTimeout(seen, LONG_ENOUGH_MS)
    }
    const observer = new IntersectionObserver(
      (entries) => {
        inSight = entries.at(-1)?.isIntersecting ?? false
        look()
      },
      { rootMargin: EDGE },
    )
    observer.observe(element)
    document.addEventListener('visibilitychange', look, { signal: gone.signal })
    return () => {
      gone.abort()
      clearTimeout(timer)
      observer.disconnect()
    }
  }
}
