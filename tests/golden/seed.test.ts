import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { toContract } from '#core/press/contract'
import { sourceFromText } from '#core/press/plain'
import { readPress } from '#core/press/read'
import type { SourceText } from '#core/press/source'
import { type Gold, scoreReadings } from '#tests/bench/press'
import { vocabulary } from '#tests/bench/vocabulary'

const seed = fileURLToPath(new URL('../../../shared/seed/', import.meta.url))
const read = (source: SourceText) => toContract(readPress(source, vocabulary), 'article.txt')

describe.skipIf(!existsSync(seed))('the seed article', () => {
  const text = () => readFileSync(`${seed}article.txt`, 'utf8')
  const gold = () => JSON.parse(readFileSync(`${seed}expected.json`, 'utf8')) as Gold & Record<string, unknown>

  /** Every field equal, lists in order where nothing is optional. */
  function expectRight(source: SourceText): void {
    const got = read(source)
    const wanted = gold()
    expect(scoreReadings([wanted], [got]).misses).toEqual([])
    for (const field of [
      'title',
      'lede',
      'publishedOn',
      'body',
      'captions',
      'authors',
      'photographers',
      'event',
      'people',
      'documents',
      'awards',
      'furniture',
    ] as const) {
      expect(got[field], field).toEqual(wanted[field])
    }
  }

  it('is read right from a text file', () => expectRight(sourceFromText(text(), 'text')))
  it('is read right from a paste with Windows line ends', () =>
    expectRight(sourceFromText(text().replaceAll('\n', '\r\n'), 'paste')))
  it('is read right when its letters come decomposed', () =>
    expectRight(sourceFromText(text().normalize('NFD'), 'text')))

  it('is read right from a container that has pictures', () => {
    const plain = sourceFromText(text(), 'text')
    let picture = 0
    const captions = new Set(gold().captions)
    const blocks = plain.blocks.flatMap((block) => {
      const paragraph = { ...block, gap: 0 }
      return captions.has(block.text)
        ? [{ kind: 'picture' as const, text: '', gap: 0, picture: picture++ }, paragraph]
        : [paragraph]
    })
    expectRight({ origin: 'word', blocks, meta: {} })
    const reading = readPress({ origin: 'word', blocks, meta: {} }, vocabulary)
    expect(reading.captions.map((caption) => caption.picture)).toEqual([0, 1, 2])
  })
})
