import type { Article, Mention, NameUse } from '#core/model/article'
import type { TextSpan } from '#core/model/common'
import type { Draft } from '#core/model/draft'
import type { AnyRecord, RecordKind, RecordOf } from '#core/model/records'
import type { AuthorityKind } from '#core/model/views'

/** A record as the store names it. */
export interface KindedRecord<K extends RecordKind = RecordKind> {
  kind: K
  record: RecordOf<K>
}

/** Which authority record gives way to which. */
export interface Replacement {
  kind: AuthorityKind
  from: string
  to: string
}

/**
 * The records that point at the one giving way, as they must be after a merge. Two tags that become one
 * are joined: offices as written and places in the text of both are kept.
 * @returns only records that change, in the order given; times of change are the caller's
 */
export function rewriteReferences(records: readonly KindedRecord[], replacement: Replacement): KindedRecord[] {
  return records.flatMap(({ kind, record }) => {
    const after = rewritten(kind, record, replacement)
    return after === record ? [] : [{ kind, record: after }]
  })
}

function rewritten(kind: RecordKind, record: AnyRecord, replacement: Replacement): AnyRecord {
  if (!JSON.stringify(record).includes(JSON.stringify(replacement.from))) return record
  const after = rewriteKnown(kind, record, replacement)
  return JSON.stringify(after) === JSON.stringify(record) ? record : after
}

function rewriteKnown(kind: RecordKind, record: AnyRecord, replacement: Replacement): AnyRecord {
  const swap = (id: string) => (id === replacement.from ? replacement.to : id)
  const swapOrNull = (id: string | null) => (id === null ? null : swap(id))
  switch (kind) {
    case 'article':
      return inArticle(record as Article, replacement, swap)
    case 'draft':
      return inDraft(record as Draft, replacement)
    case 'photo': {
      const photo = record as RecordOf<'photo'>
      if (replacement.kind === 'event') return { ...photo, eventId: swapOrNull(photo.eventId) }
      if (replacement.kind !== 'person') return photo
      return { ...photo, people: unique(photo.people, (one) => swap(one.personId), joinRegion) }
    }
    case 'event': {
      const event = record as RecordOf<'event'>
      return replacement.kind === kind ? { ...event, parentId: notSelf(event.id, swapOrNull(event.parentId)) } : event
    }
    case 'organization':
    case 'place': {
      if (replacement.kind !== kind) return record
      const named = record as RecordOf<'organization'> | RecordOf<'place'>
      const successors = [...new Set(named.successors.map(swap))].filter((id) => id !== named.id)
      return { ...named, parentId: notSelf(named.id, swapOrNull(named.parentId)), successors }
    }
    default:
      return record
  }

  function joinRegion(
    one: RecordOf<'photo'>['people'][number],
    other: RecordOf<'photo'>['people'][number] | null,
  ): RecordOf<'photo'>['people'][number] {
    return { personId: swap(one.personId), region: one.region ?? other?.region ?? null }
  }
}

function inArticle(article: Article, replacement: Replacement, swap: (id: string) => string): Article {
  switch (replacement.kind) {
    case 'event':
      return { ...article, events: [...new Set(article.events.map(swap))] }
    case 'person':
      return { ...article, mentions: unique(article.mentions, (one) => swap(one.personId), joinMention) }
    case 'organization':
      return { ...article, organizations: unique(article.organizations, (one) => swap(one.id), joinUse) }
    case 'place':
      return { ...article, places: unique(article.places, (one) => swap(one.id), joinUse) }
    case 'document':
      return { ...article, documents: unique(article.documents, (one) => swap(one.id), joinUse) }
  }

  function joinMention(one: Mention, other: Mention | null): Mention {
    return {
      ...one,
      personId: swap(one.personId),
      offices: [...new Set([...one.offices, ...(other?.offices ?? [])])],
      spans: joinedSpans(one.spans, other?.spans),
    }
  }

  function joinUse<T extends NameUse | Article['documents'][number]>(one: T, other: T | null): T {
    return { ...one, id: swap(one.id), spans: joinedSpans(one.spans, other?.spans) }
  }
}

function inDraft(draft: Draft, { kind, from, to }: Replacement): Draft {
  const choose = <T extends Draft['people'][number] | Draft['places'][number] | NonNullable<Draft['event']>>(
    one: T,
  ): T => ({
    ...one,
    chosen: one.chosen === from ? to : one.chosen,
    matches: one.matches.some((match) => match.id === to)
      ? one.matches.filter((match) => match.id !== from)
      : one.matches.map((match) => (match.id === from ? { ...match, id: to } : match)),
  })
  switch (kind) {
    case 'event':
      return { ...draft, event: draft.event && choose(draft.event) }
    case 'person':
      return { ...draft, people: draft.people.map(choose) }
    case 'organization':
      return { ...draft, organizations: draft.organizations.map(choose) }
    case 'place':
      return { ...draft, places: draft.places.map(choose) }
    case 'document':
      return {
        ...draft,
        documents: draft.documents.map((one) => ({ ...one, chosen: one.chosen === from ? to : one.chosen })),
      }
  }
}

/** Items by id, the first of each joined with what later ones of the same id add. */
function unique<T>(items: readonly T[], idOf: (item: T) => string, join: (one: T, other: T | null) => T): T[] {
  const byId = new Map<string, T>()
  for (const item of items) {
    const there = byId.get(idOf(item))
    byId.set(idOf(item), there === undefined ? join(item, null) : join(there, item))
  }
  return [...byId.values()]
}

function joinedSpans(one: TextSpan[], other: TextSpan[] = []): TextSpan[] {
  return [...new Map([...one, ...other].map((span) => [JSON.stringify(span), span])).values()]
}

function notSelf(own: string, id: string | null): string | null {
  return id === own ? null : id
}
