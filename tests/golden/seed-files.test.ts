import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { toContract } from '#core/press/contract'
import { readPress } from '#core/press/read'
import { readerLimits } from '#intake/protocol'
import { type FileIn, readPaste, readRelease } from '#intake/read'
import { vocabulary } from '#tests/bench/vocabulary'
import { piecesOf } from '#tests/fixtures/make/article'
import { docxOf } from '#tests/fixtures/make/docx'
import { savedPage } from '#tests/fixtures/make/html'
import { jpeg } from '#tests/fixtures/make/pictures'
import { encoded, encodings } from '#tests/fixtures/make/text'

const seed = fileURLToPath(new URL('../../../shared/seed/', import.meta.url))

/** The seed article in the files an office would have it in: Word with pictures, a saved page, text in many encodings. */
describe.skipIf(!existsSync(seed))('the seed article as a file', { timeout: 30_000 }, () => {
  const text = existsSync(seed) ? readFileSync(`${seed}article.txt`, 'utf8') : ''
  const expected = existsSync(seed) ? JSON.parse(readFileSync(`${seed}expected.json`, 'utf8')) : {}
  const pieces = piecesOf(text)

  async function expectRight(file: FileIn, furniture: unknown = expected.furniture): Promise<void> {
    const read = await readRelease(file, readerLimits)
    const got = toContract(readPress(read.source, vocabulary), file.name)
    const wanted = Object.fromEntries(
      Object.entries(expected).filter(([key]) => key in got && !key.endsWith('Optional')),
    )
    for (const key of ['file', 'furniture', 'organizations', 'places']) delete wanted[key]
    expect(got).toMatchObject(wanted)
    expect(got.furniture).toEqual(furniture)
  }

  it('comes out right from Word, each picture with its caption', async () => {
    const pictures = await Promise.all([1, 2, 3, 4].map((number) => jpeg(number)))
    const bytes = await docxOf(pieces, pictures)
    await expectRight({ name: 'seed.docx', bytes })
    const read = await readRelease({ name: 'seed.docx', bytes }, readerLimits)
    const { captions } = readPress(read.source, vocabulary)
    expect(captions.map((caption) => caption.picture)).toEqual([0, 1, 2])
    expect(read.pictures.map((picture) => picture.bytes)).toEqual(pictures)
  })

  it('comes out right from a saved page, furniture told apart', async () => {
    const { html, pictures: names } = savedPage(pieces, 'seed_files')
    const files = new Map<string, Uint8Array>()
    for (const [at, name] of names.entries()) files.set(`./seed_files/${name}`, await jpeg(at))
    const beside = async (path: string) => files.get(path) ?? null
    const file = { name: 'seed.html', bytes: new TextEncoder().encode(html), beside }
    await expectRight(file, expect.arrayContaining(['Tin cùng chuyên mục', 'Xem nhiều']))
    expect((await readRelease(file, readerLimits)).pictures).toHaveLength(4)
  })

  it.each(encodings)('comes out right from text in %s', async (encoding) => {
    await expectRight({ name: 'seed.txt', bytes: encoded(text, encoding) })
  })

  it('comes out right from the clipboard of a browser', async () => {
    const { html } = savedPage(pieces, 'seed_files')
    const { source } = await readPaste(text, html)
    const got = toContract(readPress(source, vocabulary), 'paste')
    expect(got).toMatchObject({
      title: expected.title,
      lede: expected.lede,
      body: expected.body,
      captions: expected.captions,
    })
  })
})
