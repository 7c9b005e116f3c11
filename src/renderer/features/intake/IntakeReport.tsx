import { Check, Copy, FolderOpen, type LucideIcon, Minus, Paperclip, TriangleAlert, X } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import type { ImportedFile, ImportReport } from '#contract/operations'
import { useRead } from '../../engine/queries'
import { useJobs } from '../../state/jobs'
import type { Route } from '../../state/route'
import { Button } from '../../ui/Button'
import { Link } from '../../ui/Link'
import { errorWords, warningWords } from '../../words/errors'
import { baseName } from '../../words/numbers'
import { usePhrases } from '../../words/words'

const icons: Record<ImportedFile['outcome'], LucideIcon> = {
  draft: Check,
  photo: Check,
  'already-held': Copy,
  failed: TriangleAlert,
  skipped: Minus,
  unpacked: FolderOpen,
  sidecar: Paperclip,
}

/** Failures first: they ask for something. */
const rank: Record<ImportedFile['outcome'], number> = {
  failed: 0,
  'already-held': 1,
  skipped: 2,
  unpacked: 3,
  draft: 4,
  photo: 5,
  sidecar: 6,
}

/** A thousand lines at once would hold up the window; what asks for something stands first. */
const shownFirst = 30
const moreAtOnce = 100

/** True where the draft a file became waits no longer: it was filed or dropped since. */
const isReviewed = ({ draftId }: ImportedFile, waiting: ReadonlySet<string> | undefined): boolean =>
  Boolean(draftId && waiting && !waiting.has(draftId))

/** Every file of the last intake with what became of it. */
export function IntakeReport({ report }: { report: ImportReport }) {
  const { t } = usePhrases()
  const drafts = useRead('draft.list', {}).data
  const waiting = useMemo(() => drafts && new Set(drafts.rows.map(({ id }) => id)), [drafts])
  const dismiss = useJobs((state) => state.clearIntake)
  const [shown, setShown] = useState(shownFirst)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new report is read as it appears
  useEffect(() => useJobs.getState().dismissRead('intake.import'), [report])
  const files = [...report.files].sort((a, b) => rank[a.outcome] - rank[b.outcome])
  const failed = files.filter(({ outcome }) => outcome === 'failed').length
  const taken = t('ui.intake.report.summary', {
    files: files.length,
    drafts: report.drafts.length + report.articles.length,
    photos: report.photos,
  })
  return (
    <section className="report" aria-label={t('ui.intake.report.title')} data-testid="intake-report">
      <header className="report-head">
        <div>
          <h2 className="section-title">{t('ui.intake.report.title')}</h2>
          <p role="status">{failed > 0 ? `${taken} ${t('ui.intake.report.failed', { count: failed })}` : taken}</p>
        </div>
        <Button look="quiet" icon={X} onClick={dismiss}>
          {t('ui.intake.report.dismiss')}
        </Button>
      </header>
      <ul className="report-files">
        {files.slice(0, shown).map((file) => (
          <FileLine key={file.file} file={file} done={isReviewed(file, waiting)} />
        ))}
      </ul>
      {files.length > shown && (
        <Button look="quiet" onClick={() => setShown(shown + moreAtOnce)}>
          {t('queue.more', { count: Math.min(moreAtOnce, files.length - shown) })}
        </Button>
      )}
    </section>
  )
}

function FileLine({ file, done }: { file: ImportedFile; done: boolean }) {
  const phrases = usePhrases()
  const Icon = icons[file.outcome]
  const words = file.error && errorWords(phrases, file.error)
  const to = done ? null : routeOf(file)
  const outcome = phrases.t(done ? 'queue.reviewed' : `ui.intake.outcome.${file.outcome}`)
  return (
    <li className={`report-file ${file.outcome}`} data-testid="report-file" data-outcome={file.outcome}>
      <Icon aria-hidden />
      <div>
        <p className="report-name" title={file.file}>
          {baseName(file.file)}
        </p>
        {words && (
          <p className="report-why">
            {words.what} {words.doNext}
          </p>
        )}
        {file.warnings.map((warning) => (
          <p key={JSON.stringify(warning)} className="report-why">
            {warningWords(phrases, warning)}
          </p>
        ))}
      </div>
      <p className="report-outcome">{to ? <Link to={to}>{outcome}</Link> : outcome}</p>
    </li>
  )
}

function routeOf(file: ImportedFile): Route | null {
  if (file.draftId) return { screen: 'review', draftId: file.draftId }
  if (file.articleId) return { screen: 'article', id: file.articleId }
  return null
}
