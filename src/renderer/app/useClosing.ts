import { useEffect } from 'react'
import { showDialog } from '../state/dialogs'
import { stoppedByLeaving, useJobs } from '../state/jobs'

/** Asks before the window is closed while work is running that would stop halfway. */
export function useClosing(): void {
  useEffect(() => {
    let sure = false
    const onClose = (event: BeforeUnloadEvent) => {
      if (sure || stoppedByLeaving(useJobs.getState().jobs).length === 0) return
      event.preventDefault()
      const leave = () => {
        sure = true
        window.close()
      }
      showDialog({ name: 'leave', leave, closing: true })
    }
    window.addEventListener('beforeunload', onClose)
    return () => window.removeEventListener('beforeunload', onClose)
  }, [])
}
