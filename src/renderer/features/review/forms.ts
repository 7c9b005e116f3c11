import type { Draft } from '#core/model/draft'
import type { EventType } from '#core/model/vocabulary'
import { readDate, showDate } from '../../words/dates'
import { documentName } from '../../words/documents'
import type { WordKey } from '../../words/words'
import type { Kind, SuggestionOf } from './model'

/** A suggestion as text fields, the way it is typed. */
export type Typed = Record<string, string>

export interface FieldSpec {
  name: string
  label: WordKey
  /** `lines`: one value a line; `area`: text that may be long. */
  as: 'line' | 'lines' | 'area' | 'date'
}

/** How one kind of suggestion is shown, typed and read back. */
export interface Form<K extends Kind> {
  fields: FieldSpec[]
  empty: SuggestionOf<K>['value']
  toTyped(value: SuggestionOf<K>['value']): Typed
  /** Dates that are none yet keep the value they had. */
  fromTyped(typed: Typed, before: SuggestionOf<K>['value']): SuggestionOf<K>['value']
  name(value: SuggestionOf<K>['value']): string
  more(value: SuggestionOf<K>['value']): string[]
}

const line = (text: string | undefined) => (text ?? '').trim()
const orNull = (text: string | undefined) => line(text) || null
/** A field grows so that all of a long name is seen; a line break in it says nothing. */
const oneLine = (text: string | undefined) => text?.replace(/\s*\n\s*/g, ' ')
const lines = (text: string | undefined) => (text ?? '').split('\n').map(line).filter(Boolean)
const date = (text: string | undefined, before: string | null) => {
  const read = readDate(text ?? '')
  return read === undefined ? before : read
}

const nameForm: Form<'organizations'> & Form<'places'> = {
  fields: [{ name: 'name', label: 'ui.review.name', as: 'line' }],
  empty: { name: '' },
  toTyped: ({ name }) => ({ name }),
  fromTyped: ({ name }) => ({ name: line(name) }),
  name: ({ name }) => name,
  more: () => [],
}

export const forms: { [K in Kind]: Form<K> } = {
  event: {
    fields: [
      { name: 'title', label: 'ui.event.title', as: 'area' },
      { name: 'from', label: 'ui.event.from', as: 'date' },
      { name: 'to', label: 'ui.event.to', as: 'date' },
      { name: 'place', label: 'ui.event.place', as: 'area' },
      { name: 'host', label: 'ui.event.host', as: 'area' },
    ],
    empty: { type: 'other', title: '', from: null, to: null, place: null, host: null },
    toTyped: (event) => ({
      type: event.type,
      title: event.title,
      from: event.from ? showDate(event.from) : '',
      to: event.to ? showDate(event.to) : '',
      place: event.place ?? '',
      host: event.host ?? '',
    }),
    fromTyped: (typed, before) => ({
      type: (typed.type as EventType | undefined) ?? before.type,
      title: line(typed.title),
      from: date(typed.from, before.from),
      to: date(typed.to, before.to),
      place: orNull(oneLine(typed.place)),
      host: orNull(oneLine(typed.host)),
    }),
    name: ({ title }) => title,
    more: () => [],
  },
  people: {
    fields: [
      { name: 'name', label: 'ui.review.personName', as: 'line' },
      { name: 'offices', label: 'ui.review.offices', as: 'lines' },
    ],
    empty: { name: '', offices: [] },
    toTyped: ({ name, offices }) => ({ name, offices: offices.join('\n') }),
    fromTyped: ({ name, offices }) => ({ name: line(name), offices: lines(offices) }),
    name: ({ name }) => name,
    more: ({ offices }) => offices,
  },
  organizations: nameForm,
  places: nameForm,
  documents: {
    fields: [
      { name: 'type', label: 'ui.document.type', as: 'line' },
      { name: 'number', label: 'ui.document.number', as: 'line' },
      { name: 'date', label: 'ui.document.date', as: 'date' },
      { name: 'issuer', label: 'ui.document.issuer', as: 'line' },
      { name: 'subject', label: 'ui.document.subject', as: 'area' },
    ],
    empty: { type: '', number: null, date: null, issuer: null, subject: null },
    toTyped: (document) => ({
      type: document.type,
      number: document.number ?? '',
      date: document.date ? showDate(document.date) : '',
      issuer: document.issuer ?? '',
      subject: document.subject ?? '',
    }),
    fromTyped: (typed, before) => ({
      type: line(typed.type),
      number: orNull(typed.number),
      date: date(typed.date, before.date),
      issuer: orNull(typed.issuer),
      subject: orNull(typed.subject),
    }),
    name: documentName,
    more: (document) =>
      [document.date && showDate(document.date), document.issuer, document.number && document.subject].filter(
        (words): words is string => Boolean(words),
      ),
  },
  awards: {
    fields: [
      { name: 'name', label: 'ui.review.awardName', as: 'line' },
      { name: 'to', label: 'ui.review.awardTo', as: 'lines' },
    ],
    empty: { name: '', to: [] },
    toTyped: ({ name, to }) => ({ name, to: to.join('\n') }),
    fromTyped: ({ name, to }) => ({ name: line(name), to: lines(to) }),
    name: ({ name }) => name,
    more: ({ to }) => to,
  },
}

/** Names in one line, as bylines are typed: set apart by semicolons or commas. */
export const namesOf = (text: string): string[] => text.split(/[;,]/).map(line).filter(Boolean)

/** True where the draft can be filed: it has a title. */
export const fileable = (draft: Draft): boolean => draft.text.title.trim() !== ''
