import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Gold, Score } from './press'
import { scoreReadings } from './press'
import type { Scored } from './press-folder'

/** What a name tagger finds in a text. */
export interface Names {
  people: string[]
  places: string[]
}

/** A tagger of people and places that knows nothing of this project. */
export interface Peer {
  name: string
  tag(text: string): Names
}

const UPPER_RUN = /\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)+/gu
const UNIT = /(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|phường|xã|thôn|bản|buôn|làng|ấp|sông|núi|đường) (?=\p{Lu})/iu
const UNIT_BEFORE = new RegExp(`${UNIT.source.slice(0, -'(?=\\p{Lu})'.length)}$`, 'iu')

/**
 * The plain guess: a run of two to four capitalised words is a person, one after the kind of an administrative unit
 * is a place together with that kind. It has no word lists and no grammar.
 */
export const capitalisedRuns: Peer = {
  name: 'capitalised runs',
  tag(text) {
    const names: Names = { people: [], places: [] }
    for (const match of text.matchAll(UPPER_RUN)) {
      const kind = UNIT_BEFORE.exec(text.slice(Math.max(0, match.index - 12), match.index))?.[0]
      if (kind) names.places.push(kind + match[0])
      else if (match[0].split(' ').length <= 4) names.people.push(match[0])
    }
    return { people: once(names.people), places: once(names.places) }
  },
}

interface VntkModule {
  ner(): { tag(text: string): string[][] }
}

/**
 * The tagger of the npm package `vntk` (a conditional random field trained on VLSP 2016), where a folder holds it:
 * it compiles two native modules when it is installed, so it is no dependency of this project.
 * @param folder the folder in which `npm install vntk` was run
 * @throws Error of module resolution where it is not there
 */
export function vntkPeer(folder: string): Peer {
  const vntk = createRequire(join(folder, 'package.json'))('vntk') as VntkModule
  const ner = vntk.ner()
  return {
    name: 'vntk NER',
    tag(text) {
      const names: Names = { people: [], places: [] }
      for (const line of text.split('\n')) {
        if (line.trim() === '') continue
        for (const { label, words } of entities(ner.tag(line))) {
          if (label === 'PER') names.people.push(words)
          if (label === 'LOC') names.places.push(words)
        }
      }
      return { people: once(names.people), places: once(names.places) }
    },
  }
}

/** Runs of B-X, I-X tags as one entity each. */
function entities(tagged: string[][]): { label: string; words: string }[] {
  const found: { label: string; words: string }[] = []
  let inside = false
  for (const row of tagged) {
    const [word = '', tag = 'O'] = [row[0], row.at(-1)]
    const label = tag.slice(2)
    const last = found.at(-1)
    if (inside && last && tag.startsWith('I-') && last.label === label) last.words += ` ${word}`
    else if (tag !== 'O') found.push({ label, words: word })
    inside = tag !== 'O'
  }
  return found
}

const once = (names: string[]): string[] => [...new Set(names)]

/** How well a tagger finds the people and places of annotated texts, by the same rules as the reader. */
export function scorePeer(peer: Peer, texts: readonly Scored[]): Record<'people' | 'places', Score> {
  const golds = texts.map(({ gold }): Gold => {
    const { people, places, placesOptional = [] } = gold
    return {
      ...(people && { people: people.map(({ name }) => ({ name, offices: [] })) }),
      ...(places && { places, placesOptional }),
    }
  })
  const readings = texts.map(({ source, reading }) => {
    const { people, places } = peer.tag(source.blocks.map((block) => block.text).join('\n'))
    return { ...reading, people: people.map((name) => ({ name, offices: [] })), places }
  })
  const { fields } = scoreReadings(golds, readings)
  return { people: fields.people as Score, places: fields.places as Score }
}
