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

/** Names are looked for in as many characters as fifty long articles have; what comes after is kept, unread. */
const MOST_READ = 1_000_000

function partsOf(layout: Layout): Part[] {
  const parts = [partOf('title', 0, layout.title)]
  let read = layout.title.length
  const add = (kind: Part['part'], texts: readonly string[]): void => {
    for (const [i, text] of texts.entries()) {
      if (read > MOST_READ) return
      parts.push(partOf(kind, i, text))
      read += text.length
    }
  }
  add('lede', layout.lede === null ? [] : [layout.lede])
  add(
    'body',
    layout.body.map((block) => block.text),
  )
  add(
    'caption',
    layout.captions.map((caption) => caption.text),
  )
  return parts
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
