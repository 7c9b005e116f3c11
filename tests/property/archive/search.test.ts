import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Archive } from '#archive/archive'
import { nameSortKey, sortKey } from '#archive/index/sort-key'
import { createArchive } from '#archive/open'
import { ArticleQuery } from '#core/model/views'
import { parseTerms } from '#core/query/terms'
import { compareNames, compareVi } from '#core/text/collate'
import { fold } from '#core/text/fold'
import { memoryDisk } from '#platform/memory/files'
import { memoryPlatform } from '#platform/memory/platform'
import { article, putting } from '#tests/unit/archive/sample-records'

vi.setConfig({ testTimeout: 60_000 })

const syllable = fc.constantFrom(
  ...'hoà hòa hoa giải giai đồng đông dong Ðồng uỷ ủy uy ban kỹ kĩ ky thuật tiến tiên tiền quý quỳ nước nươc'.split(
    ' ',
  ),
  ...'Đoàn đoán doan nguyễn Nguyên thuỷ thủy huyện huyền ý y lý lí 187 2024 H’Hen xã xa Xạ'.split(' '),
)
const words = fc.array(syllable, { minLength: 1, maxLength: 4 })
const texts = fc.sample(fc.array(words, { minLength: 1, maxLength: 6 }), { numRuns: 80, seed: 5 })

describe('search', () => {
  let archive: Archive

  beforeAll(async () => {
    const platform = memoryPlatform(memoryDisk())
    archive = await createArchive('/kho', { name: 'Kho', agency: '', fonds: '' }, platform, { indexInMemory: true })
    for (const [at, sentences] of texts.entries()) {
      const [title = '', ...rest] = sentences.map((sentence) => sentence.join(' '))
      const body = rest.map((text) => ({
        kind: 'paragraph' as const,
        text: at % 3 === 0 ? text.normalize('NFD') : text,
      }))
      const bare = { lede: null, body, authors: [] }
      await archive.commit(putting('article', article(`a${at}`, at + 1, { title, ...bare })))
    }
  })
  afterAll(() => archive.close())

  const find = async (text: string) => {
    const page = await archive.index.articles(ArticleQuery.parse({ text, limit: 500 }))
    expect(page.total).toBe(page.rows.length)
    return page
  }
  const ids = async (text: string) => (await find(text)).rows.map((row) => row.id).sort()

  it('finds every article by any of its sentences, with and without marks, in any case and Unicode form', async () => {
    const place = fc.nat(texts.length - 1)
    await fc.assert(
      fc.asyncProperty(place, fc.nat(5), async (at, nth) => {
        const sentence = (texts[at]![nth % texts[at]!.length] ?? []).join(' ')
        const forms = [
          sentence,
          `"${sentence}"`,
          sentence.toUpperCase(),
          sentence.normalize('NFD'),
          fold(sentence, 'bare'),
          fold(sentence, 'tone'),
        ]
        for (const form of forms) expect(await ids(form), form).toContain(`a${at}`)
      }),
      { numRuns: 60 },
    )
  })

  it('finds no less without marks than with them, and no less as words than as a phrase', async () => {
    await fc.assert(
      fc.asyncProperty(words, async (query) => {
        const typed = `${query.join(' ')} `
        const hits = await ids(typed)
        expect(await ids(`${fold(query.join(' '), 'bare')} `)).toEqual(expect.arrayContaining(hits))
        expect(hits).toEqual(expect.arrayContaining(await ids(`"${query.join(' ')}"`)))
        const excluded = await ids(query.map((word) => `-${word}`).join(' '))
        for (const id of excluded) expect(hits).not.toContain(id)
      }),
      { numRuns: 60 },
    )
  })

  it('marks something in every hit, inside the text, and only whole pieces of it', async () => {
    await fc.assert(
      fc.asyncProperty(words, async (query) => {
        for (const row of (await find(query.join(' '))).rows) {
          expect(row.titleMarks.length + (row.snippet?.marks.length ?? 0)).toBeGreaterThan(0)
          for (const [start, end] of row.titleMarks) {
            expect(start).toBeLessThan(end)
            expect(end).toBeLessThanOrEqual(row.title.length)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('takes whatever is typed without failing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 30 }), async (text) => {
        await find(text)
        for (const { term } of parseTerms(text)) expect(term.words.length).toBeGreaterThan(0)
      }),
      { numRuns: 200 },
    )
  })
})

describe('sort keys', () => {
  // Ð (eth) is no letter of ours and never stored: cleaning makes it Đ.
  const title = fc
    .array(fc.oneof(syllable, fc.nat(2_000).map(String)), { minLength: 1, maxLength: 4 })
    .map((list) => list.join(' ').replaceAll('Ð', 'Đ'))

  it('order texts as Vietnamese collation does', () => {
    fc.assert(
      fc.property(title, title, (a, b) => {
        const order = compareVi(a, b)
        // Case alone is the one thing the keys leave to chance.
        if (fold(a, 'tone') === fold(b, 'tone')) return
        expect(Math.sign(sortKey(a) < sortKey(b) ? -1 : 1)).toBe(Math.sign(order))
      }),
      { numRuns: 400 },
    )
  })

  // A syllable that differs by case alone would decide before the next one is looked at.
  const oneCase = title.map((text) => text.toLowerCase())

  it('order names by given name first', () => {
    fc.assert(
      fc.property(oneCase, oneCase, (a, b) => {
        if (fold(a, 'tone') === fold(b, 'tone')) return
        expect(nameSortKey(a) < nameSortKey(b) ? -1 : 1).toBe(Math.sign(compareNames(a, b)))
      }),
      { numRuns: 400 },
    )
  })
})
