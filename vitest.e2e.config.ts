import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { onPath } from './build/lib/system.mjs'
import { LongestFirst } from './tests/support/longest-first.ts'

// Real windows over the built app: two at a time where each has a screen of its own and there are processors for both
// (a window and its engine fill two), else one after another.
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/e2e/support/global-setup.ts'],
    pool: 'forks',
    maxWorkers: process.platform === 'linux' && onPath('Xvfb') && availableParallelism() > 2 ? 2 : 1,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A busy machine is slow, not wrong.
    expect: { poll: { timeout: 10_000 } },
  },
})
