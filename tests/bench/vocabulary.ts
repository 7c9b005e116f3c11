import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compileVocabulary, type Vocabulary } from '#core/press/vocabulary'
import { VocabularyData } from '#core/press/vocabulary-data'

const folder = fileURLToPath(new URL('../../resources/vocabulary/', import.meta.url))

/** The word lists as they stand in the project. */
export function vocabularyData(): VocabularyData {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  return VocabularyData.parse(
    Object.fromEntries(files.map((file) => [file.slice(0, -5), JSON.parse(readFileSync(folder + file, 'utf8'))])),
  )
}

/** The project's vocabulary, compiled. */
export const vocabulary: Vocabulary = compileVocabulary(vocabularyData())
