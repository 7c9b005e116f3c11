import { useEffect } from 'react'
import { useReview } from '../../state/review'
import { keepUnsaved } from '../../state/unsaved'

/** Writes what is still unwritten when the clerk looks elsewhere, leaves the screen or closes the window. */
export function useFlushing(): void {
  useEffect(() => {
    const flush = () => void useReview.getState().flush()
    let asked = false
    const onClose = (event: BeforeUnloadEvent) => {
      if (!useReview.getState().dirty || asked) return
      // The window goes once the last words are on the disk. If they cannot be written the clerk is told, and
      // closing again closes.
      asked = true
      event.preventDefault()
      void useReview
        .getState()
        .flush()
        .then(() => useReview.getState().failure ?? window.close())
    }
    window.addEventListener('blur', flush)
    window.addEventListener('beforeunload', onClose)
    const forget = keepUnsaved(() => useReview.getState().flush())
    return () => {
      forget()
      window.removeEventListener('blur', flush)
      window.removeEventListener('beforeunload', onClose)
      flush()
    }
  }, [])
}
