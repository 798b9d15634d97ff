import type { Page } from '@playwright/test'
import type { ShareState } from '../../src/swarm/snapshot.ts'

/** A share as it looked at one moment. */
export interface Look {
  readonly state: ShareState
  readonly progress: number
}

/** Notes every state and progress that the page ever shows, from its beginning; before the page is opened. */
export async function logStates(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const looks: Look[] = []
    globalThis.shownLooks = looks
    new MutationObserver(() => {
      for (const { dataset } of document.querySelectorAll<HTMLElement>('article[data-state]')) {
        looks.push({ state: dataset['state'] as ShareState, progress: Number(dataset['progress']) })
      }
    }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-state', 'data-progress'] })
  })
}

/** What was noted since the page was last loaded. */
export async function shownLooks(page: Page): Promise<readonly Look[]> {
  return page.evaluate(() => globalThis.shownLooks ?? [])
}

declare global {
  var shownLooks: Look[] | undefined
}
