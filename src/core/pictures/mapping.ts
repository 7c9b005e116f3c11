import { z } from 'zod'
import { comparable } from '../text/fold'
import { cleanText } from '../text/normalise'
import type { Inside, NamedInside, NamedUnder } from './inside'
import { takenAtOf } from './taken-at'

/** Fields of a photo's record that words inside its file may fill. */
export const mappedFields = [
  'caption',
  'title',
  'photographers',
  'takenAt',
  'place',
  'rights',
  'keywords',
  'people',
] as const
export type MappedField = (typeof mappedFields)[number]

/** Which tags fill a field: the first that says something, or what all of them say together. */
export const FieldMapping = z.object({
  take: z.enum(['first', 'all']),
  from: z.array(z.string().min(1).max(200)).max(50),
})
export type FieldMapping = z.infer<typeof FieldMapping>

/** Which words inside pictures become which fields, as an archive has it. */
export const PhotoMapping = z.object({
  fields: z.record(z.enum(mappedFields), FieldMapping),
  /** The .xmp file beside a picture goes before the XMP in it: who describes without touching the original writes there. */
  sidecarFirst: z.boolean(),
})
export type PhotoMapping = z.infer<typeof PhotoMapping>

/** The data of resources/photos/mapping.json: the mapping shipped, and what the rule needs to know besides. */
export const PhotoRules = z.object({
  mapping: PhotoMapping,
  /** Tags that one value is put together from, under the first of them. */
  joined: z.record(z.string(), z.array(z.string())),
  /** Tags that may be added to a field; those of the mapping are known anyway. */
  further: z.record(z.enum(mappedFields), z.array(z.string())),
  /** Patterns of texts that cameras and programs write where words of people belong. */
  makerTexts: z.array(z.string()),
  /** Patterns of times that cameras show whose clock was never set. */
  unsetClocks: z.array(z.string()),
})
export type PhotoRules = z.infer<typeof PhotoRules>

/**
 * How a value stands among those found for a field. `taken`: the record has it. `same`: says the same as the one taken.
 * `shorter`: the beginning of one taken, cut by a limit of length. `other`: differs, and is passed over. `maker`: text of
 * the camera or a program. `unusable`: no date where one belongs.
 */
export const standings = ['taken', 'same', 'shorter', 'other', 'maker', 'unusable'] as const
export type Standing = (typeof standings)[number]

/** What one tag says for a field. */
export interface Candidate {
  tag: string
  sidecar: boolean
  language: string
  values: string[]
  standing: Standing
}

/** All that a picture's file says. */
export interface SaidInside {
  words: readonly Inside[]
  named: readonly NamedUnder[]
}

/** The fields of a record as a mapping takes them from a picture, and which of them are said differently elsewhere. */
export interface Mapped {
  caption: string
  title: string
  photographers: string[]
  takenAt: string | null
  place: string
  rights: string
  keywords: string[]
  people: NamedInside[]
  differing: MappedField[]
  /** The time is one that a camera shows whose clock was never set. */
  doubtful: boolean
}

/** Takes the fields of a record from what is written inside a picture. */
export function mapPicture(said: SaidInside, rules: PhotoRules, mapping: PhotoMapping = rules.mapping): Mapped {
  const found = (field: MappedField) => candidatesOf(field, said, rules, mapping)
  const all = new Map(mappedFields.map((field) => [field, found(field)]))
  const taken = (field: MappedField) => all.get(field)!.filter(({ standing }) => standing === 'taken')
  const first = (field: MappedField) => taken(field)[0]?.values[0] ?? ''
  const takenAt = first('takenAt') || null
  return {
    caption: oneLine(first('caption')),
    title: oneLine(first('title')),
    photographers: distinct(taken('photographers').flatMap(({ values }) => values.map(oneLine))),
    takenAt,
    place: oneLine(first('place')),
    rights: oneLine(first('rights')),
    keywords: distinct(taken('keywords').flatMap(({ values }) => values.map(oneLine))),
    // Who says no other names may still know where they are.
    people: peopleOf(
      said.named,
      all.get('people')!.filter(({ standing }) => /^(taken|same)$/.test(standing)),
    ),
    differing: mappedFields.filter((field) => all.get(field)!.some(({ standing }) => standing === 'other')),
    doubtful: takenAt !== null && rules.unsetClocks.some((pattern) => new RegExp(`^(?:${pattern})`).test(takenAt)),
  }
}

/** Every value found for a field in the order of the mapping, each with how it stands. */
export function candidatesOf(
  field: MappedField,
  said: SaidInside,
  rules: PhotoRules,
  mapping: PhotoMapping = rules.mapping,
): Candidate[] {
  const { take, from } = mapping.fields[field] ?? { take: 'first', from: [] }
  const found = from.flatMap((tag) => saidUnder(field, tag, said, rules))
  const ordered = mapping.sidecarFirst ? [...sidecars(found, true), ...sidecars(found, false)] : found
  const usable = ordered.map((one) => ({ ...one, standing: usability(field, one.values, rules) }))
  const good = usable.filter(({ standing }) => standing === null)
  const taken = take === 'all' ? good : good.slice(0, 1).map((one) => longest(one, good))
  const seen = new Set<string>()
  return usable.map((one) => {
    const standing = one.standing ?? (taken.includes(one) ? takenOf(one, seen) : besides(one, taken, field))
    return { ...one, standing }
  })
}

type Found = Omit<Candidate, 'standing'>

const sidecars = (found: Found[], wanted: boolean): Found[] => found.filter(({ sidecar }) => sidecar === wanted)

/** What all say together is said once; whoever adds nothing says the same. */
function takenOf({ values }: Found, seen: Set<string>): Standing {
  const fresh = values.filter((value) => !seen.has(comparable(value)))
  for (const value of values) seen.add(comparable(value))
  return fresh.length > 0 ? 'taken' : 'same'
}

function saidUnder(field: MappedField, tag: string, said: SaidInside, rules: PhotoRules): Found[] {
  if (field === 'people') return namesUnder(tag, said)
  const parts = rules.joined[tag] ?? [tag]
  return [true, false].flatMap((sidecar) => {
    const own = said.words.filter((one) => (one.sidecar ?? false) === sidecar)
    if (parts.length > 1) return joinedOf(field, tag, parts, own, sidecar)
    const languages = own.filter((one) => one.tag === tag)
    return inOrder(languages).map((one) => ({
      tag,
      sidecar,
      language: one.language ?? '',
      values: field === 'takenAt' ? dated(one.values) : one.values,
    }))
  })
}

/** Vietnamese first, then what is for everybody, then other languages. */
function inOrder(alternatives: Inside[]): Inside[] {
  const rank = ({ language = '' }: Inside) => (/^vi\b/i.test(language) ? 0 : language === '' ? 1 : 2)
  return [...alternatives].sort((a, b) => rank(a) - rank(b))
}

/** Date and time, or the parts of a place from the smallest: one value. */
function joinedOf(field: MappedField, tag: string, parts: string[], own: Inside[], sidecar: boolean): Found[] {
  const values = parts.map((part) => own.find((one) => one.tag === part && !one.language)?.values[0] ?? '')
  if (field === 'takenAt') {
    return values[0] ? [{ tag, sidecar, language: '', values: dated([values.join(' ').trim()]) }] : []
  }
  const place = distinct(values.filter((value) => value !== '')).join(', ')
  return place === '' ? [] : [{ tag, sidecar, language: '', values: [place] }]
}

/** Times as we write them; what is none stays as it stands, to be seen. */
const dated = (values: string[]): string[] => values.map((value) => takenAtOf(value) ?? value)

function namesUnder(tag: string, { named }: SaidInside): Found[] {
  return [true, false].flatMap((sidecar) => {
    const own = named.filter((one) => one.tag === tag && (one.sidecar ?? false) === sidecar)
    return own.length === 0 ? [] : [{ tag, sidecar, language: '', values: own.map(({ name }) => name) }]
  })
}

const makers = new WeakMap<string[], RegExp>()

function makerPattern(texts: string[]): RegExp {
  const pattern = makers.get(texts) ?? new RegExp(`^(?:${texts.join('|')})$`, 'i')
  makers.set(texts, pattern)
  return pattern
}

/** Null where the value may be taken. */
function usability(field: MappedField, values: string[], { makerTexts }: PhotoRules): 'maker' | 'unusable' | null {
  if (field === 'takenAt') return takenAtOf(values[0] ?? '') === null ? 'unusable' : null
  if (field === 'people' || field === 'keywords') return null
  const maker = makerPattern(makerTexts)
  return values.every((value) => maker.test(oneLine(value))) ? 'maker' : null
}

/** How long IPTC-IIM 4.2 (chapter 6) lets a value be, in bytes. */
const CUT_AT: Record<string, number> = {
  'IPTC:Caption-Abstract': 2000,
  'IPTC:Headline': 256,
  'IPTC:CopyrightNotice': 128,
  'IPTC:ObjectName': 64,
  'IPTC:By-line': 32,
  'IPTC:Sub-location': 32,
}

/** IPTC-IIM cuts: of a value as long as it may be there, a longer one that begins so is what was meant. */
function longest<T extends Found>(first: T, all: T[]): T {
  const [start = ''] = first.values
  const bytes = encodeURIComponent(start.replace(/\p{Cs}/gu, '?')).replace(/%../g, '.').length
  // A letter is cut off whole, a word perhaps.
  const most = CUT_AT[first.tag]
  if (most === undefined || bytes <= most - 12) return first
  const whole = all.filter(({ values }) => values.length === first.values.length && isStart(start, values[0] ?? ''))
  return whole.reduce((best, one) => (length(one) > length(best) ? one : best), first)
}

const length = ({ values }: Found): number => values.join().length

/** Cut texts are of the length of a limit; short ones that begin alike are other words. */
const SHORTEST_CUT = 28

function isStart(cut: string, whole: string): boolean {
  const [short, long] = [plain(cut), plain(whole)]
  // The last letter may have been cut through.
  return short.length >= SHORTEST_CUT && long.length > short.length && long.startsWith(short.slice(0, -1))
}

function besides(one: Found, taken: Found[], field: MappedField): Standing {
  const held = taken.flatMap(({ values }) => values)
  const same = (value: string) => held.some((other) => sameValue(field, value, other))
  if (one.values.every(same)) return 'same'
  return one.values.every((value) => same(value) || held.some((other) => isStart(value, other))) ? 'shorter' : 'other'
}

function sameValue(field: MappedField, a: string, b: string): boolean {
  if (field !== 'takenAt') return plain(a) === plain(b)
  // The wall time counts: one may know the zone and the other not, or the day alone.
  const wall = (time: string) => time.slice(0, 19)
  return wall(a).startsWith(wall(b)) || wall(b).startsWith(wall(a))
}

const plain = (text: string): string => comparable(oneLine(text))

function peopleOf(named: readonly NamedUnder[], taken: Candidate[]): NamedInside[] {
  const people = new Map<string, NamedInside>()
  for (const { tag, sidecar } of taken) {
    for (const one of named) {
      if (one.tag !== tag || (one.sidecar ?? false) !== sidecar) continue
      const there = people.get(comparable(one.name))
      people.set(comparable(one.name), {
        name: there?.name ?? one.name,
        region: there?.region ?? one.region,
      })
    }
  }
  return [...people.values()]
}

function distinct(values: string[]): string[] {
  return [...new Map(values.filter((value) => value !== '').map((value) => [comparable(value), value])).values()]
}

function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}
