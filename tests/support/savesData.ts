import type { Page } from '@playwright/test'

/** Somebody whose browser was told to save data: nothing is fetched for a later visit. */
export async function savesData(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { connection } = navigator as { connection?: object }
    if (connection) Object.defineProperty(connection, 'saveData', { value: true })
  })
}
