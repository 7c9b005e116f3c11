import { Fragment } from 'react'
import type { RecordHistoryRow } from '#contract/history'
import { type DiffLine, diffLines } from '../../text/diff'
import { usePhrases } from '../../words/words'
import { linesOfValue } from './values'

interface Props {
  changes: RecordHistoryRow['changes']
  names: Record<string, string>
}

const mostLines = 40

/** What a change did to a record, field by field: struck through what went, marked what came. */
export function FieldChanges({ changes, names }: Props) {
  const phrases = usePhrases()
  const words = { ...phrases, names }
  const told = changes.flatMap(({ field, before, after }) => {
    const lines = diffLines(linesOfValue(field, before, words), linesOfValue(field, after, words))
    return lines.length > 0 ? [{ field, lines }] : []
  })
  if (told.length === 0) {
    return changes.length > 0 ? <p className="history-more">{phrases.t('past.unseen')}</p> : null
  }
  return (
    <dl className="diff" data-testid="field-changes">
      {told.map(({ field, lines }) => (
        <div key={field}>
          <dt>{phrases.maybe(`past.field.${field}`) ?? field}</dt>
          <dd>
            <Lines lines={lines} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Lines({ lines }: { lines: DiffLine[] }) {
  const { t } = usePhrases()
  return (
    <>
      {lines.slice(0, mostLines).map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a change never move
        <p key={at} className={`diff-line ${line.what}`}>
          <span className="visually-hidden">{t(`past.line.${line.what}`)} </span>
          {line.pieces.map(({ words, what }, nth) =>
            what === 'same' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <Fragment key={nth}>{words}</Fragment>
            ) : what === 'gone' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <del key={nth}>{words}</del>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <ins key={nth}>{words}</ins>
            ),
          )}
        </p>
      ))}
      {lines.length > mostLines && (
        <p className="history-more">{t('ui.common.more', { count: lines.length - mostLines })}</p>
      )}
    </>
  )
}
