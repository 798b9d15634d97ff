/**
 * Takes style sheets that did not load out of the document: the loader that Vite builds into the page would take
 * their links for sheets that are there, and the next try would bring a part without its looks.
 */
export function dropFailedStyles(document: Document): void {
  // Such events do not bubble.
  document.addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') target.remove()
    },
    { capture: true },
  )
}
