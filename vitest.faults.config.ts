import { defineConfig } from 'vitest/config'

// Processes killed, disks failing, power cut: the long versions, one after another. `npm test` runs short ones.
process.env.KHO_FAULTS = 'all'

export default defineConfig({
  test: {
    include: ['tests/faults/**/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 10 * 60_000,
    hookTimeout: 120_000,
  },
})
