import { defineConfig } from 'vitest/config'

// Fast tests first; real windows have a configuration of their own (tests/e2e).
export default defineConfig({
  test: {
    include: ['tests/{unit,property,golden}/**/*.test.{ts,tsx}'],
    pool: 'forks',
  },
})
