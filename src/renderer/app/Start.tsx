import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { shell } from '../engine/bridge'
import { call } from '../engine/client'
import { Welcome } from '../features/welcome/Welcome'
import { enter, useArchive } from '../state/archive'
import { useJobs } from '../state/jobs'
import { usePhrases } from '../words/words'
import { Shell } from './Shell'

/** Opens what was asked for, then shows the archive or the welcome screen. */
export function Start() {
  const client = useQueryClient()
  const started = useQuery({
    queryKey: ['shell.start'],
    staleTime: Infinity,
    queryFn: async () => {
      const { archive } = await shell('shell.start', {})
      const open = await call('archive.info', {})
      const info = open ?? (archive ? await call('archive.open', { folder: archive }) : null)
      enter(client, info)
      return info !== null
    },
  })
  const archive = useArchive()
  const { t } = usePhrases()
  // While the sample is being made its archive is open already, and not yet worth looking at.
  const sampling = useJobs((state) => state.jobs.some(({ kind, outcome }) => kind === 'archive.sample' && !outcome))
  const name = archive.data?.name
  useEffect(() => {
    document.title = name ? t('ui.app.titleOf', { name }) : t('ui.app.name')
  }, [name, t])
  if (started.isPending) return <div className="splash" data-testid="starting" />
  if (!archive.data || sampling) return <Welcome failure={started.error} />
  return <Shell archive={archive.data} />
}
