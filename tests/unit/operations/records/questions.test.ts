import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Core, startCore } from '#operations/start'
import { onDisk } from '#tests/unit/archive/on-real-disk'
import { article, person, photo, place, putting } from '#tests/unit/archive/sample-records'

let home: string
let core: Core

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'kho-question-'))
  core = startCore(onDisk(), { job: () => undefined, changed: () => undefined })
  await core.runner.call('archive.create', { folder: join(home, 'kho'), name: 'Kho' })
  const archive = core.context.archive!
  await archive.commit(putting('person', person('lan', 'Trần Thị Lan')))
  await archive.commit(putting('place', place('hg', 'tỉnh Hà Giang')))
  await archive.commit(putting('photo', photo('p1', { people: [{ personId: 'lan', region: null }] })))
  await archive.commit(
    putting(
      'article',
      article('a1', 1, {
        publishedOn: '2024-07-08',
        mentions: [{ personId: 'lan', name: 'Trần Thị Lan', offices: [], spans: [] }],
        places: [{ id: 'hg', name: 'tỉnh Hà Giang', spans: [] }],
        photos: [{ photoId: 'p1', caption: 'Bà Lan phát biểu' }],
      }),
    ),
  )
})
afterEach(async () => {
  await core.close()
  await rm(home, { recursive: true })
})

const readingsOf = async (text: string) => (await core.runner.call('search.readings', { text })).readings

it('answers a question typed without marks by the searches that find something', async () => {
  expect(await readingsOf('moi anh cua tran thi lan tai ha giang nam 2024')).toEqual([
    { of: 'photos', text: 'người:"tran thi lan" nơi:"ha giang" ngày:2024', count: 1 },
    { of: 'articles', text: 'người:"tran thi lan" nơi:"ha giang" ngày:2024', count: 1 },
  ])
  expect(await readingsOf('moi anh cua tran thi lan tai ha giang nam 2023')).toEqual([])
  expect(await readingsOf('họp thường kỳ')).toEqual([])
})
