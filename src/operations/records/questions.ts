import type { Archive } from '#archive/archive'
import type { Reading } from '#contract/questions'
import { ArticleQuery } from '#core/model/views'
import { type QuestionReading, readQuestion } from '#core/query/question'
import { openArchiveOf } from '../context'
import type { Handler } from '../runner'

/** More would be a list to choose from, not an answer. */
const MOST = 3

/** What a question may mean, the likeliest first, with what each finds. */
export const readings: Handler<'search.readings'> = async (context, { text }) => {
  const archive = openArchiveOf(context)
  const found: Reading[] = []
  for (const reading of readQuestion(text)) {
    if (found.length === MOST) break
    const count = await counted(archive, reading)
    // As much by another field is the same again.
    const again = found.some((one) => one.of === reading.of && one.count === count)
    if (count > 0 && !again) found.push({ ...reading, count })
  }
  return { readings: found }
}

async function counted(archive: Archive, { of, text }: QuestionReading): Promise<number> {
  if (of === 'photos') return (await archive.index.photoMonths(text)).total
  return (await archive.index.articles(ArticleQuery.parse({ text, limit: 1 }))).total
}
