import type { PressReading } from '#core/press/reading'

/** The reading of photos that came without any text: a photo story named after their folder. */
export function emptyReading(title: string): PressReading {
  return {
    title,
    lede: null,
    genre: 'photo-story',
    publishedOn: null,
    body: [],
    captions: [],
    authors: [],
    photographers: [],
    outlet: null,
    event: null,
    people: [],
    organizations: [],
    places: [],
    documents: [],
    awards: [],
    furniture: [],
  }
}
