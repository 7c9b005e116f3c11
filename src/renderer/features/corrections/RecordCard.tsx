import { GitCompareArrows, TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { CellProblem, CorrectedCell, CorrectedRecord } from '#contract/corrections'
import { usePhrases } from '../../words/words'
import { cellKey, useCorrections } from './reading'

/** Everything the workbook would change in one record. */
export function RecordCard({ record }: { record: CorrectedRecord }) {
  const { t } = usePhrases()
  const { picked, pick } = useCorrections()
  const keys = record.changes.map((change) => cellKey(record, change))
  const chosen = keys.filter((key) => picked.has(key)).length
  const { kind, label, changes, problems } = record
  return (
    <li className="corrected-record" data-testid="corrected-record">
      <header className="corrected-head">
        {keys.length > 0 && (
          <Tick
            label={t('corrections.acceptRecord', { label })}
            state={chosen === 0 ? false : chosen === keys.length ? true : 'some'}
            onTick={(on) => pick(keys, on)}
          />
        )}
        <h2 className="corrected-name">
          <span className="corrected-kind">{t(`kind.${kind}`)}</span> {label}
        </h2>
      </header>
      {changes.map((change) => (
        <Change key={change.field} record={record} change={change} />
      ))}
      {problems.map((problem) => (
        <Problem key={`${problem.sheet}!${problem.cell}`} problem={problem} />
      ))}
    </li>
  )
}

function Change({ record, change }: { record: CorrectedRecord; change: CorrectedCell }) {
  const { t } = usePhrases()
  const { picked, pick } = useCorrections()
  const { cell, column, old, ours, sheet } = change
  const key = cellKey(record, change)
  return (
    <div className={ours === null ? 'corrected-cell' : 'corrected-cell conflict'} data-testid="corrected-cell">
      <Tick
        label={t('corrections.acceptCell', { cell, column })}
        state={picked.has(key)}
        onTick={(on) => pick([key], on)}
      />
      <p className="corrected-column">
        {column}
        <span className="corrected-place" title={sheet}>
          {cell}
        </span>
      </p>
      <div className="corrected-words">
        <Value look="old" label={t(ours === null ? 'corrections.from' : 'corrections.was')} text={old} />
        {ours !== null && (
          <>
            <Value look="ours" label={t('corrections.now')} text={ours} />
            <p className="corrected-conflict">
              <GitCompareArrows aria-hidden />
              {t('corrections.conflict')}
            </p>
          </>
        )}
        <Value look="new" label={t('corrections.to')} text={change.new} />
      </div>
    </div>
  )
}

function Value({ look, label, text }: { look: 'old' | 'ours' | 'new'; label: string; text: string }) {
  const { t } = usePhrases()
  return (
    <p className={`corrected-value ${look}`}>
      <span className="corrected-label">{label}</span>
      <span className={text === '' ? 'corrected-text nothing' : 'corrected-text'}>
        {text || t('corrections.emptyValue')}
      </span>
    </p>
  )
}

function Problem({ problem: { code, cell, text, args, column } }: { problem: CellProblem }) {
  const phrases = usePhrases()
  return (
    <p className="corrected-problem" data-testid="corrected-problem">
      <TriangleAlert aria-hidden />
      <span>
        <strong>{column}</strong> · {phrases.maybe(`corrections.problem.${code}`, { cell, text, ...args }) ?? code}
      </span>
    </p>
  )
}

function Tick({ label, state, onTick }: { label: string; state: boolean | 'some'; onTick: (on: boolean) => void }) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = state === 'some'
  }, [state])
  return (
    <input
      ref={box}
      type="checkbox"
      className="corrected-tick"
      aria-label={label}
      checked={state === true}
      onChange={(event) => onTick(event.currentTarget.checked)}
    />
  )
}
