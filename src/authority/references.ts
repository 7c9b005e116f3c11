import type { Mention } from '#core/model/article'
import type { Id, TextSpan } from '#core/model/common'
import type { Match } from '#core/model/draft'
import type { RecordKind, RecordOf } from '#core/model/records'
import type { AuthorityKind } from '#core/model/views'

/** A record and its kind, as the store names it. */
export type KindedRecord = { [K in RecordKind]: { kind: K; record: RecordOf<K> } }[RecordKind]

/** Which authority record gives way to which. */
export interface Replacement {
  kind: AuthorityKind
  from: Id
  to: Id
}

/**
 * The records that point at the one giving way, as they must be after a merge. Two tags that become one
 * are joined: offices as written and places in the text of both are kept.
 * @returns only records that change, in the order given; their times of change are the caller's to set
 */
export function rewriteReferences(records: readonly KindedRecord[], replacement: Replacement): KindedRecord[] {
  return records.flatMap((before) => {
    const written = JSON.stringify(before.record)
    if (!written.includes(JSON.stringify(replacement.from))) return []
    const after = rewritten(before, replacement)
    return JSON.stringify(after.record) === written ? [] : [after]
  })
}

function rewritten(before: KindedRecord, replacement: Replacement): KindedRecord {
  switch (before.kind) {
    case 'article':
      return { kind: 'article', record: inArticle(before.record, replacement) }
    case 'draft':
      return { kind: 'draft', record: inDraft(before.record, replacement) }
    case 'photo':
      return { kind: 'photo', record: inPhoto(before.record, replacement) }
    case 'event': {
      if (replacement.kind !== 'event') return before
      return { kind: 'event', record: { ...before.record, parentId: parentOf(before.record, replacement) } }
    }
    case 'organization':
      return replacement.kind === 'organization'
        ? { kind: 'organization', record: inNamed(before.record, replacement) }
        : before
    case 'place':
      return replacement.kind === 'place' ? { kind: 'place', record: inNamed(before.record, replacement) } : before
    case 'search':
      return { kind: 'search', record: inSearch(before.record, replacement) }
    default:
      return before
  }
}

/** A kept search goes on finding what it found. */
function inSearch(search: RecordOf<'search'>, { kind, from, to }: Replacement): RecordOf<'search'> {
  const field = `${kind}Id` as const
  return search.query[field] === from ? { ...search, query: { ...search.query, [field]: to } } : search
}

function inArticle(article: RecordOf<'article'>, replacement: Replacement): RecordOf<'article'> {
  const swap = swapOf(replacement)
  switch (replacement.kind) {
    case 'event':
      return { ...article, events: [...new Set(article.events.map(swap))] }
    case 'person': {
      const mentions = article.mentions.map((mention) => ({ ...mention, personId: swap(mention.personId) }))
      return { ...article, mentions: joined(mentions, (mention) => mention.personId, joinMentions) }
    }
    case 'organization':
      return { ...article, organizations: joinedUses(article.organizations, swap) }
    case 'place':
      return { ...article, places: joinedUses(article.places, swap) }
    case 'document':
      return { ...article, documents: joinedUses(article.documents, swap) }
  }
}

function joinMentions(one: Mention, other: Mention): Mention {
  const offices = [...new Set([...one.offices, ...other.offices])]
  return { ...one, offices, spans: joinedSpans(one.spans, other.spans) }
}

function joinedUses<T extends { id: Id; spans: TextSpan[] }>(uses: readonly T[], swap: (id: Id) => Id): T[] {
  const swapped = uses.map((use) => ({ ...use, id: swap(use.id) }))
  return joined(
    swapped,
    (use) => use.id,
    (one, other) => ({ ...one, spans: joinedSpans(one.spans, other.spans) }),
  )
}

function inPhoto(photo: RecordOf<'photo'>, replacement: Replacement): RecordOf<'photo'> {
  const swap = swapOf(replacement)
  if (replacement.kind === 'event') return { ...photo, eventId: photo.eventId && swap(photo.eventId) }
  if (replacement.kind !== 'person') return photo
  const people = photo.people.map((one) => ({ ...one, personId: swap(one.personId) }))
  const join = (one: (typeof people)[number], other: (typeof people)[number]) => ({
    ...one,
    region: one.region ?? other.region,
  })
  return { ...photo, people: joined(people, (one) => one.personId, join) }
}

function inDraft(draft: RecordOf<'draft'>, replacement: Replacement): RecordOf<'draft'> {
  const choose = <T extends { matches: Match[]; chosen: Id | null }>(suggestion: T): T => ({
    ...suggestion,
    chosen: suggestion.chosen && swapOf(replacement)(suggestion.chosen),
    matches: matchesAfter(suggestion.matches, replacement),
  })
  switch (replacement.kind) {
    case 'event':
      return { ...draft, event: draft.event && choose(draft.event) }
    case 'person':
      return { ...draft, people: draft.people.map(choose) }
    case 'organization':
      return { ...draft, organizations: draft.organizations.map(choose) }
    case 'place':
      return { ...draft, places: draft.places.map(choose) }
    case 'document':
      return { ...draft, documents: draft.documents.map(choose) }
  }
}

function matchesAfter(matches: readonly Match[], { from, to }: Replacement): Match[] {
  if (matches.some((match) => match.id === to)) return matches.filter((match) => match.id !== from)
  return matches.map((match) => (match.id === from ? { ...match, id: to } : match))
}

function inNamed<T extends RecordOf<'organization'>>(record: T, replacement: Replacement): T {
  const successors = [...new Set(record.successors.map(swapOf(replacement)))].filter((id) => id !== record.id)
  return { ...record, parentId: parentOf(record, replacement), successors }
}

/** Nothing becomes its own parent by a merge. */
function parentOf(record: { id: Id; parentId: Id | null }, replacement: Replacement): Id | null {
  const parent = record.parentId && swapOf(replacement)(record.parentId)
  return parent === record.id ? null : parent
}

function swapOf({ from, to }: Replacement): (id: Id) => Id {
  return (id) => (id === from ? to : id)
}

/** Items by id, in the order of their first; later ones of an id are joined into it. */
function joined<T>(items: readonly T[], idOf: (item: T) => Id, join: (one: T, other: T) => T): T[] {
  const byId = new Map<Id, T>()
  for (const item of items) {
    const there = byId.get(idOf(item))
    byId.set(idOf(item), there === undefined ? item : join(there, item))
  }
  return [...byId.values()]
}

function joinedSpans(one: readonly TextSpan[], other: readonly TextSpan[]): TextSpan[] {
  return [...new Map([...one, ...other].map((span) => [JSON.stringify(span), span])).values()]
}
