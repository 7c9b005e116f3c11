import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Archive } from '#archive/archive'
import type { ArticleEdit } from '#contract/articles'
import { type Core, startCore } from '#operations/start'
import { onDisk } from '#tests/unit/archive/on-real-disk'
import { article, event, person, photo, putting } from '#tests/unit/archive/sample-records'

describe('an article saved from its page', () => {
  let home: string
  let core: Core
  let archive: Archive

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'kho-save-'))
    core = startCore(onDisk(), { job: () => undefined, changed: () => undefined })
    await core.runner.call('archive.create', { folder: join(home, 'kho'), name: 'Kho' })
    if (!core.context.archive) throw new Error('no archive')
    archive = core.context.archive
    await archive.commit(putting('person', person('lan', 'Trần Thị Lan')))
    await archive.commit(putting('event', event('e1')))
    await archive.commit(putting('photo', photo('p1', { caption: 'cũ' })))
    await archive.commit(
      putting(
        'article',
        article('a1', 1, {
          title: 'Tên cũ',
          publishedOn: '2024-07-08',
          events: ['e1'],
          mentions: [{ personId: 'lan', name: 'Trần Thị Lan', offices: [], spans: [] }],
          photos: [{ photoId: 'p1', caption: 'cũ' }],
        }),
        article('a2', 2, { events: ['e1'] }),
        article('a3', 3, { mentions: [{ personId: 'lan', name: 'bà Lan', offices: [], spans: [] }] }),
      ),
    )
  })
  afterEach(async () => {
    await core.close()
    await rm(home, { recursive: true })
  })

  const edit = async (): Promise<ArticleEdit> => {
    const { article: held, events } = await core.runner.call('article.get', { id: 'a1' })
    return { ...held, events: events.map(({ id, title }) => ({ id, title })) }
  }

  it('is one change, with the records its new tags make and what its photos learn', async () => {
    const before = await archive.get('article', 'a1')
    const edited: ArticleEdit = {
      ...(await edit()),
      title: ' Tên mới ',
      photos: [{ photoId: 'p1', caption: 'Bà Trần Thị Lan phát biểu' }],
      places: [{ id: null, name: 'xã Nà Mây', spans: [] }],
    }
    const { value, change } = await core.runner.callTold('article.save', { article: edited })
    expect(value).toMatchObject({ title: 'Tên mới', serial: 1, events: ['e1'] })
    expect(change).toMatchObject({ operation: 'article.save', args: { title: 'Tên mới' } })
    const [place] = await archive.getMany('place', await archive.ids('place'))
    expect(value.places).toEqual([{ id: place?.id, name: 'xã Nà Mây', spans: [] }])
    expect(await archive.get('photo', 'p1')).toMatchObject({
      caption: 'Bà Trần Thị Lan phát biểu',
      people: [{ personId: 'lan', region: null }],
    })
    await core.runner.call('history.undo', {})
    expect(await archive.get('article', 'a1')).toEqual(before)
    expect(await archive.ids('place')).toEqual([])
  })

  it('teaches people the offices that were changed, and no others', async () => {
    const edited = await edit()
    await core.runner.call('article.save', { article: { ...edited, notes: 'x' } })
    expect((await archive.get('person', 'lan'))?.offices).toEqual([])
    const again = await edit()
    const [mention] = again.mentions
    if (!mention) throw new Error('no mention')
    const mentions = [{ ...mention, offices: ['Phó Chủ tịch HĐND tỉnh'] }]
    await core.runner.call('article.save', { article: { ...again, mentions } })
    expect((await archive.get('person', 'lan'))?.offices).toMatchObject([
      { office: 'Phó Chủ tịch HĐND tỉnh', seen: ['2024-07-08'] },
    ])
  })

  it('is refused where it was changed meanwhile or has no title, and writes nothing where nothing changed', async () => {
    const edited = await edit()
    expect((await core.runner.callTold('article.save', { article: edited })).change).toBeNull()
    await core.runner.call('article.save', { article: { ...edited, notes: 'một' } })
    await expect(core.runner.call('article.save', { article: { ...edited, notes: 'hai' } })).rejects.toMatchObject({
      code: 'record-changed-meanwhile',
    })
    await expect(
      core.runner.call('article.save', { article: { ...(await edit()), title: '  ' } }),
    ).rejects.toMatchObject({ code: 'input-invalid' })
  })

  it('knows articles of the same event and of the same people', async () => {
    const related = await core.runner.call('article.related', { id: 'a1' })
    expect(related.sameEvent.map(({ id }) => id)).toEqual(['a2'])
    expect(related.samePeople).toMatchObject([{ row: { id: 'a3' }, shared: 1 }])
  })
})
