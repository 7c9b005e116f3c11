import { defineConfig } from 'vitest/config'

// Fast tests first; real windows have a configuration of their own (vitest.e2e.config.ts).
export default defineConfig({
  test: {
    include: ['tests/{unit,property,golden,architecture,faults}/**/*.test.{ts,tsx}'],
    pool: 'forks',
  },
})
