import { playwright } from '@vitest/browser-playwright'
import { mergeConfig } from 'vitest/config'
import { browserPath, HEADLESS_SHELL } from './tests/support/browsers.ts'
import page from './vite.config.ts'

/** Component tests: in a real Chromium, the views over hand-made shares, and what needs a browser's own parts. */
export default mergeConfig(page, {
  test: {
    include: ['tests/browser/**/*.test.ts'],
    restoreMocks: true,
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
