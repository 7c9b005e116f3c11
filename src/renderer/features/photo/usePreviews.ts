import { useEffect } from 'react'
import { call, runJob } from '../../engine/client'
import { useReadOnly } from '../../state/archive'
import { useJobs } from '../../state/jobs'

/** So long after an archive was opened nobody waits for its first pages any more. */
const restMs = 60_000
/** So long after something came in the clerk is looking at it. */
const pauseMs = 3_000

/**
 * Has the previews made that photos lack, and what they are compared by: of all photos once an archive has been open
 * for a while, and of those that came in after each intake. It shows at the foot of the window, where it can be stopped.
 */
export function usePreviews(folder: string): void {
  const readOnly = useReadOnly()
  const intakes = useJobs(({ jobs }) => jobs.filter(({ kind, outcome }) => outcome && takesIn.test(kind)).length)
  useSoon(!readOnly, true, restMs, folder)
  useSoon(!readOnly && intakes > 0, false, pauseMs, `${folder} ${intakes}`)
}

const takesIn = /^(intake|draft)\./

function useSoon(wanted: boolean, all: boolean, afterMs: number, cause: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each cause
  useEffect(() => {
    if (!wanted) return
    const timer = setTimeout(() => void makeThem(all).catch(() => undefined), afterMs)
    return () => clearTimeout(timer)
  }, [cause, wanted, all, afterMs])
}

async function makeThem(all: boolean): Promise<void> {
  const isRunning = useJobs.getState().jobs.some(({ kind, outcome }) => kind === 'photo.previews' && !outcome)
  if (isRunning) return
  const { count } = await call('photo.previewsWanting', { all })
  if (count === 0) return
  await runJob('photo.previews', { all })
  useJobs.getState().dismissRead('photo.previews')
}
