/** Marks style sheets that do not load, so that {@link fetchMissingStyles} knows them: browsers do not tell later. */
export function markMissingStyles(document: Document): void {
  // Such events do not bubble.
  document.addEventListener('error', mark, { capture: true })
}

function mark({ target }: Event): void {
  if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') target.dataset['missing'] = ''
}

/** Addresses of all style sheets that the document asks for, also of those that do not load. */
export function styleSheetsOf(document: Document): string[] {
  return [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(({ href }) => href)
}

/**
 * Asks again for style sheets that did not load; fails when one that is needed does not load again. The loader
 * that Vite builds into the page asks once for those of each part: a second try would bring it without its looks.
 */
export async function fetchMissingStyles(document: Document, needed: readonly string[]): Promise<void> {
  const missing = [...document.querySelectorAll<HTMLLinkElement>('link[data-missing]')]
  await Promise.all(missing.filter(({ href }) => needed.includes(href)).map(loadInstead))
}

async function loadInstead(missing: HTMLLinkElement): Promise<void> {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.crossOrigin = missing.crossOrigin
  link.href = missing.href
  const loading = new Promise<void>((resolve, reject) => {
    link.onload = () => resolve()
    link.onerror = () => reject(new Error(`no-style ${link.href}`))
  })
  missing.replaceWith(link)
  await loading
}
