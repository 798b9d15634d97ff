import { playwright } from '@vitest/browser-playwright'
import { mergeConfig } from 'vitest/config'
import { browserPath, HEADLESS_SHELL } from './tests/support/browsers.ts'
import page from './vite.config.ts'

/** Component tests: in a real Chromium, the views over hand-made shares, and what needs a browser's own parts. */
export default mergeConfig(page, {
  test: {
    include: ['tests/browser/**/*.test.ts'],
    setupFiles: ['tests/browser/support/words.ts'],
    restoreMocks: true,
    // As with the time of a test: a state that is waited for may take long on a shared machine.
    expect: { poll: { timeout: 30_000 } },
    testTimeout: 120_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { executablePath: browserPath(HEADLESS_SHELL), args: ['--no-sandbox'] },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
})
