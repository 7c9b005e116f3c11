import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core'

let core: TestCore
beforeEach(async () => {
  core = await testCore()
  const names = { name: 'Kho', agency: '', fonds: '' }
  await core.runner.runToEnd('archive.create', { folder: join(core.folder, 'kho'), ...names })
})
afterEach(() => core.close())

const text = `Khai mạc Kỳ họp thứ 18, HĐND tỉnh Lâm Sơn

Sáng ngày 8/7/2024, tại Trung tâm Hội nghị tỉnh, HĐND tỉnh Lâm Sơn khai mạc Kỳ họp thứ 18. Dự kỳ họp có 56 đại biểu.

Quang cảnh kỳ họp. Ảnh: Đức Anh

Các đại biểu biểu quyết thông qua nghị quyết. Ảnh: Bảo Long

Thu Hằng`

async function dropped(): Promise<string> {
  const folder = join(core.folder, 'tin')
  await mkdir(folder)
  await writeFile(join(folder, 'tin.txt'), text)
  for (const [name, artist] of [
    ['quang canh ky hop.jpg', ''],
    ['bieu quyet thong qua.jpg', 'Hoang Lan'],
  ] as const) {
    const image = sharp({ create: { width: 64, height: 48, channels: 3, background: artist ? '#936' : '#369' } })
    const said = artist ? image.withExif({ IFD0: { Artist: artist } }) : image
    await writeFile(join(folder, name), await said.jpeg().toBuffer())
  }
  return folder
}

describe('photos that come with an article', () => {
  it('are given what their captions and their event say, never over what their file says', async () => {
    const { drafts } = await core.runner.runToEnd('intake.import', { paths: [await dropped()] })
    const { draft } = await core.runner.runToEnd('draft.get', { id: drafts[0]! })
    expect(draft.photos.map(({ caption, captionFrom, credit }) => [caption, captionFrom, credit])).toEqual([
      ['Các đại biểu biểu quyết thông qua nghị quyết.', 'file-name', ['Bảo Long']],
      ['Quang cảnh kỳ họp.', 'file-name', ['Đức Anh']],
    ])
    const { articleId } = await core.runner.runToEnd('draft.file', { draft })
    const { photos, events } = await core.runner.runToEnd('article.get', { id: articleId })
    const by = Object.fromEntries(photos.map((photo) => [photo.caption, photo]))
    expect(by['Quang cảnh kỳ họp.']?.photographers).toEqual(['Đức Anh'])
    expect(by['Các đại biểu biểu quyết thông qua nghị quyết.']?.photographers).toEqual(['Hoang Lan'])
    expect(events[0]?.place).toBeTruthy()
    for (const photo of photos) expect([photo.place, photo.eventId]).toEqual([events[0]?.place, events[0]?.id])
  })
})
