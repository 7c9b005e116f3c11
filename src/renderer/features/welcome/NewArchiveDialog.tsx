import { useRef, useState } from 'react'
import type { JobState } from '#contract/jobs'
import { jobProgress } from '../../app/jobWords'
import { shell } from '../../engine/bridge'
import { call, runJob } from '../../engine/client'
import { failureOf } from '../../engine/failure'
import { useArchiveDoor } from '../../state/archive'
import { useDialogs } from '../../state/dialogs'
import { useJobs } from '../../state/jobs'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ErrorNote } from '../../ui/ErrorNote'
import { TextField } from '../../ui/Field'
import { FolderField } from '../../ui/FolderField'
import { useFailures } from '../../ui/useFailures'
import { type Phrases, usePhrases } from '../../words/words'

const empty = { folder: '', name: '', agency: '', fonds: '' }

const sampleOf = ({ t }: Phrases): typeof empty => ({
  folder: '',
  name: t('ui.newArchive.sampleName'),
  agency: t('ui.newArchive.sampleAgency'),
  fonds: t('ui.newArchive.sampleFonds'),
})

/** Makes an archive, empty or with the sample material. */
export function NewArchiveDialog({ sample }: { sample: boolean }) {
  const phrases = usePhrases()
  const { t } = phrases
  const close = useDialogs((state) => state.close)
  const typed = useRef(sample ? sampleOf(phrases) : empty)
  const [named, setNamed] = useState(sample)
  const { busy, failure, make } = useMaking(sample)
  const { folder, pick } = useFolder(sample)
  const running = useSampleJob()
  const cancel = useFailures()(async () => {
    if (running) await call('job.cancel', { id: running.id })
    close()
  })
  const text = (field: 'name' | 'agency' | 'fonds') => ({
    label: t(`ui.newArchive.${field}`),
    hint: t(`ui.newArchive.${field}Hint`),
    defaultValue: typed.current[field],
    'data-testid': `new-${field}`,
    onText: (words: string) => {
      typed.current = { ...typed.current, [field]: words }
      if (field === 'name') setNamed(words.trim() !== '')
    },
  })
  return (
    <Dialog
      title={t(sample ? 'ui.newArchive.sampleTitle' : 'ui.newArchive.title')}
      more={t(sample ? 'ui.newArchive.sampleMore' : 'ui.newArchive.more')}
      testId="dialog-new-archive"
      onClose={cancel}
      actions={
        <>
          <Button onClick={cancel}>{t('ui.common.cancel')}</Button>
          <Button
            look="primary"
            disabled={!folder || !named || busy || running !== undefined}
            data-testid="new-make"
            onClick={() => make({ ...typed.current, folder })}
          >
            {t(busy ? 'ui.newArchive.making' : 'ui.newArchive.make')}
          </Button>
        </>
      }
    >
      <TextField {...text('name')} />
      <TextField {...text('agency')} />
      <TextField {...text('fonds')} />
      <FolderField
        label={t('ui.newArchive.folder')}
        hint={t('ui.newArchive.folderHint')}
        folder={folder}
        onPick={() => pick(typed.current.name)}
      />
      {running && <Progress job={running} />}
      {failure !== null && <ErrorNote error={failure} />}
    </Dialog>
  )
}

/** The folder chosen for the archive, and the system's dialog to choose another. */
function useFolder(sample: boolean) {
  const [folder, setFolder] = useState('')
  const caught = useFailures()
  const pick = caught(async (suggestedName: string) => {
    const purpose = sample ? 'sample' : 'new-archive'
    const { path } = await shell('shell.pickFolder', { purpose, suggestedName })
    if (path) setFolder(path)
  })
  return { folder, pick }
}

function useMaking(sample: boolean) {
  const door = useArchiveDoor()
  const close = useDialogs((state) => state.close)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const make = async (input: typeof empty) => {
    setBusy(true)
    setFailure(null)
    try {
      const info = sample ? await runJob('archive.sample', input) : await call('archive.create', input)
      if (!info) return
      close()
      useJobs.getState().dismissRead('archive.sample')
      await door.arrived(info)
    } catch (thrown) {
      if (failureOf(thrown).code !== 'cancelled') setFailure(thrown)
    } finally {
      setBusy(false)
    }
  }
  return { busy, failure, make }
}

const useSampleJob = () =>
  useJobs((state) => state.jobs.find(({ kind, outcome }) => kind === 'archive.sample' && !outcome))

function Progress({ job }: { job: JobState }) {
  const phrases = usePhrases()
  const words = [jobProgress(phrases, job), job.current].filter(Boolean).join(' · ')
  return (
    <p role="status" className="field-hint">
      {words || phrases.t('ui.newArchive.making')}
    </p>
  )
}
