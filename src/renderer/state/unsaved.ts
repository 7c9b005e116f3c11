type Flush = () => Promise<void>

const flushes = new Set<Flush>()

/**
 * Something on the screen that is written a moment after it was typed.
 * @param flush writes what is not yet written; resolves when it is on the disk or has failed in sight
 * @returns the way to take it off again
 */
export function keepUnsaved(flush: Flush): () => void {
  flushes.add(flush)
  return () => void flushes.delete(flush)
}

/** Writes everything typed and not yet written: before an undo, and before the window goes. */
export async function flushUnsaved(): Promise<void> {
  await Promise.all([...flushes].map((flush) => flush()))
}
