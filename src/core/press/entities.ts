import type { NameFields } from '../model/draft'
import { type BodyHit, bodyAt } from './bodies'
import { type Name, NameList } from './name-list'
import { type OfficeHit, officeAt } from './offices'
import { expanded } from './people'
import { type PlaceHit, placesAt } from './places'
import type { Found } from './reading'
import { type Part, reason, type Scene, spanOf, textOf } from './scene'

export interface Entities {
  organizations: Found<NameFields>[]
  places: Found<NameFields>[]
}

/**
 * Bodies and places of all parts, each once in its fullest form, in order of first appearance.
 * A place inside a body's name is part of that name only.
 * @param isPerson tells tokens that belong to a person's name
 */
export function entitiesIn(scene: Scene, isPerson: (part: Part, token: number) => boolean): Entities {
  const organizations = new NameList()
  const places = new NameList()
  for (const part of scene.parts) {
    if (part.shouted) continue
    for (let i = 0; i < part.tokens.length; ) {
      const token = part.tokens[i]!
      if ((!token.cap && !scene.vocabulary.starts.has(token.key)) || isPerson(part, i)) {
        i++
        continue
      }
      // "Đại sứ quán Hàn Quốc" is no ambassador.
      const head = scene.vocabulary.officeHeads.longestAt(part.tokens, i)
      const isBody = head && (scene.vocabulary.bodies.longestAt(part.tokens, i)?.end ?? 0) > head.end
      const office = head && !isBody ? officeAt(scene, part, i) : null
      if (office) {
        for (const { from, body } of office.bodies)
          if (counts(scene, part, from, body)) addBody(scene, organizations, part, from, body)
        addPlacesOf(scene, places, part, i, office)
        i = office.end
        continue
      }
      const body = bodyAt(scene, part, i)
      // "Đoàn khảo sát Thường trực HĐND tỉnh Vĩnh Long": the body that sent the team stands inside.
      const team = body?.class === 'team' ? scene.vocabulary.teams.longestAt(part.tokens, i) : null
      if (team) {
        i = team.end
        continue
      }
      if (body) {
        if (counts(scene, part, i, body)) addBody(scene, organizations, part, i, body)
        i = body.end
        continue
      }
      const hit = placesAt(scene, part, i, (token) => isPerson(part, token))
      for (const place of hit?.places ?? []) addPlace(scene, places, part, place)
      i = hit?.end ?? i + 1
    }
  }
  return { organizations: organizations.names.map(toFound), places: joinBare(places.names).map(toFound) }
}

/** Places inside an office but outside its bodies: "Trưởng bon Bu Prăng". */
function addPlacesOf(scene: Scene, places: NameList, part: Part, from: number, office: OfficeHit): void {
  for (let i = from; i < office.end; ) {
    const body = office.bodies.find((one) => one.from === i)?.body
    // "đại biểu HĐND TP. Huế": the council stands in the post, the city is its.
    const ofCouncil = /^(?:hđnd|dân)$/.test(part.tokens[i - 1]?.key ?? '')
    const hit = body || ofCouncil ? null : placesAt(scene, part, i, () => false)
    for (const place of hit?.places ?? []) if (place.kind) addPlace(scene, places, part, place)
    i = Math.max(i + 1, body?.end ?? hit?.end ?? 0)
  }
}

function addPlace(scene: Scene, places: NameList, part: Part, place: PlaceHit): void {
  const text = textOf(part, place.from, place.to)
  places.add({
    text,
    key: placeKey(scene, text),
    spans: [spanOf(part, place.from, place.to)],
    confidence: place.kind ? 0.95 : 0.8,
    why: place.kind ? 'place-kind' : 'place-known',
  })
}

const toFound = (name: Name): Found<NameFields> => ({
  value: { name: name.text },
  spans: name.spans,
  confidence: name.confidence,
  why: [reason(name.why, { name: name.text })],
})

/** Kind and level alone ("HĐND tỉnh", "các sở, ban, ngành") name no body; nor does "đại biểu Quốc hội". */
function counts({ vocabulary }: Scene, part: Part, i: number, body: BodyHit): boolean {
  if (!body.proper || body.class === 'team') return false
  const before = part.tokens[i - 1]
  if (before && body.class === 'domain' && vocabulary.plurals.longestAt(part.tokens, i - 1)) return false
  if (vocabulary.genericBodies.longestAt(part.tokens, i)?.end === body.end) return false
  if (body.class === 'domain' && !body.parent && vocabulary.innerBodies.longestAt(part.tokens, i)) return false
  if (part.tokens[body.end]?.key === 'các' && part.tokens[body.end + 1]?.key === 'cấp') return false
  const group = before?.key === 'biểu' && part.tokens[i - 2]?.key === 'đại'
  return !(group && body.class === 'unique')
}

function addBody(scene: Scene, names: NameList, part: Part, i: number, body: BodyHit): void {
  // "Khoa Nhi Bệnh viện Đa khoa tỉnh": of the part the whole is the body.
  if (body.parent && isInner(scene, part, i)) {
    addBody(scene, names, part, body.parent.from, body.parent.body)
    return
  }
  const text = textOf(part, i, body.end)
  names.add({
    text,
    // "Liên đoàn Lao động (LĐLĐ) tỉnh" is "LĐLĐ tỉnh".
    key: expanded(scene, text.replace(/\s\(\p{Lu}+\)/u, '')),
    spans: [spanOf(part, i, body.end)],
    confidence: 0.9,
    why: `body-${body.class}`,
  })
}

const isInner = ({ vocabulary }: Scene, part: Part, i: number): boolean =>
  vocabulary.innerBodies.longestAt(part.tokens, i) !== null

const placeKey = (scene: Scene, text: string): string[] => [expanded(scene, text).join(' ')]

/** "Chiêm Hóa" beside "huyện Chiêm Hóa" is that district. */
function joinBare(places: readonly Name[]): Name[] {
  const byEnding = new Map<string, Name>()
  for (const place of places) {
    const key = place.key[0] ?? ''
    for (let at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1)) {
      const ending = key.slice(at + 1)
      if (!byEnding.has(ending)) byEnding.set(ending, place)
    }
  }
  const kept: Name[] = []
  for (const place of places) {
    const full = place.why === 'place-known' ? byEnding.get(place.key[0] ?? '') : undefined
    if (full) full.spans.push(...place.spans)
    else kept.push(place)
  }
  return kept
}
