import { configDefaults, defineConfig } from 'vitest/config'

// Fast tests first; real windows have a configuration of their own (vitest.e2e.config.ts), slow faults too
// (vitest.faults.config.ts).
export default defineConfig({
  test: {
    include: ['tests/{unit,property,golden,architecture,faults}/**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, '**/*.slow.test.ts'],
    pool: 'forks',
  },
})
