import { Redo2, Undo2 } from 'lucide-react'
import type { HistoryRow } from '#contract/history'
import { useReadOnly } from '../../state/archive'
import { showDialog } from '../../state/dialogs'
import { Button } from '../../ui/Button'
import { showTime } from '../../words/dates'
import { usePhrases } from '../../words/words'
import { sentenceOf } from './sentences'
import { useUndo } from './useUndo'

/** One change: when, what, by whom, and the way back. Its words open all that it did. */
export function HistoryRowView({ row }: { row: HistoryRow }) {
  const phrases = usePhrases()
  const { t } = phrases
  const readOnly = useReadOnly()
  const { undo, redo } = useUndo()
  const sentence = sentenceOf(phrases, row)
  const facts = [row.who, row.records > 1 && t('past.records', { count: row.records })]
  return (
    <div className={row.undone ? 'history-row undone' : 'history-row'} data-testid="history-row">
      <time className="history-time" dateTime={row.at}>
        {showTime(row.at)}
      </time>
      <div className="history-words">
        <button
          type="button"
          className="link history-sentence"
          data-testid="history-open"
          onClick={() => showDialog({ name: 'change', sequence: row.sequence })}
        >
          {sentence}
        </button>
        <p className="history-more">
          {facts.filter(Boolean).join(' · ')}
          {row.undone && <span className="chip">{t('past.wasUndone')}</span>}
        </p>
      </div>
      {row.undone && (
        <Button
          look="quiet"
          icon={Redo2}
          disabled={readOnly}
          aria-label={t('past.redoNamed', { sentence })}
          data-testid="history-redo"
          onClick={() => void redo(row.sequence)}
        >
          {t('past.redo')}
        </Button>
      )}
      {row.undoable && (
        <Button
          look="quiet"
          icon={Undo2}
          disabled={readOnly}
          aria-label={t('past.undoNamed', { sentence })}
          data-testid="history-undo"
          onClick={() => void undo(row.sequence)}
        >
          {t('past.undo')}
        </Button>
      )}
    </div>
  )
}
