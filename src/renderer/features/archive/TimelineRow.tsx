import { Check } from 'lucide-react'
import { memo } from 'react'
import type { ArticleRow } from '#core/model/views'
import { Marked } from '../../ui/Marked'
import { Thumb } from '../../ui/Thumb'
import { showDate } from '../../words/dates'
import { usePhrases } from '../../words/words'

interface Props {
  row: ArticleRow | undefined
  /** The one above it, so that a month is named once. */
  above: ArticleRow | undefined
  first: boolean
  selected: boolean
}

const monthOf = (row: ArticleRow | undefined) => row?.date?.slice(0, 7) ?? ''

/** One article on the line of time: the month where it begins, the day, the article. */
export const TimelineRow = memo(function TimelineRow({ row, above, first, selected }: Props) {
  const { t, maybe } = usePhrases()
  const month = monthOf(row)
  const begins = row !== undefined && (first || (above !== undefined && monthOf(above) !== month))
  return (
    <div className={begins ? 'timeline-row begins' : 'timeline-row'}>
      <span className="timeline-month">{begins && (month ? showDate(month) : t('find.view.undated'))}</span>
      <span className="timeline-day">{row?.date && row.date.length === 10 ? row.date.slice(8) : ''}</span>
      <span className="timeline-dot" aria-hidden />
      <span className="article-tick" data-toggle aria-hidden>
        <span className={selected ? 'tick on' : 'tick'}>
          <Check />
        </span>
      </span>
      <span className="timeline-thumb">{row && <Thumb photoId={row.thumbnail} />}</span>
      <span className="article-words">
        <span className="timeline-title">
          {row && (row.title ? <Marked text={row.title} marks={row.titleMarks} /> : t('ui.review.untitled'))}
        </span>
        <span className="article-facts">
          {row && [maybe(`genre.${row.genre}`), row.eventTitle].filter(Boolean).join(' · ')}
        </span>
      </span>
    </div>
  )
})
