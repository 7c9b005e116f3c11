import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ReadingJson } from '#core/press/contract'
import { comparable } from '#core/text/fold'
import { type Gold, scoreReadings } from '#tests/bench/press'
import { PRESS_BARS } from '#tests/bench/press-bars'
import { readFolder } from '#tests/bench/press-folder'

const folder = fileURLToPath(new URL('../press/test/', import.meta.url))
const texts = await readFolder(folder)

/** Some articles are annotated for what they report alone: their text, its event, the people. */
const EventOnly = ReadingJson.partial().required({ file: true, title: true, people: true, event: true })

/** The visible words of a file, comparable; a page without its tags. */
function visible(name: string): string {
  const text = readFileSync(folder + name, 'utf8')
  const shown = name.endsWith('.html')
    ? text
        .replace(/<\/?su[bp]>/g, '')
        .replace(/<[^>]*>/g, ' ')
        .replaceAll('&nbsp;', ' ')
    : text
  return comparable(shown)
}

/** Everything an annotation quotes from its text, word for word. */
function quoted(gold: Gold): string[] {
  const { event, people = [], documents = [], awards = [] } = gold
  return [
    gold.title,
    gold.lede,
    ...(gold.body ?? []),
    ...(gold.captions ?? []),
    ...(gold.authors ?? []),
    ...(gold.photographers ?? []),
    ...(gold.organizations ?? []),
    ...(gold.places ?? []),
    ...(gold.furniture ?? []),
    ...(event ? [event.title, event.place, event.host] : []),
    ...people.flatMap(({ name, offices }) => [name, ...offices]),
    ...documents.flatMap(({ type, number, issuer, subject }) => [type, number, issuer, subject]),
    ...awards.flatMap(({ name, to }) => [name, ...to]),
  ].filter((text): text is string => typeof text === 'string')
}

describe('articles annotated by someone who did not write the reader', () => {
  it('are at least thirty, of every kind of event, and some of none', () => {
    expect(texts.length).toBeGreaterThanOrEqual(30)
    const kinds = new Set(texts.map(({ gold }) => gold.event?.type ?? null))
    const wanted = 'session conference meeting working-visit voter-meeting supervision survey award congress ceremony'
    const others = ['visit', 'press-conference', 'other', null]
    expect([...wanted.split(' '), ...others].filter((kind) => !kinds.has(kind as never))).toEqual([])
  })

  it.each(texts)('$name: the annotation has the form of the contract and quotes its text', ({ name, gold }) => {
    const form = name.startsWith('su-kien-') ? EventOnly : ReadingJson
    expect(() => form.parse(gold)).not.toThrow()
    const text = visible(name)
    expect(quoted(gold).filter((quote) => !text.includes(comparable(quote)))).toEqual([])
  })

  const { fields, misses } = scoreReadings(
    texts.map(({ gold }) => gold),
    texts.map(({ reading }) => reading),
  )

  it.each(Object.entries(PRESS_BARS))('%s is read with an F1 of at least %d', (field, bar) => {
    const missed = misses.filter((miss) => miss.field === field)
    expect(fields[field]?.f1, JSON.stringify(missed)).toBeGreaterThanOrEqual(bar)
  })
})
