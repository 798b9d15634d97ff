import type { Page, Route } from '@playwright/test'

/** Most of the page's code is fetched when it is needed; tests have it come late, or not at all. */

/** Does something else with requests for a part's code and looks than to send them on. */
export async function onRequestsFor(
  page: Page,
  part: string,
  act: (route: Route) => Promise<void>,
): Promise<void> {
  await page.route(`**/assets/${part}-*`, act)
}

/**
 * Keeps a part back until it is told to let it come. Without `hashWorker`, files are prepared for as long as a
 * test needs it, however small they are.
 *
 * @param requests how many are kept back; those after them are not
 */
export async function holdBack(page: Page, part: string, requests = Infinity): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<null>()
  let left = requests
  await onRequestsFor(page, part, async (route) => {
    if (left-- > 0) await promise
    // Whoever asked may be gone meanwhile.
    await route.continue().catch(() => undefined)
  })
  return () => resolve(null)
}

/** Cuts requests for a part off, as without a connection, until it is told to stop. */
export async function cutOff(page: Page, part: string): Promise<() => void> {
  let off = true
  await onRequestsFor(page, part, (route) => (off ? route.abort() : route.continue()))
  return () => (off = false)
}
