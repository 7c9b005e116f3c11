import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  alternatives,
  exifBlock,
  exifSegment,
  iim,
  iptcSegment,
  utf8,
  withSegments,
  xmpPacket,
  xmpSegment,
} from '#tests/fixtures/make/photo-words'
import { jpeg } from '#tests/fixtures/make/pictures'
import { type TestCore, testCore } from '#tests/support/core'

let core: TestCore
const run: TestCore['runner']['runToEnd'] = (name, input) => core.runner.runToEnd(name, input)
let path: string

beforeEach(async () => {
  core = await testCore()
  await mkdir(join(core.folder, 'in'))
  path = join(core.folder, 'in', 'a.jpg')
  const words = [
    xmpSegment(xmpPacket(alternatives('dc:description', { 'x-default': 'Của XMP' }))),
    iptcSegment(iim([[120, utf8('Của IPTC')]])),
    exifSegment(exifBlock({ main: [{ id: 270, type: 2, value: 'OLYMPUS DIGITAL CAMERA' }] })),
  ] as const
  await writeFile(path, withSegments(await jpeg(1), ...words))
})
afterEach(() => core.close())

describe('which words inside pictures become which fields', () => {
  it('is shown for any file without an archive: all that is found, and what is taken', async () => {
    const { fields } = await run('photo.inside', { path })
    expect(fields.find(({ field }) => field === 'caption')?.candidates).toMatchObject([
      { tag: 'XMP-dc:Description', values: ['Của XMP'], standing: 'taken' },
      { tag: 'IPTC:Caption-Abstract', values: ['Của IPTC'], standing: 'other' },
      { tag: 'IFD0:ImageDescription', standing: 'maker' },
    ])
    const { mapping, own, tags } = await run('photo.mapping', {})
    expect(own).toBe(false)
    expect(tags.caption).toEqual(expect.arrayContaining(mapping.fields.caption.from))
  })

  it('is kept by the archive, holds for what is taken in from then on, and can be undone', async () => {
    await run('archive.create', { folder: join(core.folder, 'kho'), name: 'Kho thử' })
    const { mapping } = await run('photo.mapping', {})
    const fields = { ...mapping.fields, caption: { take: 'first' as const, from: ['IPTC:Caption-Abstract'] } }
    expect((await run('photo.inside', { path, mapping: { ...mapping, fields } })).fields[0]?.candidates).toMatchObject([
      { values: ['Của IPTC'], standing: 'taken' },
    ])
    await run('photo.saveMapping', { mapping: { ...mapping, fields } })
    expect(core.changes).toContainEqual(['mapping'])
    expect((await run('photo.mapping', {})).own).toBe(true)
    const { drafts } = await run('intake.import', { paths: [path] })
    const { photos } = await run('draft.get', { id: drafts[0]! })
    expect(photos[0]?.caption).toBe('Của IPTC')
    const held = await run('photo.inside', { id: photos[0]!.id })
    expect(held.words.map(({ tag }) => tag)).toContain('XMP-dc:Description')

    await run('photo.saveMapping', { mapping: null })
    expect(await run('photo.mapping', {})).toMatchObject({ own: false, mapping })
    await run('photo.saveMapping', { mapping: null })
    const { rows } = await run('history.list', { limit: 5 })
    expect(rows.filter(({ operation }) => operation === 'photo.saveMapping')).toHaveLength(2)
  })
})
