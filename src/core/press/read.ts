import { documentsIn } from './documents'
import { entitiesIn } from './entities'
import { gatherSureNames } from './gather'
import { layOut } from './layout/layout'
import { type Mention, mentionsIn } from './mentions'
import { joinPeople } from './people'
import type { PressReading } from './reading'
import { type Part, partOf, type Scene } from './scene'
import type { SourceText } from './source'
import type { Vocabulary } from './vocabulary'

/**
 * Reads a press release: what is title, lede, body, caption and credit, and which people, offices,
 * bodies, places, documents, awards and event it names. Never throws on odd text; linear in its length.
 * @param source the text with its layout, from any container
 * @param vocabulary compiled word lists
 */
export function readPress(source: SourceText, vocabulary: Vocabulary): PressReading {
  const layout = layOut(source, vocabulary)
  const parts: Part[] = [
    partOf('title', 0, layout.title),
    ...(layout.lede === null ? [] : [partOf('lede', 0, layout.lede)]),
    ...layout.body.map((block, i) => partOf('body', i, block.text)),
    ...layout.captions.map((caption, i) => partOf('caption', i, caption.text)),
  ]
  const scene: Scene = { vocabulary, parts, people: new Set(), places: new Set() }
  gatherSureNames(scene)
  const mentions = parts.flatMap((part) => mentionsIn(scene, part, () => false))
  const people = joinPeople(scene, mentions)
  const entities = entitiesIn(scene, nameTokens(mentions))
  return {
    ...layout,
    genre: 'news',
    event: null,
    people,
    ...entities,
    documents: documentsIn(scene),
    awards: [],
  }
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
