import type { TextSpan } from '../model/common'
import type { EventFields, Reason } from '../model/draft'
import type { Learnt, LearntAbout } from '../model/learnt'
import { EventType } from '../model/vocabulary'
import type { Found, PressReading } from '../press/reading'
import type { VocabularyData } from '../press/vocabulary-data'
import { leadOf } from './differences'

/** A name the reader missed and a clerk added: sure enough to offer, not more. */
const CONFIDENCE = 0.8

/** True for what counts: certain from the first time, all else from the second. */
export function inForce(entry: Learnt): boolean {
  return entry.sure || entry.seen > 1
}

/**
 * The word lists with learnt offices and lines of page frames.
 * @returns null where nothing learnt changes them
 */
export function withLearntWords(data: VocabularyData, learnt: readonly Learnt[]): VocabularyData | null {
  const of = (about: LearntAbout) =>
    learnt.filter((entry) => entry.about === about && entry.change === 'added' && inForce(entry)).map(({ key }) => key)
  const offices = of('office')
  const lines = of('furniture')
  if (offices.length === 0 && lines.length === 0) return null
  return {
    ...data,
    offices: { ...data.offices, heads: [...data.offices.heads, ...offices] },
    layout: { ...data.layout, lines: [...data.layout.lines, ...lines] },
  }
}

/** A reading as the clerk's earlier corrections would have it; each change carries its reason. */
export function applyLearnt(reading: PressReading, learnt: readonly Learnt[]): PressReading {
  const lessons = new Lessons(learnt.filter(inForce))
  if (lessons.none) return reading
  const people = named(reading, 'person', reading.people, lessons, (name) => ({ name, offices: [] as string[] }))
  return {
    ...reading,
    ...bylines(reading, lessons),
    people: people.map((found) => withOffices(found, lessons)),
    organizations: named(reading, 'organization', reading.organizations, lessons, (name) => ({ name })),
    places: named(reading, 'place', reading.places, lessons, (name) => ({ name })),
    event: reading.event && eventWith(reading.event, lessons),
  }
}

class Lessons {
  private readonly byKey = new Map<string, Learnt>()

  constructor(private readonly all: Learnt[]) {
    for (const entry of all) this.byKey.set(`${entry.about} ${entry.change} ${entry.key}`, entry)
  }

  get none(): boolean {
    return this.all.length === 0
  }

  find(about: LearntAbout, change: Learnt['change'], key: string): Learnt | null {
    return this.byKey.get(`${about} ${change} ${key}`) ?? null
  }

  added(about: LearntAbout): Learnt[] {
    return this.all.filter((entry) => entry.about === about && entry.change === 'added')
  }
}

function named<T extends { name: string }>(
  reading: PressReading,
  about: 'person' | 'organization' | 'place',
  list: Found<T>[],
  lessons: Lessons,
  make: (name: string) => T,
): Found<T>[] {
  const corrected = list.map((found) => {
    const { name } = found.value
    const spelling = lessons.find(about, 'replaced', name)
    if (spelling) {
      const why: Reason = { code: 'learnt-replaced', args: { from: name, to: spelling.value } }
      return { ...found, value: { ...found.value, name: spelling.value }, why: [...found.why, why] }
    }
    const dropped = lessons.find(about, 'dropped', name)
    const why: Reason = { code: 'learnt-dropped', args: { name } }
    return dropped ? { ...found, why: [...found.why, why] } : found
  })
  const fresh: Found<T>[] = []
  for (const { key } of lessons.added(about)) {
    if (corrected.some(({ value }) => value.name === key)) continue
    const spans = spansOf(reading, key).filter(
      (span) => !list.some((found) => found.spans.some((one) => meet(one, span))),
    )
    const why: Reason[] = [{ code: 'learnt-added', args: { name: key } }]
    if (spans.length > 0) fresh.push({ value: make(key), spans, confidence: CONFIDENCE, why })
  }
  return [...corrected, ...fresh]
}

function withOffices<T extends { name: string; offices: string[] }>(found: Found<T>, lessons: Lessons): Found<T> {
  const why: Reason[] = []
  const offices = found.value.offices.map((office) => {
    const spelling = lessons.find('office', 'replaced', office)
    if (spelling) why.push({ code: 'learnt-replaced', args: { from: office, to: spelling.value } })
    else if (lessons.find('office', 'added', office)) why.push({ code: 'learnt-added', args: { name: office } })
    return spelling?.value ?? office
  })
  return why.length === 0 ? found : { ...found, value: { ...found.value, offices }, why: [...found.why, ...why] }
}

function eventWith(event: Found<EventFields>, lessons: Lessons): Found<EventFields> {
  const { value } = event
  const why = [...event.why]
  const lead = leadOf(value.title)
  const type = EventType.safeParse(lessons.find('event-type', 'replaced', lead)?.value)
  if (type.success && type.data !== value.type) why.push({ code: 'learnt-event-type', args: { words: lead } })
  const spelt = (about: 'place' | 'organization', name: string | null) =>
    name === null ? null : (lessons.find(about, 'replaced', name)?.value ?? name)
  const place = spelt('place', value.place)
  const host = spelt('organization', value.host)
  return { ...event, value: { ...value, type: type.success ? type.data : value.type, place, host }, why }
}

/** Bylines by their learnt spelling; a learnt one that the reader took for a line of text or frame moves up. */
function bylines(
  reading: PressReading,
  lessons: Lessons,
): Pick<PressReading, 'authors' | 'photographers' | 'body' | 'furniture'> {
  const ends = new Set([...reading.body.slice(-3).map((block) => block.text), ...reading.furniture])
  const taken = new Set<string>()
  const corrected = (about: 'author' | 'photographer', list: string[]) => {
    const kept = list.filter((name) => !lessons.find(about, 'dropped', name))
    const spelt = kept.map((name) => lessons.find(about, 'replaced', name)?.value ?? name)
    const missed = lessons.added(about).filter(({ key }) => ends.has(key))
    for (const { key } of missed) taken.add(key)
    return [...new Set([...spelt, ...missed.map(({ key }) => key)])]
  }
  const authors = corrected('author', reading.authors)
  const photographers = corrected('photographer', reading.photographers)
  const last = reading.body.length - 3
  // Only from the end, so that no span into the body moves.
  let keep = reading.body.length
  while (keep > 0 && keep > last && taken.has(reading.body[keep - 1]?.text ?? '')) keep -= 1
  return {
    authors,
    photographers,
    body: reading.body.slice(0, keep),
    furniture: reading.furniture.filter((line) => !taken.has(line)),
  }
}

/** Where exactly these words stand in the article, as whole words. */
function spansOf(reading: PressReading, words: string): TextSpan[] {
  const spans: TextSpan[] = []
  const look = (part: TextSpan['part'], index: number, text: string) => {
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
      const end = at + words.length
      const whole =
        !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) && !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))
      if (whole) spans.push({ part, index, start: at, end })
    }
  }
  look('title', 0, reading.title)
  look('lede', 0, reading.lede ?? '')
  for (const [index, block] of reading.body.entries()) look('body', index, block.text)
  for (const [index, caption] of reading.captions.entries()) look('caption', index, caption.text)
  return spans
}

function meet(a: TextSpan, b: TextSpan): boolean {
  return a.part === b.part && a.index === b.index && a.start < b.end && b.start < a.end
}
