import { useEffect } from 'react'
import { call, runJob } from '../../engine/client'
import { useReadOnly } from '../../state/archive'
import { useJobs } from '../../state/jobs'

/** So long after an archive was opened nobody waits for its first pages any more. */
const restMs = 60_000

/** Once an archive has been open for a while, photos of earlier versions get what they are compared by, at the foot of the window. */
export function useFingerprints(folder: string): void {
  const readOnly = useReadOnly()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each archive
  useEffect(() => {
    if (readOnly) return
    const timer = setTimeout(() => void makeThem().catch(() => undefined), restMs)
    return () => clearTimeout(timer)
  }, [folder, readOnly])
}

async function makeThem(): Promise<void> {
  const { count } = await call('photo.unfingerprinted', {})
  if (count === 0) return
  await runJob('photo.fingerprint', {})
  useJobs.getState().dismissRead('photo.fingerprint')
}
