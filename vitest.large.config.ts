import { defineConfig } from 'vitest/config'

/** Unit tests that take a core for many seconds, whatever is done: not for every commit. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/**/*.large.test.ts'],
    testTimeout: 300_000,
  },
})
