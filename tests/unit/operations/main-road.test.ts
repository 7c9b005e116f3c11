import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core'

const release = `Thường trực HĐND tỉnh khảo sát công trình nước sạch tại xã Nậm Lìn

Sáng 12/3/2025, Thường trực HĐND tỉnh Vân Lĩnh tổ chức khảo sát công trình cấp nước sinh hoạt tập trung tại xã Nậm Lìn, huyện Thượng Vân.


Quang cảnh buổi khảo sát.

Tham gia đoàn có đồng chí Lò Thị Hoà, Uỷ viên Ban Thường vụ Tỉnh uỷ, Phó Chủ tịch Thường trực HĐND tỉnh; đồng chí Vàng Seo Tủa, Chủ tịch UBND huyện Thượng Vân.

Đồng chí Lò Thị Hoà đề nghị huyện thực hiện nghiêm Nghị quyết số 12/2024/NQ-HĐND ngày 10/7/2024 của HĐND tỉnh về hỗ trợ nước sạch nông thôn.

Minh Châu
Ảnh: Đức Anh
`
const second = release
  .replace('khảo sát công trình nước sạch tại xã Nậm Lìn', 'làm việc với xã Nậm Lìn về nước sạch')
  .replace('Sáng 12/3/2025', 'Chiều 12/3/2025')
  .replace('tổ chức khảo sát công trình cấp nước sinh hoạt tập trung tại', 'làm việc với Đảng uỷ xã về cấp nước tại')

let core: TestCore
let archive: string

beforeEach(async () => {
  core = await testCore()
  archive = join(core.folder, 'kho')
  await core.runner.runToEnd('archive.create', { folder: archive, name: 'Kho thử' })
})
afterEach(() => core.close())

async function drop(name: string, text: string): Promise<string> {
  const path = join(core.folder, name)
  await writeFile(path, text)
  return path
}

async function photo(name: string, colour: string): Promise<string> {
  const path = join(core.folder, name)
  await sharp({ create: { width: 640, height: 427, channels: 3, background: colour } })
    .jpeg()
    .toFile(path)
  return path
}

const importAll = (paths: string[], accept = false) => core.runner.runToEnd('intake.import', { paths, accept })

describe('one drop, one look, one key', () => {
  it('makes a draft with everything filled in, and files it as one record with its tags', async () => {
    const report = await importAll([await drop('tin.txt', release), await photo('IMG_1.jpg', '#446688')])
    expect(report.files.map(({ outcome }) => outcome).sort()).toEqual(['draft', 'photo'])
    const [id = ''] = report.drafts
    const { draft } = await core.runner.runToEnd('draft.get', { id })
    expect(draft.text.title).toBe('Thường trực HĐND tỉnh khảo sát công trình nước sạch tại xã Nậm Lìn')
    expect(draft.photos).toMatchObject([{ caption: 'Quang cảnh buổi khảo sát.' }])
    expect(draft.event?.value).toMatchObject({ type: 'survey', from: '2025-03-12' })

    const { articleId, serial } = await core.runner.runToEnd('draft.file', { draft })
    const view = await core.runner.runToEnd('article.get', { id: articleId })
    expect(serial).toBe(1)
    expect(view.people.map(({ name }) => name)).toEqual(['Lò Thị Hoà', 'Vàng Seo Tủa'])
    expect(view.article.documents).toMatchObject([{ number: '12/2024/NQ-HĐND' }])
    expect(view.photos[0]?.photographers).toEqual(['Đức Anh'])
    expect((await core.runner.runToEnd('draft.list', {})).rows).toEqual([])
    const found = await core.runner.runToEnd('article.list', { text: 'lo thi hoa nuoc sach' })
    expect(found.rows.map((row) => row.id)).toEqual([articleId])
  })

  it('knows the people of the first release again when two came in together', async () => {
    const { drafts } = await importAll([await drop('a.txt', release), await drop('b.txt', second)])
    for (const id of drafts) {
      const { draft } = await core.runner.runToEnd('draft.get', { id })
      await core.runner.runToEnd('draft.file', { draft })
    }
    const people = await core.runner.runToEnd('authority.list', { kind: 'person' })
    expect(people.rows.map(({ name, articles }) => [name, articles]).sort()).toEqual([
      ['Lò Thị Hoà', 2],
      ['Vàng Seo Tủa', 2],
    ])
  })

  it('leaves out what the clerk dropped and keeps what the clerk changed', async () => {
    const { drafts } = await importAll([await drop('tin.txt', release)])
    const { draft } = await core.runner.runToEnd('draft.get', { id: drafts[0] ?? '' })
    const [first, dropped] = draft.people
    const changed = { ...draft, people: [first!, { ...dropped!, state: 'dropped' as const }], documents: [] }
    const { articleId } = await core.runner.runToEnd('draft.file', { draft: { ...changed, event: null } })
    const { article, events } = await core.runner.runToEnd('article.get', { id: articleId })
    expect(article.mentions.map(({ name }) => name)).toEqual(['Lò Thị Hoà'])
    expect([events, article.documents]).toEqual([[], []])
  })

  it('tells the second of two savers, and loses neither', async () => {
    const { drafts } = await importAll([await drop('tin.txt', release)])
    const { draft } = await core.runner.runToEnd('draft.get', { id: drafts[0] ?? '' })
    await core.runner.runToEnd('draft.save', { draft: { ...draft, notes: 'một' } })
    await expect(core.runner.runToEnd('draft.save', { draft: { ...draft, notes: 'hai' } })).rejects.toMatchObject({
      code: 'record-changed-meanwhile',
    })
    expect((await core.runner.runToEnd('draft.get', { id: draft.id })).draft.notes).toBe('một')
  })
})

describe('what comes in twice, broken or alone', () => {
  it('does not take the same file again, whatever its name', async () => {
    const { articles } = await importAll([await drop('tin.txt', release)], true)
    const again = await importAll([await drop('tin (1).txt', release)], true)
    expect(again.files).toMatchObject([{ outcome: 'already-held', articleId: articles[0] }])
    expect((await core.runner.runToEnd('article.list', {})).total).toBe(1)
  })

  it('files what waits from an intake broken off, when told to accept', async () => {
    const text = await drop('tin.txt', release)
    const { drafts } = await importAll([text])
    const { articles } = await importAll([text], true)
    expect(articles).toHaveLength(1)
    expect((await core.runner.runToEnd('draft.list', {})).rows.map(({ id }) => id)).not.toContain(drafts[0])
  })

  it('flags the same words in another file, and leaves them to the clerk', async () => {
    await importAll([await drop('tin.txt', release)], true)
    const again = await importAll([await drop('tin2.txt', `${release}\n\n`)], true)
    expect(again.articles).toEqual([])
    const { draft } = await core.runner.runToEnd('draft.get', { id: again.drafts[0] ?? '' })
    expect(draft.duplicates).toMatchObject([{ of: 'article', because: 'same-text' }])
  })

  it('names what cannot be read and takes the rest', async () => {
    const report = await importAll([
      await drop('rỗng.txt', ''),
      await drop('giả.docx', 'not a word file'.repeat(3)),
      await drop('tin.txt', release),
      join(core.folder, 'không có.docx'),
    ])
    const outcomes = report.files.map(({ file, outcome, error }) => [
      file.slice(core.folder.length + 1),
      outcome,
      error?.code,
    ])
    expect(outcomes).toContainEqual(['rỗng.txt', 'failed', 'file-empty'])
    expect(outcomes).toContainEqual(['không có.docx', 'failed', 'file-missing'])
    expect(outcomes.filter(([, outcome]) => outcome === 'draft').map(([file]) => file)).toContain('tin.txt')
    expect(report.files.every(({ error }) => error?.cause == null)).toBe(true)
  })

  it('keeps photos that came without a text as a draft of their own', async () => {
    const report = await importAll([await photo('a.jpg', '#aa3322'), await photo('b.jpg', '#22aa33')])
    expect(report.drafts).toHaveLength(1)
    const { draft, photos } = await core.runner.runToEnd('draft.get', { id: report.drafts[0] ?? '' })
    expect([draft.text.genre, draft.photos.length, photos.length]).toEqual(['photo-story', 2, 2])
  })

  it('takes one picture under two names once', async () => {
    const report = await importAll([await photo('a.jpg', '#aa3322'), await photo('b.jpg', '#aa3322')])
    const { draft } = await core.runner.runToEnd('draft.get', { id: report.drafts[0] ?? '' })
    expect([report.files.some(({ outcome }) => outcome === 'failed'), draft.photos.length]).toEqual([false, 1])
  })

  it('keeps a new photo that comes with a text held already', async () => {
    const text = await drop('tin.txt', release)
    const { drafts } = await importAll([text])
    await importAll([text, await photo('a.jpg', '#aa3322')])
    const waiting = await core.runner.runToEnd('draft.get', { id: drafts[0] ?? '' })
    expect(waiting.photos).toHaveLength(1)
    await core.runner.runToEnd('draft.file', { draft: waiting.draft })
    const later = await importAll([text, await photo('b.jpg', '#2233aa')])
    expect(later.drafts).toHaveLength(1)
    expect((await core.runner.runToEnd('draft.get', { id: later.drafts[0] ?? '' })).photos).toHaveLength(1)
  })

  it('never alters what came in', async () => {
    const path = await drop('tin.txt', release)
    const before = await readFile(path)
    await importAll([path], true)
    expect(await readFile(path)).toEqual(before)
    expect(await core.runner.runToEnd('archive.check', {})).toMatchObject({ sound: true })
  })
})

describe('afterwards', () => {
  it('takes a filed article back, and files it again under the same number', async () => {
    const { articles } = await importAll([await drop('tin.txt', release)], true)
    const { draftId } = await core.runner.runToEnd('article.revise', { id: articles[0] ?? '' })
    const { draft } = await core.runner.runToEnd('draft.get', { id: draftId })
    const text = { ...draft.text, title: 'Tiêu đề sửa' }
    expect(await core.runner.runToEnd('draft.file', { draft: { ...draft, text } })).toEqual({
      articleId: articles[0],
      serial: 1,
    })
    const { article, people } = await core.runner.runToEnd('article.get', { id: articles[0] ?? '' })
    expect([article.title, people.length]).toEqual(['Tiêu đề sửa', 2])
  })

  it('keeps what was tagged elsewhere while a revision lay open', async () => {
    const { articles } = await importAll([await drop('tin.txt', release)], true)
    const id = articles[0] ?? ''
    await core.runner.runToEnd('article.tag', { id, tags: { event: { title: 'Chương trình nước sạch nông thôn' } } })
    const { draftId } = await core.runner.runToEnd('article.revise', { id })
    await core.runner.runToEnd('article.tag', {
      id,
      tags: { people: [{ name: 'Giàng A Sử', offices: ['Trưởng bản'] }] },
    })
    const { draft } = await core.runner.runToEnd('draft.get', { id: draftId })
    await core.runner.runToEnd('draft.file', { draft })
    const { article, people } = await core.runner.runToEnd('article.get', { id })
    expect(article.events).toHaveLength(2)
    expect(people.map(({ name }) => name)).toContain('Giàng A Sử')
  })

  it('lets photos follow a revision, but for what was said of them by hand', async () => {
    const named = release.replace('Quang cảnh buổi khảo sát.', 'Đồng chí Lò Thị Hoà kiểm tra bể nước.')
    const { articles } = await importAll([await drop('tin.txt', named), await photo('IMG_1.jpg', '#446688')], true)
    const { draftId } = await core.runner.runToEnd('article.revise', { id: articles[0] ?? '' })
    const { draft } = await core.runner.runToEnd('draft.get', { id: draftId })
    const [use] = draft.photos
    const caption = 'Đồng chí Vàng Seo Tủa kiểm tra bể nước.'
    await core.runner.runToEnd('draft.file', { draft: { ...draft, photos: [{ ...use!, caption }] } })
    const view = await core.runner.runToEnd('photo.get', { id: use!.photoId })
    expect(view.photo.caption).toBe(caption)
    expect(view.people.filter(({ inPicture }) => inPicture).map(({ name }) => name)).toEqual(['Vàng Seo Tủa'])
  })

  it('takes the photos of a discarded draft in again', async () => {
    const path = await photo('a.jpg', '#aa3322')
    const first = await importAll([path])
    await core.runner.runToEnd('draft.discard', { id: first.drafts[0] ?? '' })
    expect((await importAll([path])).drafts).toHaveLength(1)
  })

  it('is one archive however often and however written it is opened', async () => {
    const opened = await Promise.all(
      [archive, `${archive}/`, archive].map((folder) => core.runner.runToEnd('archive.open', { folder })),
    )
    expect(opened.map(({ readOnly }) => readOnly)).toEqual([null, null, null])
  })

  it('bins with a reason and brings back', async () => {
    const { articles } = await importAll([await drop('tin.txt', release)], true)
    const id = articles[0] ?? ''
    await core.runner.runToEnd('article.bin', { id, reason: 'gửi nhầm' })
    expect((await core.runner.runToEnd('article.list', {})).total).toBe(0)
    expect((await core.runner.runToEnd('article.list', { status: 'binned' })).total).toBe(1)
    await core.runner.runToEnd('article.restore', { id })
    expect((await core.runner.runToEnd('article.list', {})).total).toBe(1)
  })

  it('refuses an export of nothing in plain words', async () => {
    const none = core.runner.runToEnd('export.word', {
      selection: { query: {} },
      folder: join(core.folder, 'x'),
      form: 'both',
    })
    await expect(none).rejects.toMatchObject({ code: 'export-nothing-selected' })
  })

  it('delivers the same bytes twice', async () => {
    await importAll([await drop('tin.txt', release), await photo('IMG_1.jpg', '#446688')], true)
    const once = await core.runner.runToEnd('export.word', {
      selection: { query: {} },
      folder: join(core.folder, 'x'),
      form: 'articles',
    })
    const twice = await core.runner.runToEnd('export.word', {
      selection: { query: {} },
      folder: join(core.folder, 'y'),
      form: 'articles',
    })
    expect(await readFile(once.files[0]!.path)).toEqual(await readFile(twice.files[0]!.path))
  })

  it('shows a person with the photos whose captions name them', async () => {
    const named = release.replace('Quang cảnh buổi khảo sát.', 'Đồng chí Lò Thị Hoà kiểm tra bể nước.')
    await importAll([await drop('tin.txt', named), await photo('IMG_1.jpg', '#446688')], true)
    const { rows } = await core.runner.runToEnd('authority.list', { kind: 'person', text: 'lo thi hoa' })
    const person = await core.runner.runToEnd('person.get', { id: rows[0]?.id ?? '' })
    expect(person.photos.map(({ caption }) => caption)).toEqual(['Đồng chí Lò Thị Hoà kiểm tra bể nước.'])
  })
})
