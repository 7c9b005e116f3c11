import { z } from 'zod'
import { PartialDate } from '../model/common'
import { EventType } from '../model/vocabulary'

const words = z.array(z.string().min(1))
const table = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ sources: words.min(1), ...shape })

/**
 * The word lists the reader works with, one property per file of `resources/vocabulary/`.
 * An office extends them without a programmer; every file names its sources.
 */
export const VocabularyData = z.strictObject({
  offices: table({
    /** Posts that stand alone: Bí thư, Giám đốc. */
    heads: words,
    /** Posts that need the body after them: Trưởng (Ban …), Chánh (Văn phòng …). */
    leading: words,
    prefixes: words,
    modifiers: words,
    joiners: words,
    terms: words,
    /** Common nouns that may follow a post: Hiệu trưởng nhà trường. */
    complements: words,
    /** Posts of diplomats, named by country and seat. */
    abroad: words,
    /** Words before a post that somebody is given. */
    holding: words,
    /** Words before the post of somebody else, in whose name a person acts. */
    lent: words,
  }),
  bodies: table({
    unique: words,
    /** Bodies of every level, proper only with a place: HĐND, Huyện ủy. */
    level: words,
    /** Kinds named by their field: Sở Nội vụ, Ban Pháp chế. */
    domainKinds: words,
    /** Of those, kinds that need no field of their own. */
    standing: words,
    /** Parts of a larger body, which a comma may part from it: Trung đoàn 123, Sư đoàn 3. */
    commands: words,
    /** Boards named by a whole matter, commas and all, up to their level. */
    clauses: words,
    /** What stands before the number of a group: Tổ đại biểu số 4, … đơn vị số 3. */
    serials: words,
    /** Of those, parts of a school or hospital: read in posts, no body of their own. */
    inner: words,
    domains: words,
    /** Teams every event or office has; no body of their own without a parent. */
    generic: words,
    /** Kinds with a name of their own: Công ty …, Trường … */
    named: z.array(z.strictObject({ kind: z.string() })),
    descriptors: words,
    /** Universities of several schools: Trường Đại học Luật, Đại học Huế. */
    universities: words,
    /** Words that begin like a kind of body and are none: Báo chí, Bộ máy. */
    notBodies: words,
    /** Verbs and the like that end the name of a body or place before them. */
    predicates: words,
  }),
  honorifics: table({ singular: words, roles: words, plural: words, ranks: words, never: words }),
  documents: table({
    types: words,
    /** What the letters of a number say it is: NQ, QĐ. */
    symbols: z.array(z.strictObject({ short: z.string(), type: z.string() })),
    congressTypes: words,
    congressHeads: words,
    laws: words,
    codes: words,
  }),
  awards: table({ kinds: words }),
  events: table({
    nouns: z.array(z.strictObject({ type: EventType, phrases: words })),
    /** Verbs before an event's name. */
    verbs: words,
    venues: words,
    /** Verbs that go along with a visit: thăm, tặng quà. */
    companions: words,
    teams: words,
  }),
  units: table({
    admin: words,
    levels: words,
    /** Units that may be named by a number. */
    numbered: words,
    sites: words,
    plural: words,
    vague: words,
    /** Words that end like a unit but are none: điểm cầu, hoạt động. */
    compounds: words,
    /** Peoples: "chùa Khmer" is the pagoda of one, not the name of one. */
    peoples: words,
    /** Words written with a capital that name no place. */
    notNames: words,
  }),
  provinces: table({
    since: PartialDate,
    mergers: z.array(z.strictObject({ name: z.string(), from: words })),
    unchanged: words,
    spellings: words,
    /** Towns and islands known by their bare name. */
    towns: words,
    /** Districts before 01/7/2025, whose names many communes bear since. */
    districts: words,
    /** Parts of the land larger than a province. */
    regions: words,
    /** Other countries, which no person is named after. */
    countries: words,
  }),
  surnames: table({ common: words, rare: words, middles: words }),
  people: table({ namesakes: words, namesakeContexts: words }),
  abbreviations: table({ pairs: z.array(z.strictObject({ short: z.string(), full: z.string() })) }),
  layout: table({
    cuts: words,
    lines: words,
    prefixes: words,
    contains: words,
    letterheads: words,
    rubrics: words,
  }),
  captions: table({
    starters: words,
    verbs: words,
    notStarters: words,
    /** What comes before names in the order people stand. */
    leftToRight: words,
    rightToLeft: words,
    /** What sets one row of people apart from another: the front one has rank 1, the others follow by rank. */
    rows: z.array(z.strictObject({ rank: z.number().int(), words })),
    /** The second from the left. */
    ordinals: z.array(z.strictObject({ nth: z.number().int(), words })),
    /** The words the sentence of order is written with. */
    writing: z.strictObject({ fromLeft: z.string(), front: z.string(), middle: z.string(), back: z.string() }),
    left: words,
    right: words,
    outermost: words,
    middle: words,
  }),
  credits: table({
    photo: words,
    text: words,
    both: words,
    sources_of: words,
    /** Words after a name that tell what it did: Lê An (thực hiện). */
    roles: words,
    notPhotographers: words,
    collective: words,
  }),
})
export type VocabularyData = z.infer<typeof VocabularyData>
