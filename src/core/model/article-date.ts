import type { Article } from './article'
import type { PartialDate } from './common'

/** Which of an article's dates is shown: a date of receipt is never shown as the article's own. */
export type DateKind = 'published' | 'event' | 'received'

/** Date an article is listed and sorted by: published, else of its first event, else received. */
export function articleDate(
  article: Pick<Article, 'publishedOn' | 'provenance'>,
  ofEvent: PartialDate | null,
): { date: PartialDate; dateKind: DateKind } {
  if (article.publishedOn) return { date: article.publishedOn, dateKind: 'published' }
  if (ofEvent) return { date: ofEvent, dateKind: 'event' }
  return { date: article.provenance.receivedAt.slice(0, 10), dateKind: 'received' }
}
