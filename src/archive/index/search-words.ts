import { KhoError } from '#core/errors'
import { EventType, Genre } from '#core/model/vocabulary'
import type { Resources } from '#platform/ports'
import { indexWords } from './words'

/** What the shipped word lists tell a search: short forms, mergers of provinces, names of genres and events. */
export interface SearchWords {
  /** A text with its abbreviations written out: HĐND → Hội đồng nhân dân. */
  expand(text: string): string
  /** Provinces that became part of the one of this name. */
  predecessors(name: string): string[]
  /** Genres and types of event whose name is, or else begins with, these words. */
  types(text: string): { genres: Genre[]; events: EventType[] }
}

const keyOf = (text: string) => indexWords(text, 'bare').join(' ')

interface Lists {
  abbreviations: { pairs: { short: string; full: string }[] }
  provinces: { mergers: { name: string; from: string[] }[] }
  names: { genre: Record<string, string>; eventType: Record<string, string> }[]
}

const none: Lists = { abbreviations: { pairs: [] }, provinces: { mergers: [] }, names: [] }

/** Reads the shipped lists; where they are missing, searches do without them. */
export async function loadSearchWords(resources: Resources): Promise<SearchWords> {
  try {
    const [abbreviations, provinces, vi, en] = await Promise.all([
      resources.json<Lists['abbreviations']>('vocabulary', 'abbreviations.json'),
      resources.json<Lists['provinces']>('vocabulary', 'provinces.json'),
      resources.json<Lists['names'][number]>('locale', 'vi', 'vocabulary.json'),
      resources.json<Lists['names'][number]>('locale', 'en', 'vocabulary.json'),
    ])
    return searchWordsOf({ abbreviations, provinces, names: [vi, en] })
  } catch (thrown) {
    if (thrown instanceof KhoError && thrown.code === 'file-missing') return noSearchWords
    throw thrown
  }
}

function searchWordsOf({ abbreviations, provinces, names }: Lists): SearchWords {
  const full = new Map(abbreviations.pairs.map((pair) => [keyOf(pair.short), pair.full]))
  const before = new Map(provinces.mergers.map(({ name, from }) => [keyOf(name), from.filter((one) => one !== name)]))
  const labels = [
    ...names.flatMap(({ genre, eventType }) => [...Object.entries(genre), ...Object.entries(eventType)]),
    ...[...Genre.options, ...EventType.options].map((code) => [code, code] as const),
  ].map(([code, label]) => ({ code, key: keyOf(label) }))
  return {
    expand: (text) =>
      text.replace(/[\p{L}\p{M}]+/gu, (word) =>
        /\p{Lu}.*\p{Lu}/u.test(word) ? (full.get(keyOf(word)) ?? word) : word,
      ),
    predecessors: (name) => before.get(keyOf(name).replace(/^(tinh|thanh pho) /, '')) ?? [],
    types: (text) => {
      const key = keyOf(text)
      const same = labels.filter((label) => label.key === key)
      const meant = same.length > 0 ? same : labels.filter((label) => label.key.startsWith(key))
      const codes = new Set(meant.map(({ code }) => code))
      return {
        genres: Genre.options.filter((code) => codes.has(code)),
        events: EventType.options.filter((code) => codes.has(code)),
      }
    },
  }
}

/** What a search knows without any list. */
export const noSearchWords: SearchWords = searchWordsOf(none)
