import { useEffect } from 'react'

/** Something on the screen that is written a moment after it was typed. */
export interface Unsaved {
  dirty(): boolean
  /** Writes what is not yet written; resolves when it is on the disk or has failed in sight. */
  flush(): Promise<void>
  /** True where the last writing failed, which the person is shown. */
  failed(): boolean
}

const kept = new Set<Unsaved>()

/** Writes everything typed and not yet written: before an undo, and before the window goes. */
export async function flushUnsaved(): Promise<void> {
  await Promise.all([...kept].map((unsaved) => unsaved.flush()))
}

/**
 * For a field that is written when it is left and tells of failures itself.
 * @returns the way to take it off again
 */
export function keepUnsaved(flush: () => Promise<void>): () => void {
  const unsaved: Unsaved = { dirty: () => false, flush, failed: () => false }
  kept.add(unsaved)
  return () => void kept.delete(unsaved)
}

/** Writes what is still unwritten when the person looks elsewhere, leaves the screen or closes the window. */
export function useUnsaved(unsaved: Unsaved): void {
  useEffect(() => {
    kept.add(unsaved)
    const flush = () => void unsaved.flush()
    let asked = false
    const onClose = (event: BeforeUnloadEvent) => {
      if (!unsaved.dirty() || asked) return
      // The window goes once the last words are on the disk. If they cannot be written the person is told, and
      // closing again closes.
      asked = true
      event.preventDefault()
      void unsaved.flush().then(() => unsaved.failed() || window.close())
    }
    window.addEventListener('blur', flush)
    window.addEventListener('beforeunload', onClose)
    return () => {
      kept.delete(unsaved)
      window.removeEventListener('blur', flush)
      window.removeEventListener('beforeunload', onClose)
      flush()
    }
  }, [unsaved])
}
