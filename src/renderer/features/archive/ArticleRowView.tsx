import { Check, Images } from 'lucide-react'
import { memo } from 'react'
import type { ArticleRow } from '#core/model/views'
import { Marked } from '../../ui/Marked'
import { Thumb } from '../../ui/Thumb'
import { usePhrases } from '../../words/words'
import { rowDate } from './rowDate'

interface Props {
  row: ArticleRow | undefined
  selected?: boolean
}

/** One article in a list; a quiet placeholder while its page is read. Drawn again only when it changes. */
export const ArticleRowView = memo(function ArticleRowView({ row, selected }: Props) {
  const phrases = usePhrases()
  const { t, maybe } = phrases
  if (!row) return <Placeholder />
  const facts = [maybe(`genre.${row.genre}`), rowDate(phrases, row), row.eventTitle]
  return (
    <div className="article-row">
      {selected !== undefined && (
        <span className="article-tick" data-toggle aria-hidden>
          <span className={selected ? 'tick on' : 'tick'}>
            <Check />
          </span>
        </span>
      )}
      <span className="article-thumb">
        <Thumb photoId={row.thumbnail} />
      </span>
      <span className="article-words">
        <span className="article-title">
          {row.title ? <Marked text={row.title} marks={row.titleMarks} /> : t('ui.review.untitled')}
        </span>
        <span className="article-facts">{facts.filter(Boolean).join(' · ')}</span>
        {row.snippet && (
          <span className="article-snippet">
            <Marked text={row.snippet.text} marks={row.snippet.marks} />
          </span>
        )}
      </span>
      {row.photoCount > 0 && (
        <span className="article-photos" title={t('ui.count.photos', { count: row.photoCount })}>
          <Images aria-hidden />
          <span className="visually-hidden">{t('ui.count.photos', { count: row.photoCount })}</span>
          <span aria-hidden>{row.photoCount}</span>
        </span>
      )}
    </div>
  )
})

function Placeholder() {
  return (
    <div className="article-row" aria-hidden>
      <span className="article-thumb">
        <span className="thumb" />
      </span>
      <span className="article-words">
        <span className="skeleton" style={{ width: '60%' }} />
        <span className="skeleton" style={{ width: '35%' }} />
      </span>
    </div>
  )
}
