import { recordOffices } from '#authority/offices'
import type { Mention, NameUse } from '#core/model/article'
import type { Event, Organization, Person, Place } from '#core/model/authority'
import type { Id, TextSpan } from '#core/model/common'
import type { EventFields } from '#core/model/draft'
import type { Gathered } from './gathered'

type Fresh<T> = Omit<T, 'id' | 'createdAt' | 'updatedAt'>

/** The event to tag with: the chosen record, its gaps filled or, where a person corrected it, overwritten; else a new one. */
export async function eventTag(
  gathered: Gathered,
  fields: EventFields,
  chosen: Id | null,
  corrected: boolean,
): Promise<Event> {
  const held = await gathered.existing('event', chosen)
  if (!held) return gathered.add('event', { ...fields, parentId: null, note: '' })
  const { type, title, from, to, place, host } = held
  const known = {
    type,
    title,
    from: from ?? fields.from,
    to: to ?? fields.to,
    place: place ?? fields.place,
    host: host ?? fields.host,
  }
  const after: Event = { ...held, ...(corrected ? fields : known) }
  if (JSON.stringify(after) !== JSON.stringify(held)) gathered.update('event', after)
  return after
}

/** The mention of a person: the chosen record, or a new one; it learns the spelling and the offices of that day. */
export async function personTag(
  gathered: Gathered,
  person: { name: string; offices: string[]; spans: TextSpan[] },
  chosen: Id | null,
  date: string,
): Promise<Mention> {
  const name = person.name.trim()
  const held = (await gathered.existing('person', chosen)) ?? gathered.add('person', freshPerson(name))
  gathered.update('person', recordOffices(withSpelling(held, name), person.offices, date))
  return { personId: held.id, name, offices: person.offices, spans: person.spans }
}

/** The use of a body's or place's name: the chosen record, one made in the same change, or a new one. */
export async function nameTag(
  gathered: Gathered,
  kind: 'organization' | 'place',
  use: { name: string; spans: TextSpan[] },
  chosen: Id | null,
): Promise<NameUse> {
  const name = use.name.trim()
  const held =
    (await gathered.existing(kind, chosen)) ?? gathered.named(kind, name) ?? gathered.add(kind, freshName(kind, name))
  const spelt = withSpelling(held, name)
  if (spelt !== held) gathered.update(kind, spelt)
  return { id: held.id, name, spans: use.spans }
}

function withSpelling<T extends { name: string; spellings: string[] }>(record: T, name: string): T {
  if (record.name === name || record.spellings.includes(name)) return record
  return { ...record, spellings: [...record.spellings, name] }
}

const freshPerson = (name: string): Fresh<Person> => ({ name, spellings: [], offices: [], note: '', portraitId: null })

function freshName(kind: 'organization' | 'place', name: string): Fresh<Organization & Place> {
  const common = {
    name,
    spellings: [],
    abbreviation: '',
    validFrom: null,
    validTo: null,
    successors: [],
    parentId: null,
    note: '',
  }
  return { ...common, kind: kind === 'place' ? kindOfPlace(name) : '' }
}

/** The kind written before a place's name: `xã Nà Mây` → xã, `Thị trấn Vĩnh Lộc` → thị trấn. */
function kindOfPlace(name: string): string {
  const words = name.split(/\s+/)
  const proper = words.findIndex((word, index) => index > 0 && /^\p{Lu}/u.test(word))
  return proper > 0 ? words.slice(0, proper).join(' ').toLocaleLowerCase('vi') : ''
}
