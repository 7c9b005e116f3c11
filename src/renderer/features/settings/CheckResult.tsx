import { CircleCheck, TriangleAlert } from 'lucide-react'
import type { CheckReport } from '#contract/operations'
import { showNumber } from '../../words/numbers'
import { usePhrases } from '../../words/words'

/** What a check of the archive found: counts, and every file or record that is not as it should be. */
export function CheckResult({ report }: { report: CheckReport }) {
  const { t, language } = usePhrases()
  const show = (n: number) => showNumber(n, language)
  const { originals, records, journal } = report
  const faults = [
    ...originals.missing.map((name) => t('ui.check.missing', { name })),
    ...originals.altered.map((name) => t('ui.check.altered', { name })),
    ...records.invalid.map((name) => t('ui.check.invalid', { name })),
    ...records.brokenReferences.map((name) => t('ui.check.brokenReference', { name })),
    ...(journal.brokenAt === null ? [] : [t('ui.check.journal', { line: show(journal.brokenAt) })]),
  ]
  const Icon = report.sound ? CircleCheck : TriangleAlert
  return (
    <div className={report.sound ? 'note' : 'note error'} data-testid="check-result" data-sound={report.sound}>
      <Icon aria-hidden />
      <div>
        <p className="note-title">{t(report.sound ? 'ui.check.sound' : 'ui.check.unsound')}</p>
        <p>
          {t('ui.check.counts', {
            originals: show(originals.checked),
            records: show(records.checked),
            lines: show(journal.lines),
          })}
        </p>
        <ul>
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
