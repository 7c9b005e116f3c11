import type { Score } from './press'

/**
 * The least F1 the reader is held to, field by field. They are never lowered: a field below its bar is a defect.
 * Byline means authors and photographers, event dates from and to.
 */
export const PRESS_BARS: Readonly<Record<string, number>> = {
  title: 0.97,
  body: 0.995,
  captions: 0.97,
  authors: 0.97,
  photographers: 0.97,
  'event.from': 0.97,
  'event.to': 0.97,
  people: 0.97,
  documents: 0.97,
  offices: 0.92,
  'event.title': 0.92,
  'event.place': 0.92,
  'event.host': 0.92,
  organizations: 0.92,
  places: 0.92,
}

/** Fields whose F1 lies below their bar. */
export function belowBars(fields: Readonly<Record<string, Score>>): string[] {
  return Object.entries(PRESS_BARS)
    .filter(([field, bar]) => (fields[field]?.f1 ?? 0) < bar)
    .map(([field]) => field)
}
