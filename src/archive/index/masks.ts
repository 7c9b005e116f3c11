import type { ArticleQuery, ArticleTerms, Note } from '#core/model/views'
import { EventType, type Genre } from '#core/model/vocabulary'
import { invalid } from '#core/query/parse'
import type { DateRange, Query } from '#core/query/query'
import type { QueryTerm } from '#core/query/terms'
import { BINNED, FILED, genreCode, numbersIn } from './columns'
import type { IndexDatabase } from './database'
import { endKeyOf, firstKeyOf } from './dates'
import { type FactKind, factKinds, factOf, keyOfFact, kindOfFact } from './facts'
import { allHits, captionHits } from './hits'
import { keyIfKnown, termIfKnown } from './keys'
import { matchOf, termMatch } from './match'
import { eventsAt, placesNamed, recordFields, recordsNamed, termsNamed } from './names'

/** The filters beside the search box; without a status, filed and binned alike. */
export type Filters = Omit<ArticleTerms, 'text' | 'sort' | 'status'> & {
  status?: ArticleQuery['status']
}

/** For every slot 1 where the article is wanted. */
export type Mask = Uint8Array

const MOST_HELD = 64

/** Answers the parts of a search that are not words of the text, each from its own data in memory. */
export class Masks {
  readonly notes: Note[] = []
  private readonly db: IndexDatabase
  private readonly text: string

  /** @param text of the whole search, to say where it is wrong */
  constructor(db: IndexDatabase, text: string) {
    this.db = db
    this.text = text
    db.columns.load()
  }

  /**
   * Articles that fulfil a query.
   * @throws KhoError query-invalid for a kind of article that there is not
   */
  of(query: Query): Mask {
    switch (query.kind) {
      case 'not':
        return inverted(this.of(query.node))
      case 'or':
        return this.joined(query.nodes.map((node) => this.of(node)))
      case 'and':
        return this.all(query.nodes)
      case 'date':
        return this.dated(query.range)
      case 'words':
        return this.worded(query)
      case 'field':
        return this.held(query, ({ field, term }) => this.field(field, term))
    }
  }

  /** As it was found the last time, until something changes: while a search is typed, most of it stays the same. */
  private held<Asked>(asked: Asked, find: (asked: Asked) => Mask): Mask {
    const name = JSON.stringify(asked)
    const { masks } = this.db
    let held = masks.get(name)
    if (!held) {
      const before = this.notes.length
      held = { mask: find(asked), notes: this.notes.splice(before) }
      if (masks.size >= MOST_HELD) masks.clear()
      masks.set(name, held)
    }
    this.notes.push(...held.notes)
    return held.mask
  }

  /** Articles that fulfil all; a person and the office beside it must be of the same mention. */
  all(nodes: Query[]): Mask {
    const { pairs, others } = pairsOf(nodes)
    const masks = [
      ...pairs.map((pair) =>
        this.held(pair, ([person, office]) =>
          this.mentions(recordsNamed(this.db, 'person', person), termsNamed(this.db, 'office', office)),
        ),
      ),
      ...others.map((node) => this.of(node)),
    ]
    return both(masks, this.full())
  }

  /** What the filters beside the search box ask for. */
  filtered(query: Filters): Mask {
    const { columns } = this.db
    const status = query.status && (query.status === 'binned' ? BINNED : FILED)
    const genre = query.genre === undefined ? null : genreCode(query.genre)
    const mask = columns.withStatus(status).slice()
    if (genre !== null) for (let slot = 0; slot < mask.length; slot++) if (columns.genre[slot] !== genre) mask[slot] = 0
    const links = (['event', 'person', 'place', 'organization', 'document', 'dossier'] as const).flatMap((kind) => {
      const id = query[`${kind}Id`]
      return id === undefined ? [] : [this.facts({ [kind]: new Set([keyIfKnown(this.db, kind, id)]) })]
    })
    const { eventType, photographer } = query
    if (eventType !== undefined) links.push(this.ofTypes([], [eventType]))
    if (photographer !== undefined) {
      links.push(this.facts({ photographer: new Set([termIfKnown(this.db, 'photographer', photographer)]) }))
    }
    const dated = query.from || query.to ? [this.dated({ from: query.from ?? null, to: query.to ?? null })] : []
    return both([...links, ...dated], mask)
  }

  private field(field: (Query & { kind: 'field' })['field'], term: QueryTerm): Mask {
    switch (field) {
      case 'office':
        return this.facts({ office: termsNamed(this.db, 'office', term) })
      case 'author':
        return this.facts({ author: termsNamed(this.db, 'author', term) })
      case 'place':
        return this.place(term)
      case 'photo':
        return this.photo(term)
      case 'person': {
        const people = recordsNamed(this.db, 'person', term)
        return this.joined([this.facts({ person: people }), this.pictured(people)])
      }
      case 'type':
        return this.type(term)
      default: {
        const kind = recordFields[field]
        return this.facts({ [kind]: recordsNamed(this.db, kind, term) })
      }
    }
  }

  private place(term: QueryTerm): Mask {
    const { found, before } = placesNamed(this.db, term)
    if (before.length > 0) {
      this.notes.push({ code: 'place-predecessors', args: { place: term.text, names: before.join(', ') } })
    }
    return this.facts({ place: found, event: eventsAt(this.db, term) })
  }

  private photo(term: QueryTerm): Mask {
    const taken = this.facts({ photographer: termsNamed(this.db, 'photographer', term) })
    const photos = captionHits(this.db, termMatch(this.db, term))
    const sql = `SELECT group_concat(a.key) AS list FROM json_each(?) p JOIN photo_uses u ON u.photo = p.value
      JOIN articles a ON a.record = u.article`
    return this.joined([taken, this.keyed(this.db.get<{ list: string | null }>(sql, `[${photos.join(',')}]`)?.list)])
  }

  /** Articles with a photo that shows one of these people, whether or not their text says so. */
  private pictured(people: ReadonlySet<number>): Mask {
    const sql = `SELECT group_concat(a.key) AS list FROM json_each(?) j
      JOIN photo_links l ON l.authority = j.value AND l.source = l.photo
      JOIN photo_uses u ON u.photo = l.photo JOIN articles a ON a.record = u.article`
    return this.keyed(this.db.get<{ list: string | null }>(sql, `[${[...people].join(',')}]`)?.list)
  }

  private keyed(list: string | null | undefined): Mask {
    return maskOf(this.db, this.db.columns.slotsOf(numbersIn(list ?? '').sort()))
  }

  private type(term: QueryTerm): Mask {
    const { genres, events } = this.db.searchWords.types(term.text)
    if (genres.length + events.length === 0) throw invalid('typeUnknown', term.text, this.text.indexOf(term.text))
    return this.ofTypes(genres, events)
  }

  private ofTypes(genres: readonly Genre[], events: readonly string[]): Mask {
    const { columns } = this.db
    const types = EventType.options as readonly string[]
    const wanted = new Set(events.map((type) => types.indexOf(type) + 1))
    const keys = new Set<number>()
    for (const [key, code] of this.db.eventCodes().entries()) if (wanted.has(code)) keys.add(key)
    const mask = this.facts({ event: keys })
    const genreCodes = new Set(genres.map(genreCode))
    if (genreCodes.size === 0) return mask
    for (let at = 0; at < columns.count; at++) {
      const slot = columns.order[at]!
      if (genreCodes.has(columns.genre[slot]!)) mask[slot] = 1
    }
    return mask
  }

  private worded(query: Query): Mask {
    return maskOf(this.db, allHits(this.db, matchOf(this.db, query) ?? '""'))
  }

  private dated({ from, to }: DateRange): Mask {
    const { columns } = this.db
    const mask = this.empty()
    const first = from === null ? 0 : columns.placeOf(firstKeyOf(from))
    const end = to === null ? columns.count : columns.placeOf(endKeyOf(to))
    for (let at = first; at < end; at++) mask[columns.order[at]!] = 1
    return mask
  }

  /** Articles with a fact of one of these kinds among its keys. */
  private facts(asked: Partial<Record<FactKind, ReadonlySet<number>>>): Mask {
    const mask = this.empty()
    const { columns } = this.db
    const postings = columns.postings()
    const wanted = Object.entries(asked) as [FactKind, ReadonlySet<number>][]
    for (const [kind, keys] of wanted) {
      for (const key of keys) for (const slot of postings.slotsWith(kind, key)) mask[slot] = 1
    }
    if (postings.changed.size === 0) return mask
    const facts = new Set(wanted.flatMap(([kind, keys]) => Array.from(keys, (key) => factOf(kind, key) | 0)))
    for (const slot of postings.changed) mask[slot] = columns.factsOf(slot).some((fact) => facts.has(fact)) ? 1 : 0
    return mask
  }

  /** Articles that name one of these people in one of these offices. */
  private mentions(people: ReadonlySet<number>, offices: ReadonlySet<number>): Mask {
    const mask = this.facts({ person: people })
    for (let slot = 0; slot < mask.length; slot++) {
      if (mask[slot] === 1) mask[slot] = isMention(this.db.columns.factsOf(slot), people, offices) ? 1 : 0
    }
    return mask
  }

  private joined(masks: Mask[]): Mask {
    const result = this.empty()
    for (const mask of masks) for (let slot = 0; slot < result.length; slot++) result[slot]! |= mask[slot]!
    return result
  }

  private empty(): Mask {
    return new Uint8Array(this.db.columns.size)
  }

  private full(): Mask {
    return this.empty().fill(1)
  }
}

/** A person and an office side by side mean one mention; whatever else there is stands for itself. */
export function pairsOf(nodes: Query[]): { pairs: [person: QueryTerm, office: QueryTerm][]; others: Query[] } {
  const pairs: [QueryTerm, QueryTerm][] = []
  const others: Query[] = []
  let open: (Query & { kind: 'field' }) | null = null
  for (const node of nodes) {
    if (node.kind !== 'field' || (node.field !== 'person' && node.field !== 'office')) others.push(node)
    else if (open && open.field !== node.field) {
      pairs.push(open.field === 'person' ? [open.term, node.term] : [node.term, open.term])
      open = null
    } else {
      if (open) others.push(open)
      open = node
    }
  }
  if (open) others.push(open)
  return { pairs, others }
}

/** Whether one of these people is named in one of these offices: an office follows its person. */
function isMention(facts: Int32Array, people: ReadonlySet<number>, offices: ReadonlySet<number>): boolean {
  let named = false
  for (const fact of facts) {
    const kind = kindOfFact(fact)
    if (kind === factKinds.person) named = people.has(keyOfFact(fact))
    else if (named && kind === factKinds.office && offices.has(keyOfFact(fact))) return true
  }
  return false
}

/** Lets through what a mask does not. */
export function inverted(mask: Mask): Mask {
  return mask.map((one) => 1 - one)
}

/** A mask that lets through these slots only. */
export function maskOf({ columns }: IndexDatabase, slots: Uint32Array): Mask {
  const mask = new Uint8Array(columns.size)
  for (let at = 0; at < slots.length; at++) mask[slots[at]!] = 1
  return mask
}

/** Those of some slots that a mask lets through; a typed array's own filter takes twenty times as long. */
export function within(mask: Mask, slots: Uint32Array): Uint32Array {
  const found = new Uint32Array(slots.length)
  let count = 0
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at]!
    if (mask[slot] === 1) found[count++] = slot
  }
  return found.subarray(0, count)
}

/** Changes and returns the last mask: what it and all others have. */
export function both(masks: Mask[], result: Mask): Mask {
  for (const mask of masks) for (let slot = 0; slot < result.length; slot++) result[slot]! &= mask[slot]!
  return result
}
