import { IntlMessageFormat } from 'intl-messageformat'

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
      message = new IntlMessageFormat(text, language, undefined, { ignoreTag: true })
      compiled.set(key, message)
    }
    return String(message.format(args))
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
