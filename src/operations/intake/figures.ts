import type { Block } from '#core/model/article'
import type { TextSpan } from '#core/model/common'
import type { Found, PressReading } from '#core/press/reading'
import type { ArrivedPhoto, MatchedPhoto } from './photo-captions'

/**
 * The reading with its photos in place: figures of the container point at photos by their order in the
 * draft, loose photos stand where their captions stood, and a caption whose picture did not come keeps its
 * words as a figure of its own. Spans follow the blocks they point into.
 */
export function placeFigures(reading: PressReading, photos: ArrivedPhoto[], matched: MatchedPhoto[]): PressReading {
  const held = reading.body.map((block) => resolved(block, photos))
  const added = [...loosePhotos(photos, matched), ...captionsAlone(reading, photos, matched)]
  if (added.length === 0) return { ...reading, body: held }
  const body: Block[] = []
  const newPlace: number[] = []
  for (let place = 0; place <= held.length; place++) {
    for (const { after, figure } of added) if (after === place) body.push(figure)
    const block = held[place]
    if (!block) continue
    newPlace.push(body.length)
    body.push(block)
  }
  return { ...moved(reading, (index) => newPlace[index] ?? index), body }
}

interface Placed {
  after: number
  figure: Block
}

function resolved(block: Block, photos: ArrivedPhoto[]): Block {
  if (block.photo === undefined) return block
  const order = photos.findIndex(({ picture }) => picture === block.photo)
  const { photo: _, ...rest } = block
  return order < 0 ? rest : { ...rest, photo: order }
}

function loosePhotos(photos: ArrivedPhoto[], matched: MatchedPhoto[]): Placed[] {
  return matched.flatMap(({ found }, order) =>
    found?.after === undefined || photos[order]?.picture !== null
      ? []
      : [{ after: found.after, figure: { kind: 'figure' as const, text: '', photo: order } }],
  )
}

function captionsAlone(reading: PressReading, photos: ArrivedPhoto[], matched: MatchedPhoto[]): Placed[] {
  const used = new Set(matched.map(({ found }) => found))
  const here = new Set(photos.map(({ picture }) => picture))
  return reading.captions.flatMap((caption) => {
    const shown = used.has(caption) || (caption.picture !== null && here.has(caption.picture))
    if (shown || caption.after === undefined) return []
    return [{ after: caption.after, figure: { kind: 'figure' as const, text: caption.text } }]
  })
}

function moved(reading: PressReading, place: (index: number) => number): PressReading {
  const span = (one: TextSpan): TextSpan => (one.part === 'body' ? { ...one, index: place(one.index) } : one)
  const found = <T>(one: Found<T>): Found<T> => ({ ...one, spans: one.spans.map(span) })
  return {
    ...reading,
    event: reading.event && found(reading.event),
    people: reading.people.map(found),
    organizations: reading.organizations.map(found),
    places: reading.places.map(found),
    documents: reading.documents.map(found),
    awards: reading.awards.map(found),
  }
}
