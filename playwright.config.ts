import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { browserPath, HEADLESS_SHELL, CHROMIUM_FLAGS } from './tests/support/browsers.ts'

/** End-to-end tests: real pages, real tracker, every peer in a context of its own. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  // Transfers go as fast as a busy machine lets them; only a thing that stands still should run out of time.
  timeout: 600_000,
  expect: { timeout: 30_000 },
  fullyParallel: true,
  // Half of a test's time is waiting: for a page, for a tracker's interval, for a transport that starts.
  workers: Math.min(8, 2 * availableParallelism()),
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: 'test-results/reports/e2e.json' }]],
  use: {
    browserName: 'chromium',
    headless: true,
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    launchOptions: { executablePath: browserPath(HEADLESS_SHELL), args: [...CHROMIUM_FLAGS] },
    screenshot: 'only-on-failure',
    trace: 'off',
  },
})
