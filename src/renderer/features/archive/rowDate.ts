import type { ArticleRow } from '#core/model/views'
import { showDate } from '../../words/dates'
import type { Phrases } from '../../words/words'

/** The date of an article in a list; the day it came in is said to be that, as it is no date of its own. */
export function rowDate({ t }: Phrases, { date, dateKind }: ArticleRow): string {
  const shown = date ? showDate(date) : ''
  return shown && dateKind === 'received' ? t('ui.archive.received', { date: shown }) : shown
}
