import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KhoError } from '#core/errors'
import { readerLimits } from '#intake/protocol'
import { readRelease } from '#intake/read'
import { inlineData, makeDoc } from '#tests/fixtures/make/doc'
import { jpeg } from '#tests/fixtures/make/pictures'

const read = (bytes: Uint8Array) => readRelease({ name: 'tin.doc', bytes }, readerLimits)
const CELL = [0x16, 0x24, 1]
const ROW = [...CELL, 0x17, 0x24, 1]
const CENTRED = [0x03, 0x24, 1]

describe('Word 97–2003', () => {
  it('gives paragraphs with their looks', async () => {
    const bytes = makeDoc(
      [
        { text: 'HOP BAO\r', font: 'Times New Roman', bold: true },
        { text: 'Chieu nay, Van phong hop bao.\r', font: 'Times New Roman' },
      ],
      { paragraphs: [CENTRED] },
    )
    const { source, warnings, mediaType } = await read(bytes)
    expect(mediaType).toBe('application/msword')
    expect(source.blocks).toEqual([
      { kind: 'paragraph', text: 'HOP BAO', gap: 0, bold: true, centered: true },
      { kind: 'paragraph', text: 'Chieu nay, Van phong hop bao.', gap: 0 },
    ])
    expect(warnings).toEqual([])
  })

  it('decodes each run by its font', async () => {
    const bytes = makeDoc([
      { text: 'hµ néi', font: '.VnTimeH' },
      { text: ' hµ néi ', font: '.VnTime' },
      { text: 'ñaøo', font: 'VNI-Times' },
      { text: ' ñ\r', font: 'Arial' },
    ])
    const { source, warnings } = await read(bytes)
    expect(source.blocks[0]?.text).toBe('HÀ NỘI hà nội đào ñ')
    expect(warnings.map((one) => one.args.encoding)).toEqual(['TCVN3', 'VNI'])
  })

  it('reads tables by their cell marks', async () => {
    const bytes = makeDoc([{ text: 'a\x07b\x07\x07c\x07d\x07\x07sau\r', font: 'Arial' }], {
      paragraphs: [CELL, CELL, ROW, CELL, CELL, ROW],
    })
    expect((await read(bytes)).source.blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['table-row', 'a\tb'],
      ['table-row', 'c\td'],
      ['paragraph', 'sau'],
    ])
  })

  it('leaves field codes out, keeps results, and sets notes apart', async () => {
    const bytes = makeDoc([{ text: 'xem \x13HYPERLINK "x"\x14tin\x15 nay\rghi chu\r', font: 'Arial' }], {
      footnotes: 8,
    })
    expect((await read(bytes)).source.blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', 'xem tin nay'],
      ['footnote', 'ghi chu'],
    ])
  })

  it('takes pictures out of their places', async () => {
    const picture = await jpeg(3)
    const bytes = makeDoc(
      [
        { text: 'truoc\r', font: 'Arial' },
        { text: '\x01', font: 'Arial', picture: 0 },
        { text: '\rChu thich\r', font: 'Arial' },
      ],
      { data: inlineData(picture) },
    )
    const { source, pictures } = await read(bytes)
    expect(source.blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', 'truoc'],
      ['picture', ''],
      ['paragraph', 'Chu thich'],
    ])
    expect(pictures.map((one) => one.mediaType)).toEqual(['image/jpeg'])
    expect(
      Buffer.from(pictures[0]?.bytes ?? [])
        .subarray(0, picture.length)
        .equals(Buffer.from(picture)),
    ).toBe(true)
  })

  it('refuses files with a password', async () => {
    const bytes = makeDoc([{ text: 'a\r', font: 'Arial' }], { encrypted: true })
    await expect(read(bytes)).rejects.toMatchObject({ code: 'file-encrypted' })
  })

  it('reads or refuses whatever was damaged, at once', async () => {
    const whole = makeDoc(
      [
        { text: 'Mot hai ba\rbon nam\r', font: '.VnTime' },
        { text: 'x\x07y\x07\x07z\r', font: 'Arial' },
      ],
      {
        paragraphs: [CENTRED, [], CELL, CELL, ROW],
      },
    )
    const place = fc.integer({ min: 8, max: whole.length - 1 })
    const changes = fc.array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(changes, fc.integer({ min: 600, max: whole.length }), async (list, length) => {
        const bytes = whole.slice(0, length)
        for (const [at, value] of list) if (at < length) bytes[at] = value
        const started = process.hrtime.bigint()
        await read(bytes).catch((error) => expect(error).toBeInstanceOf(KhoError))
        expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(2000)
      }),
      { numRuns: 300 },
    )
  })
})
