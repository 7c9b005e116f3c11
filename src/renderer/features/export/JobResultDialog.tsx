import { FolderOpen } from 'lucide-react'
import type { BackupReport, RepairReport, RestoreReport } from '#contract/care'
import type { JobState } from '#contract/jobs'
import type { CheckReport, ExportReport, ImportReport } from '#contract/operations'
import type { PackageMade, PackageReceived, PackageVerdict } from '#contract/packages'
import { jobOutcome, jobTitle } from '../../app/jobWords'
import { shell } from '../../engine/bridge'
import { CallFailed } from '../../engine/failure'
import { useDialogs } from '../../state/dialogs'
import { useJobs } from '../../state/jobs'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ErrorNote } from '../../ui/ErrorNote'
import { useFailures } from '../../ui/useFailures'
import { warningWords } from '../../words/errors'
import { baseName, showSize } from '../../words/numbers'
import { usePhrases, useWords } from '../../words/words'
import { CameResult } from '../custody/CameResult'
import { Verification } from '../custody/PackageSection'
import { IntakeReport } from '../intake/IntakeReport'
import { BackupResult, RepairResult, RestoreResult } from '../settings/CareResult'
import { CheckResult } from '../settings/CheckResult'
import './export.css'

/** The result of long work, read when the clerk has time for it. */
export function JobResultDialog({ jobId }: { jobId: string }) {
  const phrases = usePhrases()
  const { t } = phrases
  const close = useDialogs((state) => state.close)
  const { jobs, dismiss } = useJobs()
  const job = jobs.find(({ id }) => id === jobId)
  if (!job) return null
  const done = () => {
    close()
    dismiss(jobId)
  }
  return (
    <Dialog
      title={jobTitle(phrases, job)}
      more={jobOutcome(phrases, job)}
      wide
      testId="dialog-job"
      onClose={close}
      actions={
        <Button look="primary" onClick={done} data-testid="job-done">
          {t('ui.job.gotIt')}
        </Button>
      }
    >
      <Result job={job} />
    </Dialog>
  )
}

function Result({ job }: { job: JobState }) {
  const phrases = usePhrases()
  const { outcome, kind } = job
  if (outcome?.state === 'failed') return <ErrorNote error={new CallFailed(outcome.error)} />
  if (outcome?.state !== 'done') return null
  return (
    <>
      {outcome.warnings.length > 0 && (
        <ul className="result-warnings">
          {outcome.warnings.map((warning) => (
            <li key={JSON.stringify(warning)}>{warningWords(phrases, warning)}</li>
          ))}
        </ul>
      )}
      {kind.startsWith('export.') && <Files report={outcome.result as ExportReport} />}
      {kind === 'transfer.package' && <Packed made={outcome.result as PackageMade} />}
      {(kind === 'package.verify' || kind === 'package.receive') && (
        <CameResult result={outcome.result as PackageVerdict | PackageReceived} />
      )}
      {kind === 'archive.backup' && <BackupResult report={outcome.result as BackupReport} />}
      {kind === 'archive.restoreBackup' && <RestoreResult report={outcome.result as RestoreReport} />}
      {kind === 'archive.repair' && <RepairResult report={outcome.result as RepairReport} />}
      {kind === 'archive.check' && <CheckResult report={outcome.result as CheckReport} />}
      {kind === 'draft.addPhotos' && <IntakeReport report={outcome.result as ImportReport} />}
    </>
  )
}

/** The package as it was read back, and the way to it. */
function Packed({ made }: { made: PackageMade }) {
  const t = useWords()
  const caught = useFailures()
  return (
    <>
      <div className="result-folder">
        <p className="folder-path">{made.path}</p>
        <Button
          icon={FolderOpen}
          data-testid="show-folder"
          onClick={caught(() => shell('shell.showInFolder', { path: made.path }))}
        >
          {t('ui.export.showFolder')}
        </Button>
      </div>
      <Verification report={made.package.report} />
    </>
  )
}

function Files({ report }: { report: ExportReport }) {
  const { t, language } = usePhrases()
  const caught = useFailures()
  const first = report.files[0]
  return (
    <>
      <div className="result-folder">
        <p className="folder-path">{report.folder}</p>
        {first && (
          <Button
            icon={FolderOpen}
            data-testid="show-folder"
            onClick={caught(() => shell('shell.showInFolder', { path: first.path }))}
          >
            {t('ui.export.showFolder')}
          </Button>
        )}
      </div>
      <ul className="result-files">
        {report.files.map((file) => (
          <li key={file.path} data-testid="exported">
            <span className="result-name">{baseName(file.path)}</span>
            <span className="side-more">{showSize(file.size, language)}</span>
            <OpenFile path={file.path} />
          </li>
        ))}
      </ul>
    </>
  )
}

function OpenFile({ path }: { path: string }) {
  const t = useWords()
  const caught = useFailures()
  return (
    <Button
      look="quiet"
      aria-label={t('ui.export.openNamed', { name: baseName(path) })}
      onClick={caught(() => shell('shell.openExported', { path }))}
    >
      {t('ui.export.open')}
    </Button>
  )
}
