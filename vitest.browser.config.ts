import { svelte } from '@sveltejs/vite-plugin-svelte'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { browserPath, CHROMIUM } from './tests/support/browsers.ts'

/** Component tests: each view in a real Chromium, over hand-made shares. */
export default defineConfig({
  plugins: [svelte()],
  test: {
    include: ['tests/browser/**/*.test.ts'],
    restoreMocks: true,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { executablePath: browserPath(CHROMIUM), args: ['--no-sandbox'] },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
})
