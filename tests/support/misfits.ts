/**
 * What does not fit on the page at its present width: elements beyond its edges, and buttons that are narrower than
 * their words. Runs in a page, so it stands by itself.
 */
export function misfits(): string[] {
  const width = document.documentElement.clientWidth
  const told = (element: Element) => `${element.className} “${element.textContent.trim().slice(0, 60)}”`
  const isSeen = (element: Element) => element.checkVisibility() && !element.closest('.visually-hidden')

  /** Within something that scrolls or cuts by itself. */
  function isClipped(element: Element): boolean {
    for (let above = element.parentElement; above && above !== document.body; above = above.parentElement)
      if (getComputedStyle(above).overflowX !== 'visible') return true
    return false
  }

  const all = [...document.body.querySelectorAll<HTMLElement>('*')].filter(isSeen)
  const outside = all.filter((each) => {
    const { left, right } = each.getBoundingClientRect()
    return right > left && (left < -1 || right > width + 1) && !isClipped(each)
  })
  const cut = all
    .filter((each) => each.matches('button, .button, summary, label'))
    .filter((each) => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== 'inline')
  const scrolls = document.documentElement.scrollWidth > width
  return [
    ...(scrolls ? ['The page scrolls sideways.'] : []),
    ...outside.map((each) => `Beyond the edge: ${told(each)}`),
    ...cut.map((each) => `Cut: ${told(each)}`),
  ]
}
