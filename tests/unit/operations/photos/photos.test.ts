import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core'

const release = `Thường trực HĐND tỉnh khảo sát công trình nước sạch tại xã Nậm Lìn

Sáng 12/3/2025, Thường trực HĐND tỉnh Vân Lĩnh tổ chức khảo sát công trình cấp nước sinh hoạt tập trung tại xã Nậm Lìn, huyện Thượng Vân.

Quang cảnh buổi khảo sát.

Tham gia đoàn có đồng chí Lò Thị Hoà, Phó Chủ tịch Thường trực HĐND tỉnh; đồng chí Vàng Seo Tủa, Chủ tịch UBND huyện Thượng Vân.

Minh Châu
Ảnh: Đức Anh
`
const scenes = [
  '<circle cx="200" cy="150" r="90" fill="#e33"/>',
  '<rect x="300" y="40" width="250" height="330" fill="#292"/>',
]

let core: TestCore
let ids: string[]
let articleId: string

async function picture(name: string, scene: string, size = 640): Promise<string> {
  const path = join(core.folder, name)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="427"><rect width="640" height="427" fill="#69b"/>
    <rect y="300" width="640" height="127" fill="#853"/>${scene}</svg>`
  await sharp(Buffer.from(svg)).resize(size).jpeg().toFile(path)
  return path
}

const run: TestCore['runner']['runToEnd'] = (name, input) => core.runner.runToEnd(name, input)

beforeEach(async () => {
  core = await testCore()
  await run('archive.create', { folder: join(core.folder, 'kho'), name: 'Kho thử' })
  const text = join(core.folder, 'tin.txt')
  await writeFile(text, release)
  const paths = [text, await picture('a.jpg', scenes[0] ?? ''), await picture('b.jpg', scenes[1] ?? '')]
  const report = await run('intake.import', { paths, accept: true })
  articleId = report.articles[0] ?? ''
  ids = (await run('article.get', { id: articleId })).article.photos.map(({ photoId }) => photoId)
})
afterEach(() => core.close())

const photo = async (at: number) => run('photo.get', { id: ids[at] ?? '' })
const describing = (at: number, more: object) => run('photo.describe', { id: ids[at] ?? '', ...more })
const found = async (text: string) => (await run('photo.list', { text })).rows.map(({ photoId }) => photoId)
const lines = async () => (await run('history.list', {})).total

describe('describing a photo', () => {
  it('writes a caption into photo and article, marks who it names, and is found by it; one change', async () => {
    const before = await lines()
    await describing(1, { caption: 'Lò Thị Hoà phát biểu tại bể lọc.' })
    expect(await lines()).toBe(before + 1)
    const { article } = await run('article.get', { id: articleId })
    expect(article.photos[1]?.caption).toBe('Lò Thị Hoà phát biểu tại bể lọc.')
    const spans = article.mentions.find(({ name }) => name === 'Lò Thị Hoà')?.spans
    expect(spans).toContainEqual({ part: 'caption', index: 1, start: 0, end: 10 })
    expect((await photo(1)).people.filter(({ inPicture }) => inPicture).map(({ name }) => name)).toEqual(['Lò Thị Hoà'])
    expect(await found('ảnh:"bể lọc"')).toEqual([ids[1]])
    expect(await found('người:"Lò Thị Hoà"')).toEqual([ids[1]])
    const hoa = article.mentions.find(({ name }) => name === 'Lò Thị Hoà')?.personId ?? ''
    const { photos, photosTotal } = await run('person.get', { id: hoa })
    expect([photosTotal, photos.map((one) => one.photo.id)]).toEqual([1, [ids[1]]])
    expect(photos[0]?.eventTitle).toBe((await run('photo.list', { text: '' })).rows[0]?.eventTitle)
  })

  it('keeps the box of a person, moves it, takes it away, and makes people by name', async () => {
    const region = { x: 0.1, y: 0.2, width: 0.1, height: 0.2 }
    const view = await describing(0, { people: [{ name: 'Trần Thị Mới', region }] })
    const person = view.people.find(({ name }) => name === 'Trần Thị Mới')
    expect(person).toMatchObject({ inPicture: true, region })
    const personId = person?.id ?? ''
    expect((await describing(0, { people: [{ personId }] })).photo.people).toEqual([{ personId, region }])
    expect((await describing(0, { people: [{ personId, region: null }] })).photo.people).toEqual([
      { personId, region: null },
    ])
    expect(await found('người:"Trần Thị Mới"')).toEqual([ids[0]])
    // Only the picture shows her: her page has the photo, and the search for her finds article and photo.
    const page = await run('person.get', { id: personId })
    expect(page.articles).toEqual([])
    expect(page.photos.map((shown) => [shown.photo.id, shown.articleId])).toEqual([[ids[0], articleId]])
    const articles = async (text: string) => (await run('article.list', { text })).rows.map(({ id }) => id)
    expect(await articles('người:"Trần Thị Mới"')).toEqual([articleId])
    expect(await articles('-người:"Trần Thị Mới"')).toEqual([])
    expect((await describing(0, { people: [] })).photo.people).toEqual([])
    expect(await found('người:"Trần Thị Mới"')).toEqual([])
  })

  it('means a person held already by a typed name', async () => {
    const { people } = await describing(0, { people: [{ name: 'Vàng Seo Tủa', region: null }] })
    expect(people.filter(({ name }) => name === 'Vàng Seo Tủa')).toHaveLength(1)
  })

  it('turns the picture shown and leaves the original as it came', async () => {
    const original = await readFile(join(core.folder, 'a.jpg'))
    const { photo: turned } = await describing(0, { turned: 90 })
    expect(turned).toMatchObject({ turned: 90, width: 640, height: 427 })
    const archive = core.context.archive
    expect(await readFile(archive?.originals.pathOf(turned.file) ?? '')).toEqual(original)
    const delivered = await run('export.word', {
      selection: { ids: [articleId] },
      folder: core.folder,
      form: 'articles',
    })
    expect(delivered.files).toHaveLength(1)
    const path = await archive?.thumbnails.find(turned.id, { size: 1600, turned: 90 })
    const measures = await sharp(path ?? '').metadata()
    expect([measures.width, measures.height]).toEqual([427, 640])
  })

  it('refuses a box outside the picture', async () => {
    const region = { x: 0.9, y: 0, width: 2, height: 0.2 }
    await expect(describing(0, { people: [{ name: 'A B', region }] })).rejects.toMatchObject({ code: 'input-invalid' })
  })
})

describe('describing many', () => {
  const set = { caption: 'Đoàn khảo sát tại xã Nậm Lìn.', photographers: ['Thu Hà'], rights: 'Báo Vân Lĩnh' }

  it('shows before and after, and changes nothing', async () => {
    const before = await lines()
    const { total, changed, rows } = await run('photo.compare', { selection: { ids }, set })
    expect([total, changed]).toEqual([2, 2])
    expect(rows[0]).toMatchObject({
      before: { caption: 'Quang cảnh buổi khảo sát.', photographers: 'Đức Anh', rights: '' },
      after: { caption: set.caption, photographers: 'Thu Hà', rights: 'Báo Vân Lĩnh' },
    })
    expect(await lines()).toBe(before)
  })

  it('is one change, and one undo takes it back', async () => {
    const before = await lines()
    expect(await run('photo.describeMany', { selection: { text: '' }, set })).toEqual({ changed: 2 })
    expect(await lines()).toBe(before + 1)
    const { article } = await run('article.get', { id: articleId })
    expect(article.photos.map(({ caption }) => caption)).toEqual([set.caption, set.caption])
    expect((await photo(1)).photo).toMatchObject({ photographers: ['Thu Hà'], rights: 'Báo Vân Lĩnh' })
    await run('history.undo', {})
    const back = await run('article.get', { id: articleId })
    expect(back.article.photos[0]?.caption).toBe('Quang cảnh buổi khảo sát.')
    expect((await photo(1)).photo.photographers).toEqual(['Đức Anh'])
  })

  const people = async (at: number) => (await photo(at)).people.filter((one) => one.inPicture).map(({ name }) => name)
  const rule = (how: 'add' | 'remove' | 'set', ...names: string[]) => ({
    selection: { ids },
    set: { peopleRule: { how, people: names.map((name) => ({ name })) } },
  })

  it('puts people in and takes them out; boxes of those who stay are kept, names that are none yet made once', async () => {
    const region = { x: 0.1, y: 0.2, width: 0.1, height: 0.2 }
    await describing(0, { people: [{ name: 'Lò Thị Hoà', region }] })
    const { rows } = await run('photo.compare', rule('add', 'Lò Thị Hoà', 'Triệu Mới'))
    expect(rows.map(({ before, after }) => [before.people, after.people])).toEqual([
      ['Lò Thị Hoà', 'Lò Thị Hoà; Triệu Mới'],
      ['', 'Lò Thị Hoà; Triệu Mới'],
    ])
    expect((await run('authority.list', { kind: 'person', text: 'Triệu Mới' })).total).toBe(0)
    await run('photo.describeMany', rule('add', 'Lò Thị Hoà', 'Triệu Mới'))
    expect((await run('authority.list', { kind: 'person', text: 'Triệu Mới' })).total).toBe(1)
    expect([await people(0), await people(1)]).toEqual([
      ['Lò Thị Hoà', 'Triệu Mới'],
      ['Lò Thị Hoà', 'Triệu Mới'],
    ])
    expect((await photo(0)).people[0]?.region).toEqual(region)
    await run('photo.describeMany', rule('remove', 'Triệu Mới', 'Không Có Ai'))
    expect([await people(0), await people(1)]).toEqual([['Lò Thị Hoà'], ['Lò Thị Hoà']])
    expect((await run('authority.list', { kind: 'person', text: 'Không Có Ai' })).total).toBe(0)
    await run('photo.describeMany', rule('set', 'Vàng Seo Tủa'))
    expect([await people(0), await people(1)]).toEqual([['Vàng Seo Tủa'], ['Vàng Seo Tủa']])
    await run('history.undo', {})
    expect((await photo(0)).people[0]?.region).toEqual(region)
  })

  it('writes each caption by what it is, in the order of the selection', async () => {
    const captions = async () => (await run('article.get', { id: articleId })).article.photos.map((use) => use.caption)
    const many = (captionRule: object, more = {}) =>
      run('photo.describeMany', { selection: { ids }, set: { captionRule, ...more } as never })
    await many({ how: 'number', text: 'Ảnh' })
    expect(await captions()).toEqual(['Ảnh 1', 'Ảnh 2'])
    await many({ how: 'after', text: 'tại xã Nậm Lìn' })
    await many({ how: 'replace', find: 'Ảnh 1', text: 'Lò Thị Hoà' })
    expect(await captions()).toEqual(['Lò Thị Hoà tại xã Nậm Lìn', 'Ảnh 2 tại xã Nậm Lìn'])
    // Who is named is in the picture, and the preview would have said so.
    expect(await people(0)).toEqual(['Lò Thị Hoà'])
  })

  it('leaves alone what says something already where only empty fields are meant', async () => {
    const set = { photographers: ['Thu Hà'], rights: 'Báo Vân Lĩnh', onlyEmpty: true }
    await describing(0, { rights: 'Toà soạn' })
    const { rows } = await run('photo.compare', { selection: { ids }, set })
    expect(rows).toMatchObject([{ id: ids[1], before: { rights: '' }, after: { rights: 'Báo Vân Lĩnh' } }])
    await run('photo.describeMany', { selection: { ids }, set })
    expect((await photo(0)).photo).toMatchObject({ photographers: ['Đức Anh'], rights: 'Toà soạn' })
    expect((await photo(1)).photo).toMatchObject({ photographers: ['Đức Anh'], rights: 'Báo Vân Lĩnh' })
  })

  it('shows the first rows without counting the others', async () => {
    const { total, changed, rows } = await run('photo.compare', { selection: { ids }, set, first: 1 })
    expect([total, changed, rows.length]).toEqual([2, null, 1])
  })

  it('writes nothing where nothing differs', async () => {
    await run('photo.describeMany', { selection: { ids }, set })
    const before = await lines()
    expect(await run('photo.describeMany', { selection: { ids }, set })).toEqual({ changed: 0 })
    expect(await lines()).toBe(before)
  })
})

describe('the list of photos', () => {
  it('counts by month and groups by event what it lists', async () => {
    expect(await run('photo.months', { text: '' })).toMatchObject({
      total: 2,
      months: [{ month: '2025-03', count: 2 }],
    })
    const events = await run('photo.events', { text: '' })
    expect(events).toMatchObject({ total: 1, photos: 2, rows: [{ count: 2 }] })
    const eventId = events.rows[0]?.eventId ?? ''
    expect((await run('photo.list', { eventId })).rows.map(({ photoId }) => photoId)).toEqual(await found(''))
    expect((await run('photo.list', { eventId: 'none' })).total).toBe(0)
    expect((await run('photo.months', { text: 'không có đâu' })).total).toBe(0)
  })
})

describe('photos nearly the same', () => {
  it('are found when they come again in another size, flagged on the draft and grouped', async () => {
    const again = await picture('nhỏ.jpg', scenes[0] ?? '', 400)
    const { drafts } = await run('intake.import', { paths: [again] })
    const { draft, photos } = await run('draft.get', { id: drafts[0] ?? '' })
    const [late] = photos
    expect(draft.nearPhotos).toEqual([{ photoId: late?.id, like: ids[0] }])
    expect(late?.nearDuplicateGroup).toBe(ids[0])
    expect((await run('draft.list', {})).rows[0]?.nearPhotos).toBe(1)
    const { rows } = await run('photo.near', { id: late?.id ?? '' })
    expect(rows).toMatchObject([{ photoId: ids[0], name: 'a.jpg', uses: [{ articleId }] }])
    expect((await run('photo.near', { id: ids[0] ?? '' })).rows.map((row) => row.photoId)).toEqual([late?.id])
  })

  it('that a person calls different are not proposed again, also when they come anew; it can be undone', async () => {
    const again = await picture('nhỏ.jpg', scenes[0] ?? '', 400)
    const { drafts } = await run('intake.import', { paths: [again] })
    const draft = async () => (await run('draft.get', { id: drafts[0] ?? '' })).draft
    const late = (await draft()).photos[0]?.photoId ?? ''
    await run('photo.notNear', { id: ids[0] ?? '', other: late })
    expect((await draft()).nearPhotos).toEqual([])
    expect((await run('draft.list', {})).rows[0]?.nearPhotos).toBe(0)
    for (const id of [ids[0] ?? '', late]) expect((await run('photo.near', { id })).rows).toEqual([])
    await run('draft.discard', { id: drafts[0] ?? '' })
    const anew = await run('intake.import', { paths: [again] })
    expect((await run('draft.get', { id: anew.drafts[0] ?? '' })).draft.nearPhotos).toEqual([])
    // A third one is still told of.
    const third = await run('intake.import', { paths: [await picture('vừa.jpg', scenes[0] ?? '', 500)] })
    expect((await run('draft.get', { id: third.drafts[0] ?? '' })).draft.nearPhotos).toHaveLength(1)
  })

  it('are found among photos of earlier versions once their fingerprints are made, which goes on where it stopped', async () => {
    const { archive } = core.context
    if (!archive) throw new Error('no archive')
    const old = (await archive.getMany('photo', ids)).map(({ likeness: _, ...photo }) => photo)
    const entries = old.map((photo) => ({ kind: 'photo' as const, id: photo.id, after: photo }))
    await archive.commit({ operation: 'photo.describe', args: {}, entries })
    expect(await run('photo.previewsWanting', { all: true })).toEqual({ count: 2 })
    const stopped = await core.runner.call('photo.previews', { all: true })
    await run('job.cancel', { id: stopped.jobId })
    await core.context.jobs.finished(stopped.jobId)
    await run('photo.previews', { all: true })
    expect(await run('photo.previewsWanting', { all: true })).toEqual({ count: 0 })
    const again = await picture('nhỏ.jpg', scenes[0] ?? '', 400)
    const { drafts } = await run('intake.import', { paths: [again] })
    expect((await run('draft.get', { id: drafts[0] ?? '' })).draft.nearPhotos?.[0]?.like).toBe(ids[0])
    await run('draft.discard', { id: drafts[0] ?? '' })
    // What the program did by itself is nothing for a person to take back.
    await run('photo.previews', { all: true })
    const undone = await run('history.undo', { sequence: null })
    expect(undone.operation).toBe('draft.discard')
  })

  it('are found after the archive was opened again', async () => {
    await run('archive.close', {})
    await run('archive.open', { folder: join(core.folder, 'kho'), wait: true })
    const again = await picture('nhỏ.jpg', scenes[1] ?? '', 300)
    const { drafts } = await run('intake.import', { paths: [again] })
    expect((await run('draft.get', { id: drafts[0] ?? '' })).draft.nearPhotos?.[0]?.like).toBe(ids[1])
  })
})
