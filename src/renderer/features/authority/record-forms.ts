import type { AuthorityFields } from '#contract/authority'
import type { OfficeHeld } from '#core/model/authority'
import type { PartialDate } from '#core/model/common'
import type { AuthorityKind } from '#core/model/views'
import type { Picked } from '../../ui/Picker'
import type { WordKey } from '../../words/words'

export type FieldsOf<K extends AuthorityKind> = Extract<AuthorityFields, { kind: K }>['fields']

/** A field of a record as it is typed. */
export interface RecordField {
  name: string
  label: WordKey
  as: 'line' | 'lines' | 'area' | 'date' | 'event-type'
  /** Two short ones stand beside each other. */
  short?: boolean
  hint?: WordKey
}

const named: RecordField[] = [
  { name: 'spellings', label: 'record.field.spellings', as: 'lines' },
  { name: 'validFrom', label: 'record.field.validFrom', as: 'date', short: true },
  { name: 'validTo', label: 'record.field.validTo', as: 'date', short: true },
]
const note: RecordField = { name: 'note', label: 'record.field.note', as: 'area' }
const name: RecordField = { name: 'name', label: 'record.field.name', as: 'line' }
const abbreviation: RecordField = { name: 'abbreviation', label: 'record.field.abbreviation', as: 'line', short: true }

/** What a clerk may write in a record of each kind, in the order of the form. */
export const recordFields: Record<AuthorityKind, RecordField[]> = {
  person: [name, { name: 'spellings', label: 'record.field.spellings', as: 'lines' }, note],
  organization: [name, abbreviation, ...named, note],
  place: [
    name,
    { name: 'kind', label: 'record.field.kind', as: 'line', short: true, hint: 'record.field.kindHint' },
    abbreviation,
    ...named,
    note,
  ],
  event: [
    { name: 'type', label: 'ui.event.type', as: 'event-type', short: true },
    { name: 'title', label: 'ui.event.title', as: 'area' },
    { name: 'from', label: 'ui.event.from', as: 'date', short: true },
    { name: 'to', label: 'ui.event.to', as: 'date', short: true },
    { name: 'place', label: 'ui.event.place', as: 'line' },
    { name: 'host', label: 'ui.event.host', as: 'line' },
    note,
  ],
  document: [
    { name: 'type', label: 'ui.document.type', as: 'line', short: true },
    { name: 'number', label: 'ui.document.number', as: 'line', short: true },
    { name: 'date', label: 'ui.document.date', as: 'date', short: true },
    { name: 'issuer', label: 'ui.document.issuer', as: 'line' },
    { name: 'subject', label: 'ui.document.subject', as: 'area' },
  ],
}

const emptyNamed = {
  name: '',
  spellings: [],
  abbreviation: '',
  validFrom: null,
  validTo: null,
  successors: [],
  parentId: null,
  note: '',
}

/** A record of which nothing is known yet. */
export function emptyFields(kind: AuthorityKind): AuthorityFields {
  switch (kind) {
    case 'event':
      return {
        kind,
        fields: { type: 'other', title: '', from: null, to: null, place: null, host: null, parentId: null, note: '' },
      }
    case 'person':
      return { kind, fields: { name: '', spellings: [], offices: [], note: '', portraitId: null } }
    case 'organization':
      return { kind, fields: emptyNamed }
    case 'place':
      return { kind, fields: { ...emptyNamed, kind: '' } }
    case 'document':
      return { kind, fields: { type: '', number: null, date: null, issuer: null, subject: null } }
  }
}

/** What a form holds: the texts as typed, dates as read (undefined while one is none), the rest as chosen. */
export interface Entered {
  texts: Record<string, string>
  dates: Record<string, PartialDate | null | undefined>
  offices: OfficeRow[]
  portraitId: string | null
  parent: Picked | null
  successors: Picked[]
}

/** An office in the form; `key` stays while rows come and go. */
export interface OfficeRow extends Omit<OfficeHeld, 'from' | 'to'> {
  key: number
  from: PartialDate | null | undefined
  to: PartialDate | null | undefined
}

/** The kin of a record by name, which the record itself knows only by id. */
export interface Kin {
  parent: Picked | null
  successors: Picked[]
}

/** A record's fields as a form holds them. */
export function enteredOf({ kind, fields }: AuthorityFields, kin: Kin): Entered {
  const values = fields as unknown as Record<string, unknown>
  const texts: Record<string, string> = {}
  const dates: Entered['dates'] = {}
  for (const { name, as } of recordFields[kind]) {
    const value = values[name]
    if (as === 'date') dates[name] = (value as PartialDate | null) ?? null
    else texts[name] = Array.isArray(value) ? value.join('\n') : ((value as string | null) ?? '')
  }
  const offices = kind === 'person' ? fields.offices.map((held, key) => ({ ...held, key })) : []
  return { texts, dates, offices, portraitId: kind === 'person' ? fields.portraitId : null, ...kin }
}

/** Fields that are nullable rather than empty. */
const orNull = new Set(['place', 'host', 'number', 'issuer', 'subject'])

/**
 * The fields as the form has them.
 * @returns null while a date cannot be read or what every record needs is missing
 */
export function fieldsOf(before: AuthorityFields, entered: Entered): AuthorityFields | null {
  const { kind } = before
  const values: Record<string, unknown> = { ...before.fields }
  for (const { name, as } of recordFields[kind]) {
    if (as === 'date') {
      if (entered.dates[name] === undefined) return null
      values[name] = entered.dates[name]
    } else values[name] = typedValue(name, as, entered.texts[name] ?? '')
  }
  if (kind === 'person') {
    if (entered.offices.some(({ from, to }) => from === undefined || to === undefined)) return null
    values.offices = entered.offices.filter(({ office }) => office.trim() !== '').map(officeOf)
    values.portraitId = entered.portraitId
  }
  if (kind === 'event' || kind === 'organization' || kind === 'place') values.parentId = entered.parent?.id ?? null
  if (kind === 'organization' || kind === 'place') values.successors = entered.successors.map(({ id }) => id)
  const needed = kind === 'event' ? values.title : kind === 'document' ? values.type : values.name
  return needed === '' ? null : ({ kind, fields: values } as AuthorityFields)
}

function typedValue(name: string, as: RecordField['as'], text: string): unknown {
  if (as === 'lines')
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
  const line = text.trim()
  return orNull.has(name) ? line || null : line
}

const officeOf = ({ key: _, ...held }: OfficeRow) => ({
  ...held,
  office: held.office.trim(),
  organization: held.organization?.trim() || null,
})
