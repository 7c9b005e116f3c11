import { Info } from 'lucide-react'
import type { CorrectionsReport } from '#contract/corrections'
import { coded } from '../../words/errors'
import { usePhrases } from '../../words/words'

const most = 50

/** What should be known of the workbook besides its corrections: rows that are nobody's, cells not read back. */
export function RowNotes({ report: { notes, unknown } }: { report: CorrectionsReport }) {
  const phrases = usePhrases()
  const { t } = phrases
  if (notes.length === 0 && unknown.length === 0) return null
  const told = notes.slice(0, most).flatMap((note) => coded(phrases, 'corrections.note', note) ?? [])
  return (
    <div className="note care" data-testid="corrections-notes">
      <Info aria-hidden />
      <div>
        {told.length > 0 && <p className="note-title">{t('corrections.notesHead')}</p>}
        <ul>
          {told.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        {notes.length > most && <p>{t('ui.common.more', { count: notes.length - most })}</p>}
        {unknown.length > 0 && (
          <details>
            <summary>{t('corrections.unknownHead', { count: unknown.length })}</summary>
            <ul>
              {unknown.map(({ sheet, row, text, because }) => (
                <li key={`${sheet} ${row}`}>
                  {t(`corrections.unknown.${because}`, { row, sheet })}
                  {text && <span className="corrected-quote">{text}</span>}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </div>
  )
}
