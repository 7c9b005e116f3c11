import type { JobState } from '#contract/jobs'
import type { ExportReport, ImportReport } from '#contract/operations'
import { errorWords } from '../words/errors'
import { showNumber, showSize } from '../words/numbers'
import type { Phrases } from '../words/words'

/** What the job does, in the words of the task. */
export const jobTitle = (phrases: Phrases, job: JobState): string =>
  phrases.maybe(`ui.job.kind.${job.kind}`) ?? phrases.t('ui.job.kind.other')

/** `12 / 40 tệp`; without a known end only how many are done. */
export function jobProgress(phrases: Phrases, job: JobState): string {
  const show = (n: number) => (job.unit === 'byte' ? showSize(n, phrases.language) : showNumber(n, phrases.language))
  const unit = job.unit === 'byte' ? '' : phrases.t(`ui.job.unit.${job.unit}`, { count: job.total ?? job.done })
  if (job.total === null) return `${show(job.done)} ${unit}`.trim()
  return `${show(Math.min(job.done, job.total))} / ${show(job.total)} ${unit}`.trim()
}

/** How long it will still take, rounded as people say it; nothing while unknown. */
export function jobEta(phrases: Phrases, job: JobState): string {
  if (job.etaMs === null || job.done === 0) return ''
  const seconds = Math.ceil(job.etaMs / 1000)
  if (seconds < 60) return phrases.t('ui.job.etaSeconds', { count: Math.max(5, Math.ceil(seconds / 5) * 5) })
  return phrases.t('ui.job.etaMinutes', { count: Math.ceil(seconds / 60) })
}

/** What came out of it, in one sentence. */
export function jobOutcome(phrases: Phrases, job: JobState): string {
  const { outcome } = job
  if (!outcome) return ''
  if (outcome.state === 'failed') return errorWords(phrases, outcome.error).what
  if (outcome.state === 'cancelled') return phrases.t('ui.job.cancelled')
  if (job.kind === 'intake.import' || job.kind === 'draft.addPhotos')
    return intakeWords(phrases, outcome.result as ImportReport)
  if (job.kind.startsWith('export.'))
    return phrases.t('ui.job.exported', { count: (outcome.result as ExportReport).files.length })
  return phrases.t('ui.job.done')
}

function intakeWords(phrases: Phrases, report: ImportReport): string {
  const failed = report.files.filter(({ outcome }) => outcome === 'failed').length
  return [
    phrases.t('ui.job.taken', { drafts: report.drafts.length + report.articles.length, photos: report.photos }),
    failed > 0 ? phrases.t('ui.job.takenFailed', { count: failed }) : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
