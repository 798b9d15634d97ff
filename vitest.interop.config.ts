import { defineConfig } from 'vitest/config'

/** The tracker and the page with programs of other makes, which are installed where they are missing. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/interop/**/*.test.ts'],
    // Real clients take their time, and one after another they take less.
    testTimeout: 300_000,
    fileParallelism: false,
  },
})
