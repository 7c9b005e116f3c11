import { CircleCheck, TriangleAlert } from 'lucide-react'
import type { BackupReport, RepairReport, RestoreReport } from '#contract/care'
import { showInstant } from '../../words/dates'
import { showSize } from '../../words/numbers'
import { usePhrases } from '../../words/words'
import { CheckResult } from './CheckResult'

/** What a backup holds now, and the originals that were not copied because they are not what their name says. */
export function BackupResult({
  report: { folder, records, originals, at, altered, missing },
}: {
  report: BackupReport
}) {
  const { t, language } = usePhrases()
  const whole = altered.length + missing.length === 0
  const Sign = whole ? CircleCheck : TriangleAlert
  return (
    <div className={whole ? 'note' : 'note error'} data-testid="backup-result">
      <Sign aria-hidden />
      <div>
        <p className="note-title">{t(whole ? 'setup.care.backedUp' : 'setup.care.backedUpBut')}</p>
        <p className="note-file">{folder}</p>
        <p>
          {t('setup.care.backupCounts', {
            at: showInstant(at),
            records,
            total: originals.total,
            copied: originals.copied,
            size: showSize(originals.bytes, language),
          })}
        </p>
        <ul>
          {altered.map((name) => (
            <li key={name}>{t('ui.check.altered', { name })}</li>
          ))}
          {missing.map((name) => (
            <li key={name}>{t('ui.check.missing', { name })}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** The archive that was made out of a backup. */
export function RestoreResult({ report: { folder, name, records, originals, damaged } }: { report: RestoreReport }) {
  const { t } = usePhrases()
  const whole = damaged.length === 0
  const Sign = whole ? CircleCheck : TriangleAlert
  return (
    <div className={whole ? 'note' : 'note error'} data-testid="restore-result">
      <Sign aria-hidden />
      <div>
        <p className="note-title">{t(whole ? 'setup.care.restored' : 'setup.care.restoredBut', { name })}</p>
        <p className="note-file">{folder}</p>
        <p>{t('setup.care.restoreCounts', { records, originals })}</p>
        <ul>
          {damaged.map((path) => (
            <li key={path}>{t('setup.care.restoreDamaged', { name: path })}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}

const repairs = ['documents', 'strays', 'adopted', 'returned', 'originals'] as const

/** What a repair did, in counts that are not nought, and what is left after it. */
export function RepairResult({ report }: { report: RepairReport }) {
  const { t } = usePhrases()
  const done = repairs.filter((name) => report[name] > 0)
  return (
    <div className="care-result" data-testid="repair-result">
      <ul>
        {done.length === 0 && <li>{t('setup.repair.nothing')}</li>}
        {done.map((name) => (
          <li key={name}>{t(`setup.repair.${name}`, { count: report[name] })}</li>
        ))}
        {report.kept.length > 0 && <li>{t('setup.repair.kept', { count: report.kept.length })}</li>}
      </ul>
      <CheckResult report={report.after} />
    </div>
  )
}
