import type { TermFields, TermList } from '../model/term'
import { comparable } from '../text/fold'
import type { VocabularyData } from './vocabulary-data'

/** The word lists with an office's own words added; the shipped lists stay as they are. */
export function withTerms(data: VocabularyData, terms: readonly TermFields[]): VocabularyData {
  if (terms.length === 0) return data
  const words = (list: TermList) => terms.filter((term) => term.list === list).map(({ text }) => text)
  const pairs = terms.filter(({ list, full }) => list === 'abbreviation' && full !== '')
  return {
    ...data,
    offices: { ...data.offices, heads: [...data.offices.heads, ...words('office')] },
    bodies: { ...data.bodies, unique: [...data.bodies.unique, ...words('body')] },
    honorifics: { ...data.honorifics, singular: [...data.honorifics.singular, ...words('honorific')] },
    abbreviations: {
      ...data.abbreviations,
      pairs: [...data.abbreviations.pairs, ...pairs.map(({ text, full }) => ({ short: text, full }))],
    },
  }
}

/** Whether the lists have a word already, whatever its case and tone placement. */
export function isKnown(data: VocabularyData, { list, text }: Pick<TermFields, 'list' | 'text'>): boolean {
  const key = comparable(text)
  return shipped(data)[list].some((word) => comparable(word) === key)
}

/** How many words the shipped lists hold. */
export const countsOf = (data: VocabularyData): Record<TermList, number> => {
  const lists = shipped(data)
  return {
    office: lists.office.length,
    body: lists.body.length,
    honorific: lists.honorific.length,
    abbreviation: lists.abbreviation.length,
  }
}

function shipped({ offices, bodies, honorifics, abbreviations }: VocabularyData): Record<TermList, string[]> {
  return {
    office: [...offices.heads, ...offices.leading],
    body: [...bodies.unique, ...bodies.level],
    honorific: [...honorifics.singular, ...honorifics.plural],
    abbreviation: abbreviations.pairs.map(({ short }) => short),
  }
}
