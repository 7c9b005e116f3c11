import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ReadingJson, toContract } from '#core/press/contract'
import { sourceFromText } from '#core/press/plain'
import { readPress } from '#core/press/read'
import { type Gold, scoreReadings, scoreTable } from '#tests/bench/press'
import { vocabulary } from '#tests/bench/vocabulary'

const folder = fileURLToPath(new URL('../press/dev/', import.meta.url))
const names = readdirSync(folder).filter((file) => file.endsWith('.txt'))
const golds = names.map(
  (name) => JSON.parse(readFileSync(`${folder}${name.replace(/txt$/, 'gold.json')}`, 'utf8')) as Gold,
)
const readings = names.map((name) =>
  toContract(readPress(sourceFromText(readFileSync(folder + name, 'utf8'), 'text'), vocabulary), name),
)

/** The least F1 per field on these articles; fields that are not named must reach the last figure. */
const BARS: Record<string, number> = {
  body: 0.995,
  offices: 0.95,
  'event.title': 0.92,
  'event.place': 0.92,
  'event.host': 0.92,
  organizations: 0.92,
  places: 0.92,
  awards: 0.92,
  'awards.to': 0.92,
}
const OTHERWISE = 0.97

describe('our own annotated articles', () => {
  const { fields, misses } = scoreReadings(golds, readings)

  it('are at least twenty', () => expect(names.length).toBeGreaterThanOrEqual(20))

  it('are read into the form of the contract', () => {
    for (const reading of readings) expect(() => ReadingJson.parse(reading)).not.toThrow()
  })

  it('are read at least as well as the bars say', () => {
    console.info(`${scoreTable(fields)}\n${misses.map((miss) => JSON.stringify(miss)).join('\n')}`)
    for (const [field, score] of Object.entries(fields)) {
      expect(score.f1, field).toBeGreaterThanOrEqual(BARS[field] ?? OTHERWISE)
    }
  })
})
