import type { DocumentRecord, Event, OfficeHeld, Organization, Person, Place } from '#core/model/authority'
import { sameExpanded } from './expand'

/**
 * One person out of two records of the same one. The kept record's own words stand; names and spellings
 * of the other join the spellings, offices are joined with all dates seen, notes are kept below each other.
 */
export function mergePersons(kept: Person, gone: Person): Person {
  return {
    ...kept,
    createdAt: earlier(kept.createdAt, gone.createdAt),
    spellings: joinedSpellings(kept, gone),
    offices: gone.offices.reduce(withOffice, kept.offices),
    note: joinedNotes(kept.note, gone.note),
    portraitId: kept.portraitId ?? gone.portraitId,
  }
}

/** One body out of two, by the same rules; validity widens to what either knew. */
export function mergeOrganizations(kept: Organization, gone: Organization): Organization {
  return mergeNamed(kept, gone)
}

/** One place out of two, by the same rules. */
export function mergePlaces(kept: Place, gone: Place): Place {
  return { ...mergeNamed(kept, gone), kind: kept.kind || gone.kind }
}

/** One event out of two: what the kept one does not know, the other says. */
export function mergeEvents(kept: Event, gone: Event): Event {
  const otherTitle = gone.title === kept.title ? '' : gone.title
  return {
    ...kept,
    createdAt: earlier(kept.createdAt, gone.createdAt),
    from: kept.from ?? gone.from,
    to: kept.to ?? gone.to,
    place: kept.place ?? gone.place,
    host: kept.host ?? gone.host,
    parentId: [kept.parentId, gone.parentId].find((id) => id && id !== kept.id && id !== gone.id) ?? null,
    note: joinedNotes(joinedNotes(kept.note, otherTitle), gone.note),
  }
}

/** One cited document out of two. */
export function mergeDocuments(kept: DocumentRecord, gone: DocumentRecord): DocumentRecord {
  return {
    ...kept,
    createdAt: earlier(kept.createdAt, gone.createdAt),
    number: kept.number ?? gone.number,
    date: kept.date ?? gone.date,
    issuer: kept.issuer ?? gone.issuer,
    subject: kept.subject ?? gone.subject,
  }
}

function mergeNamed<T extends Organization>(kept: T, gone: Organization): T {
  const both = [kept.id, gone.id]
  const successors = [...new Set([...kept.successors, ...gone.successors])].filter((id) => !both.includes(id))
  return {
    ...kept,
    createdAt: earlier(kept.createdAt, gone.createdAt),
    spellings: joinedSpellings(kept, gone),
    abbreviation: kept.abbreviation || gone.abbreviation,
    validFrom: kept.validFrom ?? gone.validFrom,
    validTo: kept.validTo ?? gone.validTo,
    successors,
    parentId: [kept.parentId, gone.parentId].find((id) => id && !both.includes(id)) ?? null,
    note: joinedNotes(kept.note, gone.note),
  }
}

function joinedSpellings(
  kept: { name: string; spellings: string[] },
  gone: { name: string; spellings: string[] },
): string[] {
  const all = [...kept.spellings, gone.name, ...gone.spellings]
  return [...new Set(all)].filter((spelling) => spelling !== kept.name)
}

/** Offices of one wording and period are one; all others stay apart. */
function withOffice(offices: OfficeHeld[], added: OfficeHeld): OfficeHeld[] {
  const at = offices.findIndex(
    (held) =>
      sameExpanded(held.office, added.office) &&
      held.from === added.from &&
      held.to === added.to &&
      (!held.organization || !added.organization || held.organization === added.organization),
  )
  const held = offices[at]
  if (!held) return [...offices, added]
  const seen = [...new Set([...held.seen, ...added.seen])].sort()
  return offices.with(at, { ...held, organization: held.organization ?? added.organization, seen })
}

function joinedNotes(kept: string, gone: string): string {
  if (gone.trim() === '' || kept.includes(gone.trim())) return kept
  return kept.trim() === '' ? gone : `${kept}\n${gone}`
}

function earlier(a: string, b: string): string {
  return Date.parse(b) < Date.parse(a) ? b : a
}
