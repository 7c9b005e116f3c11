import type { Article } from '#core/model/article'
import { sameTextOf } from '#core/model/same-text'
import { readText } from './content'
import { BETWEEN, tokensOf } from './words'

// So much of the text is kept for showing hits; further hits are read from the catalogue.
const BEGINNING = 500

/** What an index takes of an article's own words: most of the work, and none of it asks the database. */
export interface PreparedText {
  /** For the table of titles. */
  title: string
  /** For the table of all words, in two parts: distinct words with marks and beginnings; words without marks. */
  extra: string
  body: string
  vocabulary: string[]
  /** How the text begins, as people read it. */
  beginning: string
  /** The digest that finds the same text again (`core/model/same-text`). */
  sameText: string
}

/** Reads the words of an article. */
export function prepareText(article: Article): PreparedText {
  const read = readText(article).normalize('NFC')
  const title = tokensOf([article.title])
  const { bare, extra, vocabulary } = tokensOf([article.title, read])
  return {
    title: `${title.extra} ${title.bare[0]}`,
    extra,
    body: bare.join(` ${BETWEEN} `),
    vocabulary,
    beginning: read.slice(0, BEGINNING),
    sameText: sameTextOf(article),
  }
}
