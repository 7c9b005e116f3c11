import { create } from 'zustand'

/** Counts how often pictures are worth asking for again: one that failed while the engine was away is tried anew. */
export const usePictureRound = create<{ round: number; next(): void }>((set) => ({
  round: 0,
  next: () => set(({ round }) => ({ round: round + 1 })),
}))
