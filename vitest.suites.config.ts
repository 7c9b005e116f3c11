import { defineConfig } from 'vitest/config'

// Collections of others' files beside the project (../shared/suites), whole; `npm test` takes samples of them.
process.env.KHO_SUITES = 'all'

export default defineConfig({
  test: { include: ['tests/suites/**/*.test.ts'], pool: 'forks', testTimeout: 10 * 60_000, hookTimeout: 60_000 },
})
