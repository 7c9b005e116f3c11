import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Archive } from '#archive/archive'
import { sourceFromText } from '#core/press/plain'
import { readPress } from '#core/press/read'
import type { Vocabulary } from '#core/press/vocabulary'
import { ReadingWords } from '#operations/terms/reading-words'
import { nodeResources } from '#platform/node/resources'
import { type OpenCore, openCore, resourcesFolder } from '../authority/open-core'

const read = (vocabulary: Vocabulary, sentence: string) =>
  readPress(sourceFromText(`Tin hoạt động trong tuần của địa phương\n\n${sentence}`, 'text'), vocabulary)
const people = (vocabulary: Vocabulary, sentence: string) =>
  Object.fromEntries(read(vocabulary, sentence).people.map(({ value }) => [value.name, value.offices]))

describe("an office's own words", () => {
  let core: OpenCore
  beforeEach(async () => {
    core = await openCore()
  })
  afterEach(() => core.close())

  const words = (archive: Archive | null) => new ReadingWords(nodeResources(resourcesFolder)).of(archive)
  const sentence = 'Dự có đồng chí Lành Thị Bưởi, Điều phối trưởng Cụm Xanh.'

  it('are read by from then on, beside the shipped ones, and by no other archive', async () => {
    expect(people(await words(core.archive), sentence)['Lành Thị Bưởi'] ?? []).toEqual([])
    await core.call('vocabulary.add', { list: 'office', text: ' Điều phối  trưởng ' })
    await core.call('vocabulary.add', { list: 'body', text: 'Cụm Xanh' })
    const { rows, shipped } = await core.call('vocabulary.list', {})
    expect(rows.map(({ list, text }) => `${list} ${text}`)).toEqual(['body Cụm Xanh', 'office Điều phối trưởng'])
    expect(shipped.office).toBeGreaterThan(50)
    expect(people(await words(core.archive), sentence)['Lành Thị Bưởi']).toEqual(['Điều phối trưởng Cụm Xanh'])
    expect(people(await words(null), sentence)['Lành Thị Bưởi'] ?? []).toEqual([])
  })

  it('are refused where the lists have them, in any case, and an abbreviation needs what it stands for', async () => {
    await core.call('vocabulary.add', { list: 'honorific', text: 'thợ cả' })
    for (const text of ['Thợ Cả', 'đồng chí']) {
      await expect(core.call('vocabulary.add', { list: 'honorific', text })).rejects.toMatchObject({
        code: 'term-known',
      })
    }
    await expect(core.call('vocabulary.add', { list: 'abbreviation', text: 'CLBTN' })).rejects.toMatchObject({
      code: 'input-invalid',
    })
    await core.call('vocabulary.add', { list: 'abbreviation', text: 'CLBTN', full: 'Câu lạc bộ thiếu nhi' })
  })

  it('are removed, and a removal is undone', async () => {
    const { id } = await core.call('vocabulary.add', { list: 'body', text: 'Cụm Xanh' })
    await core.call('vocabulary.remove', { id })
    expect((await core.call('vocabulary.list', {})).rows).toEqual([])
    await core.call('history.undo', {})
    expect((await core.call('vocabulary.list', {})).rows.map(({ text }) => text)).toEqual(['Cụm Xanh'])
    expect(core.changed.at(-1)).toEqual(['term'])
  })
})
