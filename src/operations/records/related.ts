import { KhoError } from '#core/errors'
import { ArticleQuery, type ArticleRow } from '#core/model/views'
import { openArchiveOf } from '../context'
import type { Handler } from '../runner'

const MOST_SHOWN = 6
/** So many people of an article, and so many articles of each, are looked at. */
const PEOPLE = 12
const ARTICLES = 40

/** Other articles of the same events, and those that name most of the same people. */
export const relatedArticles: Handler<'article.related'> = async (context, { id }) => {
  const archive = openArchiveOf(context)
  const article = await archive.get('article', id)
  if (!article) throw new KhoError('record-missing')
  const found = async (filter: Partial<ArticleQuery>, limit: number) =>
    (await archive.index.articles(ArticleQuery.parse({ ...filter, limit }))).rows.filter((row) => row.id !== id)
  const sameEvent = new Map<string, ArticleRow>()
  for (const eventId of article.events) {
    for (const row of await found({ eventId }, MOST_SHOWN + 1)) sameEvent.set(row.id, row)
  }
  const shared = new Map<string, { row: ArticleRow; shared: number }>()
  for (const { personId } of article.mentions.slice(0, PEOPLE)) {
    for (const row of await found({ personId }, ARTICLES)) {
      if (sameEvent.has(row.id)) continue
      shared.set(row.id, { row, shared: (shared.get(row.id)?.shared ?? 0) + 1 })
    }
  }
  return {
    sameEvent: [...sameEvent.values()].slice(0, MOST_SHOWN),
    samePeople: [...shared.values()].sort((a, b) => b.shared - a.shared).slice(0, MOST_SHOWN),
  }
}
