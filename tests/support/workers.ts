import { availableParallelism } from 'node:os'

/** How many files are tested at a time. Vitest by itself leaves one processor idle, which is half of a small machine. */
export const workers = Math.max(2, availableParallelism() - 1)
