import { awardsIn } from './awards'
import { documentsIn } from './documents'
import { entitiesIn } from './entities'
import { eventOf } from './event/event'
import { gatherSureNames } from './gather'
import { genreOf } from './genre'
import { type Layout, layOut } from './layout/layout'
import { type Mention, mentionsIn } from './mentions'
import { joinPeople } from './people'
import type { PressReading } from './reading'
import { recipientsFrom } from './recipients'
import { type Part, partOf, type Scene } from './scene'
import type { SourceText } from './source'
import type { Vocabulary } from './vocabulary'

/** Kinds of article that report no event, whatever meetings their words name. */
const EVENTLESS = new Set(['communique', 'interview', 'notice'])

/**
 * Reads a press release: what is title, lede, body, caption and credit, and which people, offices,
 * bodies, places, documents, awards and event it names. Never throws on odd text; linear in its length.
 * @param source the text with its layout, from any container
 * @param vocabulary compiled word lists
 */
export function readPress(source: SourceText, vocabulary: Vocabulary): PressReading {
  const layout = layOut(source, vocabulary)
  const genre = genreOf(layout)
  const scene: Scene = { vocabulary, parts: partsOf(layout), people: new Set(), places: new Set() }
  gatherSureNames(scene)
  const mentions = scene.parts.flatMap((part) => mentionsIn(scene, part))
  const people = joinPeople(scene, mentions)
  const { organizations, places } = entitiesIn(scene, nameTokens(mentions))
  const documents = documentsIn(scene)
  const citations = documents.flatMap((document) => document.spans)
  return {
    ...layout,
    genre,
    event: EVENTLESS.has(genre) ? null : eventOf(scene, layout.publishedOn, citations),
    people,
    organizations,
    places,
    documents,
    awards: awardsIn(scene, recipientsFrom(people, organizations, mentions)),
  }
}

function partsOf(layout: Layout): Part[] {
  return [
    partOf('title', 0, layout.title),
    ...(layout.lede === null ? [] : [partOf('lede', 0, layout.lede)]),
    ...layout.body.map((block, i) => partOf('body', i, block.text)),
    ...layout.captions.map((caption, i) => partOf('caption', i, caption.text)),
  ]
}

/** Tells whether a token stands inside a person's name. */
function nameTokens(mentions: readonly Mention[]): (part: Part, token: number) => boolean {
  const taken = new Map<Part, Set<number>>()
  for (const { part, from, to } of mentions) {
    const tokens = taken.get(part) ?? new Set()
    for (let i = from; i < to; i++) tokens.add(i)
    taken.set(part, tokens)
  }
  return (part, token) => taken.get(part)?.has(token) === true
}
