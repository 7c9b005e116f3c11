import { FileArchive, Folder } from 'lucide-react'
import { useState } from 'react'
import type { JobState } from '#contract/jobs'
import type { PackageReceived, PackageVerdict } from '#contract/packages'
import { jobProgress } from '../../app/jobWords'
import { shell } from '../../engine/bridge'
import { call } from '../../engine/client'
import { CallFailed } from '../../engine/failure'
import { useDialogs } from '../../state/dialogs'
import { useJobs } from '../../state/jobs'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ErrorNote } from '../../ui/ErrorNote'
import { TextAreaField, TextField } from '../../ui/Field'
import { FolderField } from '../../ui/FolderField'
import { useFailures } from '../../ui/useFailures'
import { usePhrases, useWords } from '../../words/words'
import { CameResult } from './CameResult'
import './custody.css'

const noParty = { organization: '', name: '', office: '' }

/**
 * Looks through a package that came from elsewhere, and answers its sender with a record and a receipt where they are
 * asked for. No archive is needed: the receiving office may have none.
 */
export function ReceiveDialog() {
  const t = useWords()
  const close = useDialogs((state) => state.close)
  const caught = useFailures()
  const [path, setPath] = useState('')
  const [folder, setFolder] = useState('')
  const [receiver, setReceiver] = useState(noParty)
  const [registration, setRegistration] = useState('')
  const [note, setNote] = useState('')
  const [jobId, setJobId] = useState<string | null>(null)
  const job = useJobs(({ jobs }) => jobs.find(({ id }) => id === jobId))
  const dismiss = useJobs((state) => state.dismiss)
  const pickFile = caught(async () => {
    const { paths } = await shell('shell.pickFiles', { purpose: 'package' })
    if (paths[0]) setPath(paths[0])
  })
  const pickFolder = caught(async () => {
    const picked = await shell('shell.pickFolder', { purpose: 'package' })
    if (picked.path) setPath(picked.path)
  })
  const pickTarget = caught(async () => {
    const picked = await shell('shell.pickFolder', { purpose: 'receipts' })
    if (picked.path) setFolder(picked.path)
  })
  const verify = caught(async () => setJobId((await call('package.verify', { path })).jobId))
  const receive = caught(async () =>
    setJobId((await call('package.receive', { path, folder, receiver, registration, note })).jobId),
  )
  const done = () => {
    if (jobId && job?.outcome) dismiss(jobId)
    close()
  }
  const party = (name: keyof typeof noParty) => ({
    label: t(
      `handover.field.receiver${name === 'organization' ? 'Organization' : name === 'name' ? 'Name' : 'Office'}`,
    ),
    onText: (text: string) => setReceiver((now) => ({ ...now, [name]: text.trim() })),
    'data-testid': `receive-${name}`,
  })
  return (
    <Dialog
      title={t('handover.receive.title')}
      more={jobId ? path : t('handover.receive.more')}
      wide
      testId="dialog-receive"
      onClose={done}
      actions={
        jobId ? (
          <Button look="primary" onClick={done} data-testid="receive-done">
            {t('ui.job.gotIt')}
          </Button>
        ) : (
          <>
            <Button disabled={!path} onClick={verify} data-testid="receive-verify">
              {t('handover.receive.verify')}
            </Button>
            <Button look="primary" disabled={!path || !folder} onClick={receive} data-testid="receive-start">
              {t('handover.receive.do')}
            </Button>
          </>
        )
      }
    >
      {jobId ? (
        <Running job={job} />
      ) : (
        <>
          <fieldset className="field folder-field">
            <legend className="field-label">{t('handover.receive.package')}</legend>
            <div className="folder-row">
              <p className="folder-path" data-testid="receive-path">
                {path || t('handover.receive.none')}
              </p>
              <Button icon={FileArchive} onClick={pickFile} data-testid="receive-file">
                {t('handover.receive.file')}
              </Button>
              <Button icon={Folder} onClick={pickFolder} data-testid="receive-folder">
                {t('handover.receive.folder')}
              </Button>
            </div>
          </fieldset>
          <TextField {...party('organization')} />
          <div className="party-person">
            <TextField {...party('name')} />
            <TextField {...party('office')} />
          </div>
          <TextField
            label={t('handover.field.registration')}
            hint={t('handover.receive.registrationHint')}
            onText={(text) => setRegistration(text.trim())}
          />
          <TextAreaField label={t('handover.field.note')} onText={setNote} />
          <FolderField
            label={t('handover.receive.target')}
            hint={t('handover.receive.targetHint')}
            folder={folder}
            onPick={pickTarget}
          />
        </>
      )}
    </Dialog>
  )
}

/** How far looking through it has got, then what it has shown. */
function Running({ job }: { job: JobState | undefined }) {
  const phrases = usePhrases()
  const outcome = job?.outcome
  if (outcome?.state === 'failed') return <ErrorNote error={new CallFailed(outcome.error)} />
  if (outcome?.state === 'cancelled') return <p role="status">{phrases.t('ui.job.cancelled')}</p>
  if (outcome) return <CameResult result={outcome.result as PackageVerdict | PackageReceived} />
  return (
    <p role="status">
      {phrases.t('handover.receive.reading')} {job && jobProgress(phrases, job)}
    </p>
  )
}
