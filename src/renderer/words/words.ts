import { createContext, useContext } from 'react'
import { type KeysOf, type Language, type Translate, translator, type Words } from '#core/messages'
import type corrections from '#resources/locale/vi/corrections.json'
import type custody from '#resources/locale/vi/custody.json'
import type desk from '#resources/locale/vi/desk.json'
import type error from '#resources/locale/vi/error.json'
import type events from '#resources/locale/vi/events.json'
import type find from '#resources/locale/vi/find.json'
import type handover from '#resources/locale/vi/handover.json'
import type history from '#resources/locale/vi/history.json'
import type inside from '#resources/locale/vi/inside.json'
import type item from '#resources/locale/vi/item.json'
import type learnt from '#resources/locale/vi/learnt.json'
import type packages from '#resources/locale/vi/package.json'
import type past from '#resources/locale/vi/past.json'
import type photos from '#resources/locale/vi/photos.json'
import type preflight from '#resources/locale/vi/preflight.json'
import type queue from '#resources/locale/vi/queue.json'
import type record from '#resources/locale/vi/record.json'
import type setup from '#resources/locale/vi/setup.json'
import type shell from '#resources/locale/vi/shell.json'
import type statistics from '#resources/locale/vi/statistics.json'
import type template from '#resources/locale/vi/template.json'
import type ui from '#resources/locale/vi/ui.json'
import type vocabulary from '#resources/locale/vi/vocabulary.json'
import type workbooks from '#resources/locale/vi/workbooks.json'

export type WordKey = KeysOf<
  typeof ui &
    typeof vocabulary &
    typeof error &
    typeof learnt &
    typeof history &
    typeof past &
    typeof record &
    typeof find &
    typeof events &
    typeof statistics &
    typeof handover &
    typeof setup &
    typeof photos &
    typeof queue &
    typeof corrections &
    typeof workbooks &
    typeof custody &
    typeof preflight &
    typeof item &
    typeof inside &
    typeof desk &
    typeof shell &
    typeof template &
    typeof packages
>

/** The words of one language: by a key known here, or by a code that came from the engine. */
export interface Phrases {
  language: Language
  t: Translate<WordKey>
  /** The words for a key made from a code, or null where there are none. */
  maybe(key: string, args?: Record<string, string | number>): string | null
}

// Every area's file, so that a new area needs no change here.
const files = import.meta.glob<Words>('../../../resources/locale/*/*.json', { eager: true, import: 'default' })

function wordsOf(language: Language): Words {
  const own = Object.entries(files).filter(([path]) => path.includes(`/${language}/`))
  return Object.assign({}, ...own.map(([, words]) => words))
}

/** Makes the phrases of a language from all word files. */
export function phrasesOf(language: Language): Phrases {
  const translate = translator<string>(wordsOf(language), language)
  return {
    language,
    t: translate,
    maybe: (key, args) => {
      const words = translate(key, args)
      return words === key ? null : words
    },
  }
}

export const PhrasesContext = createContext<Phrases | null>(null)

/** The words in the language chosen. */
export function usePhrases(): Phrases {
  const phrases = useContext(PhrasesContext)
  if (!phrases) throw new Error('no words provided')
  return phrases
}

/** The one function most components need. */
export const useWords = (): Translate<WordKey> => usePhrases().t
