import { showDate, showInstant } from '../../words/dates'
import { documentName } from '../../words/documents'
import type { Phrases } from '../../words/words'

/** What values are told with: the words, and the names of records that fields point at by id. */
export interface ValueWords extends Phrases {
  names: Record<string, string>
}

type Fields = Record<string, unknown>
type Tell = (value: never, words: ValueWords) => string[]

const byVocabulary =
  (area: string): Tell =>
  (value: string, { maybe }: ValueWords) => [maybe(`${area}.${value}`) ?? value]
const pointed: Tell = (value: string | string[], { names, t }: ValueWords) =>
  [value].flat().map((id) => names[id] ?? t('past.gone'))

/** How the values of a field are told; every other field by what it holds. */
const tellers: Record<string, Tell> = {
  genre: byVocabulary('genre'),
  type: byVocabulary('eventType'),
  status: byVocabulary('past.status'),
  access: byVocabulary('access'),
  events: pointed,
  eventId: pointed,
  dossierId: pointed,
  portraitId: pointed,
  parentId: pointed,
  successors: pointed,
  items: pointed,
  dossiers: pointed,
  replaces: pointed,
  retention: ({ code, basis }: Fields, { t, maybe }: ValueWords) => [
    [maybe(`retention.${code}`) ?? String(code ?? t('past.gone')), basis].filter(Boolean).join(' · '),
  ],
  photos: (uses: Fields[], { t }: ValueWords) =>
    uses.map((use, at) => t('past.photo', { at: at + 1, caption: String(use.caption || t('ui.photo.noCaption')) })),
  people: (shown: Fields[], { names, t }: ValueWords) =>
    // People offered in a draft have a name of their own, people in a photo stand there by id.
    shown.map((one) => ('value' in one ? valueName(one) : (names[String(one.personId)] ?? t('past.gone')))),
  text: (text: Fields, words: ValueWords) =>
    Object.entries(text).flatMap(([field, value]) => linesOfValue(field, value, words)),
}

/** A value as lines people can compare: one a paragraph, person, photo and so on. Places in the text are left out. */
export function linesOfValue(field: string, value: unknown, words: ValueWords): string[] {
  if (value === null || value === undefined || value === '') return []
  const tell = tellers[field]
  if (tell) return tell(value as never, words).filter(Boolean)
  if (Array.isArray(value)) return value.map(lineOf).filter(Boolean)
  return [lineOf(value)].filter(Boolean)
}

function lineOf(value: unknown): string {
  if (typeof value === 'string') return shownText(value)
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  return valueName(value as Fields)
}

function shownText(text: string): string {
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return showInstant(text)
  return /^\d{4}-\d\d(-\d\d)?$/.test(text) ? showDate(text) : text
}

/** What stands for an object of a record: a block's text, a name with its offices, a document, an award, a file. */
function valueName(value: Fields): string {
  const inner = (value.value ?? value) as Fields
  if (value.state === 'dropped') return ''
  if ('office' in inner) return [inner.office, inner.from, inner.to].filter(Boolean).join(' · ')
  if ('number' in inner && 'issuer' in inner) return documentName(inner as never)
  const more = [inner.offices, inner.to].flat().filter((part) => typeof part === 'string' && part !== '')
  return [inner.text ?? inner.title ?? inner.name ?? '', more.join(', ')].filter(Boolean).join(' — ')
}
