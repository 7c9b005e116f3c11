import type { ArticleRow } from '#core/model/views'
import { useRead } from '../../engine/queries'
import { useWords } from '../../words/words'
import { ArticleLinks } from '../archive/ArticleLinks'

/** Other articles of the same event, and those that name the same people. */
export function Related({ id }: { id: string }) {
  const t = useWords()
  const related = useRead('article.related', { id }).data
  if (!related) return null
  return (
    <>
      <Group title={t('item.related.sameEvent')} rows={related.sameEvent} />
      <Group title={t('item.related.samePeople')} rows={related.samePeople.map(({ row }) => row)} />
    </>
  )
}

function Group({ title, rows }: { title: string; rows: ArticleRow[] }) {
  if (rows.length === 0) return null
  return (
    <section className="related" data-testid="related">
      <h2 className="section-title">{title}</h2>
      <ArticleLinks rows={rows} />
    </section>
  )
}
