import { FileCheck2, FileSpreadsheet } from 'lucide-react'
import { useState } from 'react'
import type { CorrectionsReport } from '#contract/corrections'
import { useReadOnly } from '../../state/archive'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Choice } from '../../ui/Field'
import { Page } from '../../ui/Page'
import { useFailures } from '../../ui/useFailures'
import { baseName } from '../../words/numbers'
import { usePhrases } from '../../words/words'
import { RecordCard } from './RecordCard'
import { RowNotes } from './RowNotes'
import { countsOf, keysOf, type Shown, shownRecords, useCorrections } from './reading'
import { useReading } from './useReading'
import './corrections.css'

// More than a person looks at in one go; the rest is one press away.
const atOnce = 200

/** Nhận bản sửa: what a catalogue that came back would change, record by record, and taking it over. */
export function CorrectionsScreen() {
  const { t } = usePhrases()
  const { path, report, failure } = useCorrections()
  const reading = useReading()
  const caught = useFailures()
  const meta = report ? t('corrections.summary', countsOf(report)) : t('corrections.more')
  const pick = caught(reading.pick)
  return (
    <Page
      title={t('corrections.title')}
      kind={path && baseName(path)}
      meta={<span role="status">{meta}</span>}
      actions={
        <>
          {path && (
            <Button icon={FileSpreadsheet} onClick={pick} data-testid="corrections-pick-again">
              {t('corrections.pickAgain')}
            </Button>
          )}
          {report && <Accept report={report} onAccept={caught(reading.accept)} />}
        </>
      }
      testId="screen-corrections"
    >
      {!path && (
        <EmptyState icon={FileSpreadsheet} title={t('corrections.empty.title')} more={t('corrections.empty.more')}>
          <Button look="primary" onClick={pick} data-testid="corrections-pick">
            {t('corrections.pick')}
          </Button>
        </EmptyState>
      )}
      {path && !report && !failure ? <p role="status">{t('corrections.reading', { file: baseName(path) })}</p> : null}
      {failure ? <ErrorNote error={failure} again={() => path && void reading.read(path)} /> : null}
      {report && <Report report={report} />}
    </Page>
  )
}

function Accept({ report, onAccept }: { report: CorrectionsReport; onAccept: () => void }) {
  const { t } = usePhrases()
  const readOnly = useReadOnly()
  const count = useCorrections((state) => state.picked.size)
  if (keysOf(report.records, 'all').length === 0) return null
  return (
    <Button look="primary" disabled={readOnly || count === 0} onClick={onAccept} data-testid="corrections-accept">
      {count === 0 ? t('corrections.acceptNone') : t('corrections.accept', { count })}
    </Button>
  )
}

function Report({ report }: { report: CorrectionsReport }) {
  const { t } = usePhrases()
  const [shown, setShown] = useState<Shown>('all')
  const [most, setMost] = useState(atOnce)
  const records = shownRecords(report.records, shown)
  const nothing = countsOf(report).records === 0
  return (
    <div className="corrections">
      <RowNotes report={report} />
      {nothing ? (
        <EmptyState
          icon={FileCheck2}
          title={t('corrections.nothing.title')}
          more={t('corrections.nothing.more', { count: report.unchanged })}
        />
      ) : (
        <Tools report={report} shown={shown} onShown={setShown} />
      )}
      <ul className="corrected" aria-label={t('corrections.records')}>
        {records.slice(0, most).map((record) => (
          <RecordCard key={`${record.kind}/${record.id}`} record={record} />
        ))}
      </ul>
      {records.length > most && (
        <Button onClick={() => setMost(most + atOnce)}>{t('ui.common.more', { count: records.length - most })}</Button>
      )}
    </div>
  )
}

function Tools({
  report,
  shown,
  onShown,
}: {
  report: CorrectionsReport
  shown: Shown
  onShown: (shown: Shown) => void
}) {
  const { t } = usePhrases()
  const pick = useCorrections((state) => state.pick)
  const all = keysOf(report.records, 'all')
  const only = (keys: string[]) => {
    pick(all, false)
    pick(keys, true)
  }
  return (
    <div className="corrections-tools">
      <Choice
        label={t('corrections.shown')}
        value={shown}
        options={[
          { value: 'all', label: t('corrections.showAll') },
          { value: 'conflicts', label: t('corrections.showConflicts') },
          { value: 'problems', label: t('corrections.showProblems') },
        ]}
        onChoose={(value) => onShown(value as Shown)}
      />
      <Button look="quiet" onClick={() => only(keysOf(report.records, 'clean'))} data-testid="corrections-clean">
        {t('corrections.selectClean')}
      </Button>
      <Button look="quiet" onClick={() => only(all)} data-testid="corrections-all">
        {t('corrections.selectAll')}
      </Button>
      <Button look="quiet" onClick={() => only([])} data-testid="corrections-none">
        {t('corrections.selectNone')}
      </Button>
    </div>
  )
}
