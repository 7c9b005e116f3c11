import { defineConfig } from 'vitest/config'

// Processes killed and disks failing under the built command line: minutes, one after another.
export default defineConfig({
  test: {
    include: ['tests/faults/**/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 10 * 60_000,
    hookTimeout: 120_000,
  },
})
