import { createHash } from 'node:crypto'
import type { ChangeEntry } from '#archive/archive'
import type { Article } from '#core/model/article'
import { article, event, person, photo, place } from '#tests/unit/archive/sample-records'
import { Chance, eventKinds, genres, nameFrom, offices, placeNames, wordsFrom } from './words'

const PARAGRAPHS = 12
const WORDS = 104
const PHOTOS = 4
const ARTICLES_PER_EVENT = 4

/** The people and places of a corpus: a fixed part of its size. */
export function authorities(size: number): { people: string[]; places: string[]; entries: ChangeEntry[] } {
  const chance = new Chance(3)
  const people = Array.from({ length: Math.max(40, Math.ceil(size / 20)) }, () => nameFrom(chance))
  const entries: ChangeEntry[] = [
    ...people.map((name, at): ChangeEntry => ({ kind: 'person', id: `n${at}`, after: person(`n${at}`, name) })),
    ...placeNames.map((name, at): ChangeEntry => ({ kind: 'place', id: `x${at}`, after: place(`x${at}`, name) })),
  ]
  return { people, places: placeNames, entries }
}

const fileOf = (hex: string) => ({ ...photo('').file, digest: { algorithm: 'sha256' as const, hex } })
const photoId = (name: string) => createHash('sha256').update(name).digest('hex')
const two = (value: number) => String(value).padStart(2, '0')

/** The day of an article: ten years of them, in order. */
export function dayOf(at: number, size: number): string {
  const day = new Date(Date.UTC(2015, 0, 1) + Math.floor((at / size) * 3_650) * 86_400_000)
  return `${day.getUTCFullYear()}-${two(day.getUTCMonth() + 1)}-${two(day.getUTCDate())}`
}

/** What filing one article of 8 KB with four photos puts: the article, its photos and, where new, its event. */
export function filed(at: number, size: number, people: string[]): ChangeEntry[] {
  const chance = new Chance(at * 7_919 + 17)
  const photos = Array.from({ length: PHOTOS }, (_, nth) => photoId(`${at}-${nth}`))
  const taker = nameFrom(new Chance(chance.below(40)))
  const captions = photos.map(() => wordsFrom(chance, 15))
  const eventAt = Math.floor(at / ARTICLES_PER_EVENT)
  const made = articleOf(
    at,
    size,
    people,
    chance,
    captions.map((caption, nth) => ({ photoId: photos[nth]!, caption })),
  )
  const entries: ChangeEntry[] = photos.map((id, nth) => ({
    kind: 'photo',
    id,
    after: photo(id, { file: fileOf(id), photographers: [taker], caption: captions[nth] ?? '' }),
  }))
  if (at % ARTICLES_PER_EVENT === 0) entries.unshift(eventOf(eventAt, made.publishedOn))
  return [...entries, { kind: 'article', id: made.id, after: made }]
}

function eventOf(at: number, from: string | null): ChangeEntry {
  const chance = new Chance(at * 31 + 5)
  const [type, words] = chance.one(eventKinds)
  const title = `${words} ${wordsFrom(chance, 6)}`
  return { kind: 'event', id: `e${at}`, after: event(`e${at}`, { type, title, place: chance.one(placeNames), from }) }
}

function articleOf(at: number, size: number, people: string[], chance: Chance, photos: Article['photos']): Article {
  const mentions = [0, 1, 2].map((nth) => {
    const who = Math.floor(people.length * chance.next() ** 2)
    const spans = [{ part: 'caption' as const, index: nth, start: 0, end: 4 }]
    return { personId: `n${who}`, name: people[who]!, offices: [chance.one(offices)], spans }
  })
  const body = Array.from({ length: PARAGRAPHS }, () => ({
    kind: 'paragraph' as const,
    text: `${wordsFrom(chance, WORDS)}.`,
  }))
  const where = chance.below(placeNames.length)
  return article(`a${at}`, at + 1, {
    title: wordsFrom(chance, 12),
    lede: wordsFrom(chance, 40),
    body,
    mentions: [...new Map(mentions.map((mention) => [mention.personId, mention])).values()],
    genre: chance.one(genres),
    authors: [nameFrom(new Chance(chance.below(60)))],
    publishedOn: dayOf(at, size),
    events: [`e${Math.floor(at / ARTICLES_PER_EVENT)}`],
    places: [{ id: `x${where}`, name: placeNames[where]!, spans: [] }],
    photos,
  })
}

/** The words an article can be searched by: what indexes are measured against. */
export function textBytesOf({ title, lede, body, photos }: Article): number {
  const text = [title, lede ?? '', ...body.map((block) => block.text), ...photos.map((use) => use.caption)]
  return Buffer.byteLength(text.join('\n'))
}
