import type { PressReading } from '#core/press/reading'
import type { SourceText } from '#core/press/source'

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

/** The text as it stands, first line as title: what is left where the reader itself fails, so that nothing is lost. */
export function plainReading(source: SourceText): PressReading {
  const lines = source.blocks.map((block) => block.text.trim()).filter(Boolean)
  const [title = '', ...rest] = lines
  return { ...emptyReading(title), genre: 'news', body: rest.map((text) => ({ kind: 'paragraph', text })) }
}
