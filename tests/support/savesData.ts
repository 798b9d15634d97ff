import type { Page } from '@playwright/test'
import { NO_PAGE_LIMITS } from '../../src/core/limits.ts'

/**
 * Somebody whose browser was told to save data: nothing is fetched for a later visit. They have chosen no limits all the
 * same; unasked, a page gives 250 kB/s at most where data is saved, and tests would wait for little else.
 */
export async function savesData(page: Page): Promise<void> {
  await page.addInitScript((noLimits) => {
    const { connection } = navigator as { connection?: object }
    if (connection) Object.defineProperty(connection, 'saveData', { value: true })
    // Blank pages and sandboxed frames have no storage. What the visitor has chosen since, stays.
    if (origin === 'null' || localStorage.getItem('shoal.limits') !== null) return
    localStorage.setItem('shoal.limits', noLimits)
  }, JSON.stringify(NO_PAGE_LIMITS))
}
