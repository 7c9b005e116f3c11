import type { Article } from '#core/model/article'
import { sameTextOf } from '#core/model/same-text'
import { readText } from './content'
import { type Tokens, tokensOf } from './words'

// So much of the text is kept for showing hits; further hits are read from the catalogue.
const BEGINNING = 500

/** What an index takes of an article's own words: most of the work, and none of it asks the database. */
export interface PreparedText {
  /** Words without marks. */
  title: string
  body: string
  extra: string
  vocabulary: string[]
  /** How the text begins, as people read it. */
  beginning: string
  /** The digest that finds the same text again (`core/model/same-text`). */
  sameText: string
}

/** Reads the words of an article. */
export function prepareText(article: Article): PreparedText {
  const read = readText(article).normalize('NFC')
  const { bare, extra, vocabulary }: Tokens = tokensOf([article.title, read])
  const [title = '', body = ''] = bare
  return { title, body, extra, vocabulary, beginning: read.slice(0, BEGINNING), sameText: sameTextOf(article) }
}
