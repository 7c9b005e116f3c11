import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { ReadingJson, toContract } from '#core/press/contract'
import { readPress } from '#core/press/read'
import { compileVocabulary, type Vocabulary } from '#core/press/vocabulary'
import { VocabularyData } from '#core/press/vocabulary-data'
import { comparable } from '#core/text/fold'
import { readerLimits } from '#intake/protocol'
import { readRelease } from '#intake/read'

const goldFolder = fileURLToPath(new URL('./sample/', import.meta.url))
const sample = fileURLToPath(new URL('../../resources/sample/', import.meta.url))
const lists = fileURLToPath(new URL('../../resources/vocabulary/', import.meta.url))

const Gold = ReadingJson.extend({
  organizationsOptional: ReadingJson.shape.organizations.default([]),
  placesOptional: ReadingJson.shape.places.default([]),
  awardsOptional: ReadingJson.shape.awards.default([]),
})

const golds = readdirSync(goldFolder).map((name) => {
  const gold = Gold.parse(JSON.parse(readFileSync(join(goldFolder, name), 'utf8')))
  return { name: name.replace('.expected.json', ''), gold }
})

/** A value with its words folded as scoring folds them. */
function same<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, inner) => (typeof inner === 'string' ? comparable(inner) : inner))
}

const asSet = <T>(list: T[]): string[] => list.map((item) => JSON.stringify(same(item))).sort()
const without = <T>(list: T[], optional: T[]): T[] => {
  const allowed = new Set(asSet(optional))
  return list.filter((item) => !allowed.has(JSON.stringify(same(item))))
}

/** Dice coefficient over the words of two titles, as the reading contract scores them. */
function overlap(a: string, b: string): number {
  const left = comparable(a).split(' ')
  const right = comparable(b).split(' ')
  const rest = [...right]
  const shared = left.filter((word) => rest.includes(word) && rest.splice(rest.indexOf(word), 1))
  return (2 * shared.length) / (left.length + right.length)
}

async function readSample(file: string, vocabulary: Vocabulary) {
  const path = join(sample, file)
  const beside = async (name: string) => readFileSync(join(dirname(path), name))
  const read = await readRelease(
    { name: file.split('/').at(-1) ?? '', bytes: readFileSync(path), beside },
    readerLimits,
  )
  return { pictures: read.pictures.length, press: readPress(read.source, vocabulary) }
}

describe.each(golds)('sample release $name', ({ gold }) => {
  let reading: ReadingJson
  let taken: Awaited<ReturnType<typeof readSample>>

  beforeAll(async () => {
    const data = Object.keys(VocabularyData.shape).map((name) => [
      name,
      JSON.parse(readFileSync(join(lists, `${name}.json`), 'utf8')),
    ])
    taken = await readSample(gold.file, compileVocabulary(Object.fromEntries(data)))
    reading = toContract(taken.press, gold.file)
  })

  it('gives the text its parts', () => {
    const { title, lede, publishedOn, body, captions, authors, photographers } = gold
    expect(same(reading)).toMatchObject(same({ title, lede, publishedOn, body, captions, authors, photographers }))
  })

  it('puts each picture that came along with its caption', () => {
    const withPicture = gold.captions.map((_, i) => (taken.pictures > 0 ? i : null))
    expect(taken.press.captions.map((caption) => caption.picture)).toEqual(withPicture)
    expect(taken.pictures).toBe(/\.txt$/.test(gold.file) ? 0 : gold.captions.length)
  })

  it('keeps page furniture out of the text', () => {
    const text = same([reading.title, reading.lede, ...reading.body, ...reading.captions])
    for (const junk of same(gold.furniture)) expect(text).not.toContain(junk)
  })

  it('names the event', () => {
    const { title: goldTitle = '', ...facts } = gold.event ?? {}
    const { title = '', ...given } = reading.event ?? {}
    expect(same(given)).toEqual(same(facts))
    expect(overlap(title, goldTitle)).toBeGreaterThanOrEqual(0.8)
  })

  it('names the people and their offices', () => expect(asSet(reading.people)).toEqual(asSet(gold.people)))

  it('names the bodies', () =>
    expect(asSet(without(reading.organizations, gold.organizationsOptional))).toEqual(asSet(gold.organizations)))

  it('names the places', () => expect(asSet(without(reading.places, gold.placesOptional))).toEqual(asSet(gold.places)))

  it('names the documents', () => expect(asSet(reading.documents)).toEqual(asSet(gold.documents)))

  it('names the awards', () => expect(asSet(without(reading.awards, gold.awardsOptional))).toEqual(asSet(gold.awards)))
})
