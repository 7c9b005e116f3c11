import { type Formatters, IntlMessageFormat } from 'intl-messageformat'

/** Words by key: nested objects of ICU messages, one file per area and language. */
export interface Words {
  [key: string]: string | Words
}

export type Language = 'vi' | 'en'

/** Dotted paths to the messages of a word file: `error.disk-full.what`. */
export type KeysOf<W> = {
  [K in keyof W & string]: W[K] extends string ? K : `${K}.${KeysOf<W[K]>}`
}[keyof W & string]

export type Translate<Key extends string> = (key: Key, args?: Record<string, string | number>) => string

/**
 * Makes the one function that turns a key and its arguments into words.
 * A key that is missing gives the key itself, so that a hole shows and nothing crashes.
 * @param words the word files of one language, merged
 * @param language decides number and plural forms
 */
export function translator<Key extends string>(words: Words, language: Language): Translate<Key> {
  const compiled = new Map<string, IntlMessageFormat>()
  return (key, args = {}) => {
    let message = compiled.get(key)
    if (!message) {
      const text = lookUp(words, key)
      if (text === null) return key
      if (!special.test(text)) return text
      message = new IntlMessageFormat(text, language, undefined, { ignoreTag: true, formatters })
      compiled.set(key, message)
    }
    return String(message.format(args))
  }
}

/** A message without these is its own words; most are, and reading them as messages would take the longer part of a start. */
const special = /[{}']/

/** One of each for all messages: to make one takes longer than to use it a hundred times. */
const formatters: Formatters = {
  getNumberFormat: kept((...args) => new Intl.NumberFormat(...args)),
  getDateTimeFormat: kept((...args) => new Intl.DateTimeFormat(...args)),
  getPluralRules: kept((...args) => new Intl.PluralRules(...args)),
}

function kept<Args extends unknown[], Made>(make: (...args: Args) => Made): (...args: Args) => Made {
  const made = new Map<string, Made>()
  return (...args) => {
    const key = JSON.stringify(args)
    const one = made.get(key) ?? make(...args)
    made.set(key, one)
    return one
  }
}

function lookUp(words: Words, key: string): string | null {
  let at: string | Words | undefined = words
  for (const part of key.split('.')) {
    if (typeof at !== 'object') return null
    at = at[part]
  }
  return typeof at === 'string' ? at : null
}
