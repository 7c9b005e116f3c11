import type { Event, Organization, Person, Place } from '#core/model/authority'

const base = { createdAt: '2024-01-01T08:00:00.000+07:00', updatedAt: '2024-01-01T08:00:00.000+07:00' }

export function person(id: string, name: string, more: Partial<Person> = {}): Person {
  return { ...base, id, name, spellings: [], offices: [], note: '', portraitId: null, ...more }
}

export function office(name: string, ...seen: string[]): Person['offices'][number] {
  return { office: name, organization: null, from: null, to: null, seen }
}

const named = {
  spellings: [],
  abbreviation: '',
  validFrom: null,
  validTo: null,
  successors: [],
  parentId: null,
  note: '',
}

export function organization(id: string, name: string, more: Partial<Organization> = {}): Organization {
  return { ...base, ...named, id, name, ...more }
}

export function place(id: string, name: string, more: Partial<Place> = {}): Place {
  return { ...base, ...named, kind: '', id, name, ...more }
}

export function event(id: string, title: string, more: Partial<Event> = {}): Event {
  return {
    ...base,
    id,
    type: 'conference',
    title,
    from: '2024-07-08',
    to: null,
    place: null,
    host: null,
    parentId: null,
    note: '',
    ...more,
  }
}

export const abbreviations = [
  { short: 'UBND', full: 'Ủy ban nhân dân' },
  { short: 'HĐND', full: 'Hội đồng nhân dân' },
  { short: 'MTTQ', full: 'Mặt trận Tổ quốc' },
  { short: 'UB MTTQ', full: 'Ủy ban Mặt trận Tổ quốc' },
]
