import { inject } from 'vitest'

/** What windows of this worker need in their environment to find a screen that no other worker's windows are on. */
export const ownDisplay = (): Record<string, string> =>
  inject('displays')[Number(process.env.VITEST_POOL_ID ?? 1) - 1] ?? {}
