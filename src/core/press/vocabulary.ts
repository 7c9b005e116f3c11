import type { EventType } from '../model/vocabulary'
import { Lexicon, phraseSet } from './lexicon'
import { phraseKeys } from './tokens'
import { VocabularyData } from './vocabulary-data'

export type BodyClass = 'unique' | 'level' | 'domain' | 'named' | 'team'
export interface BodyKind {
  class: BodyClass
  /** A domain kind that may stand without its field. */
  standing: boolean
}
export type UnitClass = 'admin' | 'site' | 'vague'
/** `role`: a word such as cử tri, before which a place may stand as well as a name. */
export type Address = 'one' | 'role' | 'many' | 'rank' | 'never'

/** The word lists as matchers; made once, shared by every reading. */
export interface Vocabulary {
  data: VocabularyData
  officeHeads: Lexicon<'head' | 'leading'>
  officePrefixes: Lexicon<true>
  officeModifiers: Lexicon<true>
  officeJoiners: Lexicon<true>
  officeTerms: Lexicon<true>
  officeComplements: Lexicon<true>
  officesAbroad: Lexicon<true>
  officeHolding: Lexicon<true>
  officeLent: Lexicon<true>
  bodies: Lexicon<BodyKind>
  domains: Lexicon<true>
  genericBodies: Lexicon<true>
  innerBodies: Lexicon<true>
  clauseBodies: Lexicon<true>
  commandBodies: Lexicon<true>
  serials: Lexicon<true>
  descriptors: Lexicon<true>
  universities: Lexicon<true>
  notBodies: Lexicon<true>
  predicates: Lexicon<true>
  address: Lexicon<Address>
  units: Lexicon<UnitClass>
  levels: Lexicon<true>
  numberedUnits: Lexicon<true>
  notUnits: Lexicon<true>
  notNames: Lexicon<true>
  plurals: Lexicon<true>
  peoples: Lexicon<true>
  provinces: Lexicon<true>
  towns: Lexicon<true>
  districts: Lexicon<true>
  countries: Lexicon<true>
  regions: Lexicon<true>
  surnames: Set<string>
  rareSurnames: Set<string>
  middles: Set<string>
  namesakes: Lexicon<true>
  namesakeContexts: Lexicon<true>
  eventNouns: Lexicon<EventType>
  eventVerbs: Lexicon<true>
  venues: Lexicon<true>
  companions: Lexicon<true>
  /** Teams sent out by a body: Đoàn giám sát, Đoàn công tác. */
  teams: Lexicon<true>
  awardKinds: Lexicon<true>
  documentTypes: Lexicon<string>
  laws: Lexicon<true>
  codes: Lexicon<true>
  congressHeads: Lexicon<true>
  full: Lexicon<string>
  captionStarters: Lexicon<true>
  captionVerbs: Lexicon<true>
  notCaptionStarters: Lexicon<true>
  /** Lower-case words at which a person, body or place can begin; all others are passed over. */
  starts: Set<string>
}

/**
 * Turns the word lists into matchers.
 * @param data content of `resources/vocabulary/*.json` by file name
 * @throws ZodError where a list does not have its form
 */
export function compileVocabulary(data: VocabularyData): Vocabulary {
  const lists = VocabularyData.parse(data)
  const matchers = {
    data: lists,
    ...officeMatchers(lists),
    ...bodyMatchers(lists),
    ...nameMatchers(lists),
    ...topicMatchers(lists),
    captionStarters: phraseSet(lists.captions.starters),
    captionVerbs: phraseSet(lists.captions.verbs),
    notCaptionStarters: phraseSet(lists.captions.notStarters),
  }
  const { officePrefixes, officeHeads, address, plurals, bodies, units, countries } = matchers
  const lexicons = [officePrefixes, officeHeads, address, plurals, bodies, units, countries]
  return { ...matchers, starts: new Set(lexicons.flatMap((lexicon) => [...lexicon.firstWords()])) }
}

function officeMatchers({ offices }: VocabularyData) {
  const officeHeads = new Lexicon<'head' | 'leading'>()
  for (const phrase of offices.heads) officeHeads.add(phrase, 'head')
  for (const phrase of offices.leading) officeHeads.add(phrase, 'leading')
  return {
    officeHeads,
    officePrefixes: phraseSet(offices.prefixes),
    officeModifiers: phraseSet(offices.modifiers),
    officeJoiners: phraseSet(offices.joiners),
    officeTerms: phraseSet(offices.terms),
    officeComplements: phraseSet(offices.complements),
    officesAbroad: phraseSet(offices.abroad),
    officeHolding: phraseSet(offices.holding),
    officeLent: phraseSet(offices.lent),
  }
}

function bodyMatchers({ bodies, events, units, provinces, abbreviations }: VocabularyData) {
  const kinds = new Lexicon<BodyKind>()
  const standing = new Set(bodies.standing)
  for (const phrase of bodies.named) kinds.add(phrase.kind, { class: 'named', standing: false })
  for (const phrase of bodies.domainKinds) kinds.add(phrase, { class: 'domain', standing: standing.has(phrase) })
  for (const phrase of bodies.level) kinds.add(phrase, { class: 'level', standing: false })
  for (const phrase of events.teams) kinds.add(phrase, { class: 'team', standing: false })
  for (const phrase of bodies.unique) kinds.add(phrase, { class: 'unique', standing: false })
  const unitKinds = new Lexicon<UnitClass>()
  for (const phrase of units.sites) unitKinds.add(phrase, 'site')
  for (const phrase of units.vague) unitKinds.add(phrase, 'vague')
  for (const phrase of units.admin) unitKinds.add(phrase, 'admin')
  const full = new Lexicon<string>()
  for (const pair of abbreviations.pairs) full.add(pair.short, pair.full)
  const names = provinces.mergers.flatMap((merger) => [merger.name, ...merger.from])
  return {
    bodies: kinds,
    domains: phraseSet(bodies.domains),
    genericBodies: phraseSet(bodies.generic),
    innerBodies: phraseSet(bodies.inner),
    clauseBodies: phraseSet(bodies.clauses),
    commandBodies: phraseSet(bodies.commands),
    serials: phraseSet(bodies.serials),
    descriptors: phraseSet(bodies.descriptors),
    universities: phraseSet(bodies.universities),
    notBodies: phraseSet(bodies.notBodies),
    predicates: phraseSet(bodies.predicates),
    notNames: phraseSet(units.notNames),
    units: unitKinds,
    levels: phraseSet(units.levels),
    numberedUnits: phraseSet(units.numbered),
    notUnits: phraseSet(units.compounds),
    plurals: phraseSet(units.plural),
    peoples: phraseSet(units.peoples),
    provinces: phraseSet([...names, ...provinces.unchanged, ...provinces.spellings]),
    towns: phraseSet(provinces.towns),
    districts: phraseSet(provinces.districts),
    countries: phraseSet(provinces.countries),
    regions: phraseSet(provinces.regions),
    full,
  }
}

function nameMatchers({ honorifics, surnames, people }: VocabularyData) {
  const address = new Lexicon<Address>()
  for (const phrase of honorifics.singular) address.add(phrase, 'one')
  for (const phrase of honorifics.roles) address.add(phrase, 'role')
  for (const phrase of honorifics.plural) address.add(phrase, 'many')
  for (const phrase of honorifics.ranks) {
    address.add(phrase, 'rank')
    address.add(`${phrase}.`, 'rank')
  }
  for (const phrase of honorifics.never) address.add(phrase, 'never')
  const keysOf = (list: string[]) => new Set(list.flatMap((name) => phraseKeys(name).slice(0, 1)))
  return {
    address,
    surnames: keysOf(surnames.common),
    rareSurnames: keysOf(surnames.rare),
    middles: keysOf(surnames.middles),
    namesakes: phraseSet(people.namesakes),
    namesakeContexts: phraseSet(people.namesakeContexts),
  }
}

function topicMatchers({ events, awards, documents }: VocabularyData) {
  const eventNouns = new Lexicon<EventType>()
  for (const { type, phrases } of events.nouns) for (const phrase of phrases) eventNouns.add(phrase, type)
  const documentTypes = new Lexicon<string>()
  for (const type of documents.types) documentTypes.add(type, type)
  return {
    eventNouns,
    eventVerbs: phraseSet(events.verbs),
    venues: phraseSet(events.venues),
    companions: phraseSet(events.companions),
    teams: phraseSet(events.teams),
    awardKinds: phraseSet(awards.kinds),
    documentTypes,
    laws: phraseSet(documents.laws),
    codes: phraseSet(documents.codes),
    congressHeads: phraseSet(documents.congressHeads),
  }
}
