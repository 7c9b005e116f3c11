import { configDefaults, defineConfig } from 'vitest/config'
import { alone } from './tests/support/alone.ts'
import { LongestFirst } from './tests/support/longest-first.ts'
import { workers } from './tests/support/workers.ts'

// Fast tests first; real windows have a configuration of their own (vitest.e2e.config.ts), slow faults too
// (vitest.faults.config.ts).
export default defineConfig({
  test: {
    setupFiles: ['tests/support/properties.ts'],
    pool: 'forks',
    maxWorkers: workers,
    sequence: { sequencer: LongestFirst },
    // A busy machine is slow, not wrong: what must be fast has a benchmark.
    testTimeout: 20_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'alone',
          include: ['tests/faults/**/*.test.ts', ...alone],
          exclude: [...configDefaults.exclude, '**/*.slow.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'together',
          include: ['tests/{unit,property,golden,architecture}/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...alone],
          // One process for many files: loading the same modules for each took a fifth of the time.
          isolate: false,
        },
      },
    ],
  },
})
