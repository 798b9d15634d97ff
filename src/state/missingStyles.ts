/** Marks style sheets that do not load, so that {@link fetchMissingStyles} knows them: browsers do not tell later. */
export function markMissingStyles(document: Document): void {
  // Such events do not bubble.
  document.addEventListener('error', mark, { capture: true })
}

function mark({ target }: Event): void {
  if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') target.dataset['missing'] = ''
}

/**
 * Asks again for style sheets that did not load; fails when one of them does not load again. The loader that Vite
 * builds into the page asks once for those of each part: a second try would bring a part without its looks.
 */
export async function fetchMissingStyles(document: Document): Promise<void> {
  await Promise.all([...document.querySelectorAll<HTMLLinkElement>('link[data-missing]')].map(loadInstead))
}

async function loadInstead(missing: HTMLLinkElement): Promise<void> {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.crossOrigin = missing.crossOrigin
  link.href = missing.href
  const loading = new Promise<void>((resolve, reject) => {
    link.onload = () => resolve()
    link.onerror = () => reject(new Error(`${link.href} did not load`))
  })
  missing.replaceWith(link)
  await loading
}
