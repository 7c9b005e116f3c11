import type { ReadingJson } from '#core/press/contract'
import { comparable } from '#core/text/fold'

/** Right answers, answers given and answers wanted of one field, over any number of articles. */
export interface Count {
  right: number
  given: number
  wanted: number
}

export interface Score extends Count {
  precision: number
  recall: number
  f1: number
}

/** A gold reading; what stands in a list `…Optional` may be given or not. */
export type Gold = Partial<ReadingJson> & {
  organizationsOptional?: string[]
  placesOptional?: string[]
  documentsOptional?: ReadingJson['documents']
}

export interface Miss {
  file: string
  field: string
  missing: string[]
  extra: string[]
}

type Add = (field: string, gold: readonly string[], got: readonly string[], optional?: readonly string[]) => void

const TITLE_OVERLAP = 0.8

/**
 * Scores readings by the rules of the reading contract: every field over the whole set.
 * Strings compare folded by case, white space, NFC and tone placement.
 * @param gold the annotations
 * @param got the readings, in the same order
 */
export function scoreReadings(
  gold: readonly Gold[],
  got: readonly ReadingJson[],
): { fields: Record<string, Score>; misses: Miss[] } {
  const counts: Record<string, Count> = {}
  const misses: Miss[] = []
  for (const [i, wanted] of gold.entries()) {
    const reading = got[i]
    if (!reading) continue
    const add: Add = (field, want, have, optional = []) => {
      const result = matchElements(want.map(comparable), have.map(comparable), optional.map(comparable))
      counts[field] ??= { right: 0, given: 0, wanted: 0 }
      const count = counts[field]
      count.right += result.right
      count.given += result.right + result.extra.length
      count.wanted += result.right + result.missing.length
      if (result.missing.length + result.extra.length > 0)
        misses.push({ file: reading.file, field, missing: result.missing, extra: result.extra })
    }
    scoreText(wanted, reading, add)
    scoreEvent(wanted, reading, add)
    scorePeople(wanted, reading, add)
    scoreDocuments(wanted, reading, add)
    scoreAwards(wanted, reading, add)
  }
  return { fields: Object.fromEntries(Object.entries(counts).map(([field, count]) => [field, scoreOf(count)])), misses }
}

function scoreOf(count: Count): Score {
  const precision = count.given === 0 ? 1 : count.right / count.given
  const recall = count.wanted === 0 ? 1 : count.right / count.wanted
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { ...count, precision, recall, f1 }
}

/** Elements of two lists that are equal, each used once; optional ones count neither way. */
function matchElements(wanted: readonly string[], given: readonly string[], optional: readonly string[]) {
  const open = [...given]
  const missing: string[] = []
  let right = 0
  for (const element of wanted) {
    const at = open.indexOf(element)
    if (at < 0) missing.push(element)
    else {
      open.splice(at, 1)
      right++
    }
  }
  return { right, missing, extra: open.filter((element) => !optional.includes(element)) }
}

const one = (value: string | null | undefined): string[] => (value === null || value === undefined ? [] : [value])

function scoreText(gold: Gold, got: ReadingJson, add: Add): void {
  if (gold.title !== undefined) add('title', one(gold.title), one(got.title))
  if (gold.lede !== undefined) add('lede', one(gold.lede), one(got.lede))
  if (gold.publishedOn !== undefined) add('publishedOn', one(gold.publishedOn), one(got.publishedOn))
  if (gold.body) add('body', gold.body, got.body)
  if (gold.captions) add('captions', gold.captions, got.captions)
  if (gold.authors) add('authors', gold.authors, got.authors)
  if (gold.photographers) add('photographers', gold.photographers, got.photographers)
  if (gold.furniture) add('furniture', gold.furniture, got.furniture)
  if (gold.organizations) add('organizations', gold.organizations, got.organizations, gold.organizationsOptional)
  if (gold.places) add('places', gold.places, got.places, gold.placesOptional)
}

function scoreEvent(gold: Gold, got: ReadingJson, add: Add): void {
  if (gold.event === undefined) return
  add('event.type', one(gold.event?.type), one(got.event?.type))
  add('event.from', one(gold.event?.from), one(got.event?.from))
  add('event.to', one(gold.event?.to), one(got.event?.to))
  add('event.place', one(gold.event?.place), one(got.event?.place))
  add('event.host', one(gold.event?.host), one(got.event?.host))
  const same = gold.event && got.event && tokenOverlap(gold.event.title, got.event.title) >= TITLE_OVERLAP
  add('event.title', one(gold.event?.title), one(same ? gold.event?.title : got.event?.title))
}

/** Dice coefficient over folded words. */
export function tokenOverlap(a: string, b: string): number {
  const words = (text: string) => comparable(text).match(/[\p{L}\p{N}]+/gu) ?? []
  const [x, y] = [words(a), words(b)]
  if (x.length + y.length === 0) return 1
  const { right } = matchElements(x, y, [])
  return (2 * right) / (x.length + y.length)
}

function scorePeople(gold: Gold, got: ReadingJson, add: Add): void {
  if (!gold.people) return
  add(
    'people',
    gold.people.map((person) => person.name),
    got.people.map((person) => person.name),
  )
  for (const person of gold.people) {
    const found = got.people.find((other) => comparable(other.name) === comparable(person.name))
    if (found) add('offices', person.offices, found.offices)
  }
}

type Document = ReadingJson['documents'][number]
const documentKey = (document: Document): string => document.number ?? `${document.type}: ${document.subject ?? ''}`

function scoreDocuments(gold: Gold, got: ReadingJson, add: Add): void {
  if (!gold.documents) return
  add(
    'documents',
    gold.documents.map(documentKey),
    got.documents.map(documentKey),
    gold.documentsOptional?.map(documentKey),
  )
  for (const document of gold.documents) {
    const found = got.documents.find((other) => comparable(documentKey(other)) === comparable(documentKey(document)))
    if (!found) continue
    add('documents.date', one(document.date), one(found.date))
    add('documents.issuer', one(document.issuer), one(found.issuer))
  }
}

function scoreAwards(gold: Gold, got: ReadingJson, add: Add): void {
  if (!gold.awards) return
  add(
    'awards',
    gold.awards.map((award) => award.name),
    got.awards.map((award) => award.name),
  )
  for (const award of gold.awards) {
    const found = got.awards.find((other) => comparable(other.name) === comparable(award.name))
    if (found) add('awards.to', award.to, found.to)
  }
}

/** The scores as a table for people. */
export function scoreTable(fields: Record<string, Score>): string {
  const percent = (value: number) => value.toFixed(3).padStart(7)
  const rows = Object.entries(fields).map(
    ([field, score]) =>
      `${field.padEnd(18)}${percent(score.precision)}${percent(score.recall)}${percent(score.f1)}  ${score.right}/${score.given}/${score.wanted}`,
  )
  return [
    `${'field'.padEnd(18)}${'P'.padStart(7)}${'R'.padStart(7)}${'F1'.padStart(7)}  right/given/wanted`,
    ...rows,
  ].join('\n')
}
