import type { Explanation, Finding } from '#contract/explain'
import type { Found, PressReading } from '#core/press/reading'
import { readWithLearnt } from '../learnt/lessons'
import type { Handler } from '../runner'
import { readRelease } from './take-release'

/** Reads one file and tells what was found where, how sure and why; the file is only looked at. */
export const explainFile: Handler<'intake.explain'> = async (context, { path }, work) => {
  const read = await readRelease(context, path, work.signal)
  const reading = await readWithLearnt(context, read.source)
  const { genre, publishedOn, authors, photographers } = reading
  return {
    file: path,
    genre,
    publishedOn,
    authors,
    photographers,
    parts: partsOf(reading),
    findings: findingsIn(reading),
    warnings: read.warnings,
  }
}

function partsOf({ title, lede, body, captions, furniture }: PressReading): Explanation['parts'] {
  return [
    { part: 'title', index: 0, text: title },
    ...(lede === null ? [] : [{ part: 'lede' as const, index: 0, text: lede }]),
    ...body.map(({ text }, index) => ({ part: 'body' as const, index, text })),
    ...captions.map(({ text }, index) => ({ part: 'caption' as const, index, text })),
    ...furniture.map((text, index) => ({ part: 'furniture' as const, index, text })),
  ]
}

function findingsIn(reading: PressReading): Finding[] {
  const { event, people, organizations, places, documents, awards } = reading
  return [
    ...(event ? [eventFinding(event)] : []),
    ...people.map((found) => finding('person', found, found.value.name, found.value.offices)),
    ...organizations.map((found) => finding('organization', found, found.value.name, [])),
    ...places.map((found) => finding('place', found, found.value.name, [])),
    ...documents.map((found) => {
      const { type, number, date, issuer, subject } = found.value
      return finding('document', found, [type, number].filter(Boolean).join(' '), [date, issuer, subject])
    }),
    ...awards.map((found) => finding('award', found, found.value.name, found.value.to)),
  ]
}

function eventFinding(event: NonNullable<PressReading['event']>): Finding {
  const { type, title, from, to, place, host } = event.value
  return { ...finding('event', event, title, [from, to === from ? null : to, place, host]), eventType: type }
}

function finding(kind: Finding['kind'], found: Found<unknown>, name: string, details: (string | null)[]): Finding {
  const { spans, confidence, why } = found
  return { kind, name, details: details.filter((one) => one !== null), eventType: null, spans, confidence, why }
}
