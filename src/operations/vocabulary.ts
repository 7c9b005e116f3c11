import { KhoError } from '#core/errors'
import { VocabularyData } from '#core/press/vocabulary-data'
import type { Resources } from '#platform/ports'

/**
 * Reads the reader's word lists: one file of `resources/vocabulary/` per property.
 * @throws KhoError file-damaged naming the list and the place in it that is wrong
 */
export async function loadVocabulary(resources: Resources): Promise<VocabularyData> {
  const names = Object.keys(VocabularyData.shape)
  const lists = await Promise.all(
    names.map(async (name) => [name, await resources.json('vocabulary', `${name}.json`)] as const),
  )
  const parsed = VocabularyData.safeParse(Object.fromEntries(lists))
  if (parsed.success) return parsed.data
  const where = parsed.error.issues[0]?.path.join('.') ?? ''
  throw new KhoError('file-damaged', {
    file: resources.path('vocabulary', `${where.split('.')[0]}.json`),
    args: { detail: where },
  })
}
