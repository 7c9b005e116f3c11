import { Check, Images } from 'lucide-react'
import { memo } from 'react'
import type { ArticleRow } from '#core/model/views'
import { Marked } from '../../ui/Marked'
import { Thumb } from '../../ui/Thumb'
import { usePhrases } from '../../words/words'
import { rowDate } from './rowDate'

/** One article as a card, its photo first. */
export const ArticleCard = memo(function ArticleCard({
  row,
  selected,
}: {
  row: ArticleRow | undefined
  selected: boolean
}) {
  const phrases = usePhrases()
  const { t, maybe } = phrases
  return (
    <div className="article-card">
      <span className="card-picture">
        {row ? <Thumb photoId={row.thumbnail} /> : <span className="thumb" />}
        <span className="card-tick" data-toggle aria-hidden>
          <span className={selected ? 'tick on' : 'tick'}>
            <Check />
          </span>
        </span>
        {row && row.photoCount > 1 && (
          <span className="card-photos">
            <Images aria-hidden />
            <span className="visually-hidden">{t('ui.count.photos', { count: row.photoCount })}</span>
            <span aria-hidden>{row.photoCount}</span>
          </span>
        )}
      </span>
      <span className="card-title">
        {row && (row.title ? <Marked text={row.title} marks={row.titleMarks} /> : t('ui.review.untitled'))}
      </span>
      <span className="article-facts">
        {row && [maybe(`genre.${row.genre}`), rowDate(phrases, row)].filter(Boolean).join(' · ')}
      </span>
    </div>
  )
})
