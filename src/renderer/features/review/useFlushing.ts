import { useReview } from '../../state/review'
import { type Unsaved, useUnsaved } from '../../state/unsaved'

const draft: Unsaved = {
  dirty: () => useReview.getState().dirty,
  flush: () => useReview.getState().flush(),
  failed: () => useReview.getState().failure !== null,
}

/** Writes the draft under review when the clerk looks elsewhere, leaves the screen or closes the window. */
export const useFlushing = (): void => useUnsaved(draft)
