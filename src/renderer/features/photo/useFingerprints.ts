import { useEffect } from 'react'
import { call, runJob } from '../../engine/client'
import { useReadOnly } from '../../state/archive'
import { useJobs } from '../../state/jobs'

/** Once an archive is open, photos of earlier versions get what they are compared by, at the foot of the window. */
export function useFingerprints(folder: string): void {
  const readOnly = useReadOnly()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each archive
  useEffect(() => {
    if (!readOnly) void makeThem().catch(() => undefined)
  }, [folder, readOnly])
}

async function makeThem(): Promise<void> {
  const { count } = await call('photo.unfingerprinted', {})
  if (count === 0) return
  await runJob('photo.fingerprint', {})
  useJobs.getState().dismissRead('photo.fingerprint')
}
