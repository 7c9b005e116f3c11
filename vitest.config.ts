import { configDefaults, defineConfig } from 'vitest/config'

// Fast tests first; real windows have a configuration of their own (vitest.e2e.config.ts), slow faults too
// (vitest.faults.config.ts).
export default defineConfig({
  test: {
    setupFiles: ['tests/support/properties.ts'],
    include: ['tests/{unit,property,golden,architecture,faults}/**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, '**/*.slow.test.ts'],
    pool: 'forks',
    // A busy machine is slow, not wrong: what must be fast has a benchmark.
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
