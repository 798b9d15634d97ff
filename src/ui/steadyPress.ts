/** What a press can be on. */
const CONTROL = 'button, summary, a[href], label, input'

/** No hand is quite still. */
const STILL_PX = 8

interface Press {
  readonly control: HTMLElement
  readonly x: number
  readonly y: number
  /** Where the control was. */
  readonly top: number
  readonly left: number
}

/**
 * Makes a press count for the control that it began on. A page that settles may move a control away from under
 * the pointer before the button is let go; the browser then clicks on whatever lies around both places, and the
 * press is lost. A pointer that left the control by itself still takes the press back.
 *
 * @returns what ends it
 */
export function steadyPress(page: Document): () => void {
  const lifetime = new AbortController()
  const options = { capture: true, signal: lifetime.signal }
  let press: Press | null = null

  page.addEventListener(
    'pointerdown',
    ({ target, isPrimary, button, clientX, clientY }) => {
      const control = target instanceof Element ? target.closest<HTMLElement>(CONTROL) : null
      if (!control || !isPrimary || button !== 0) press = null
      else press = { control, x: clientX, y: clientY, ...placeOf(control) }
    },
    options,
  )
  page.addEventListener(
    'click',
    (event) => {
      const began = press
      press = null
      // Clicks by keyboard or by code are on what they are meant for.
      if (!began || !event.isTrusted || event.detail === 0) return
      if (began.control.contains(event.target as Node | null) || !began.control.isConnected) return
      if (Math.hypot(event.clientX - began.x, event.clientY - began.y) > STILL_PX) return
      const { top, left } = placeOf(began.control)
      if (top === began.top && left === began.left) return
      event.preventDefault()
      event.stopPropagation()
      began.control.click()
    },
    options,
  )
  return () => lifetime.abort()
}

function placeOf(control: HTMLElement): { top: number; left: number } {
  const { top, left } = control.getBoundingClientRect()
  return { top, left }
}
