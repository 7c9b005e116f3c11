import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Draft } from '#core/model/draft'
import { type TestCore, testCore } from '#tests/support/core'

const release = (title: string, day: string, body: string) => `${title}

Sáng ${day}, Hội đồng nhân dân tỉnh Vân Lĩnh tổ chức buổi làm việc tại xã Nậm Lìn về công tác khuyến học.

${body}

Cổng tin Vân Lĩnh xin cảm ơn bạn đọc

Minh Châu
`
const first = release(
  'Trao quà cho học sinh vùng cao xã Nậm Lìn',
  '12/3/2025',
  'Dự buổi lễ có đồng chí Lò Thị Hoá, Trưởng ban Dân nguyện; thầy giáo trường Võ Thị Sáu; ông Vàng Seo Tủa, Tổ trưởng Tổ khuyến học cộng đồng. Lớp Bừng Sáng nhận quà.',
)
const second = release(
  'Thăm hỏi học sinh nghèo vượt khó xã Nậm Lìn',
  '14/4/2025',
  'Tại đây, đồng chí Lò Thị Hoá, Trưởng ban Dân nguyện đã phát biểu. Lớp Bừng Sáng biểu diễn văn nghệ.',
)

let core: TestCore

beforeEach(async () => {
  core = await testCore()
  await core.runner.runToEnd('archive.create', { folder: join(core.folder, 'kho'), name: 'Kho thử' })
})
afterEach(() => core.close())

async function taken(name: string, text: string): Promise<Draft> {
  const path = join(core.folder, name)
  await writeFile(path, text)
  const { drafts } = await core.runner.runToEnd('intake.import', { paths: [path], accept: false })
  return (await core.runner.runToEnd('draft.get', { id: drafts[0] ?? '' })).draft
}

/** The first draft as a clerk would put it right. */
function corrected(draft: Draft): Draft {
  const added = (name: string) => ({
    id: `tay-${name}`,
    value: { name },
    spans: [],
    confidence: 1,
    why: [],
    matches: [],
    chosen: null,
    state: 'accepted' as const,
  })
  return {
    ...draft,
    text: {
      ...draft.text,
      body: draft.text.body.filter(({ text }) => !text.startsWith('Cổng tin')),
      authors: ['Minh Châu'],
    },
    event: draft.event && { ...draft.event, value: { ...draft.event.value, type: 'ceremony' }, state: 'changed' },
    people: draft.people.map((person) =>
      person.value.name === 'Lò Thị Hoá'
        ? { ...person, value: { ...person.value, name: 'Lò Thị Hoà' }, state: 'changed' }
        : person,
    ),
    organizations: [...draft.organizations, added('Lớp Bừng Sáng')],
  }
}

const namesOf = (list: { value: { name: string }; state: string }[]) =>
  list.filter(({ state }) => state !== 'dropped').map(({ value }) => value.name)

describe('what a clerk corrects', () => {
  it('helps the next article, says why, and can be forgotten', async () => {
    const draft = await taken('mot.txt', first)
    expect(namesOf(draft.people)).toContain('Lò Thị Hoá')
    expect(draft.text.body.map(({ text }) => text)).toContain('Cổng tin Vân Lĩnh xin cảm ơn bạn đọc')
    await core.runner.call('draft.file', { draft: corrected(draft) })
    const { rows } = await core.runner.call('learnt.list', {})
    expect(rows.map(({ about, change, key, value }) => [about, change, key, value])).toEqual(
      expect.arrayContaining([
        ['person', 'replaced', 'Lò Thị Hoá', 'Lò Thị Hoà'],
        ['organization', 'added', 'Lớp Bừng Sáng', 'Lớp Bừng Sáng'],
        ['furniture', 'added', 'Cổng tin Vân Lĩnh xin cảm ơn bạn đọc', 'Cổng tin Vân Lĩnh xin cảm ơn bạn đọc'],
      ]),
    )

    const next = await taken('hai.txt', second)
    const person = next.people.find(({ value }) => value.name === 'Lò Thị Hoà')
    expect(person?.why).toContainEqual({ code: 'learnt-replaced', args: { from: 'Lò Thị Hoá', to: 'Lò Thị Hoà' } })
    expect(namesOf(next.organizations)).toContain('Lớp Bừng Sáng')
    expect(next.text.body.map(({ text }) => text)).not.toContain('Cổng tin Vân Lĩnh xin cảm ơn bạn đọc')
    await core.runner.call('draft.discard', { id: next.id })

    expect(await core.runner.call('learnt.forget', { all: true })).toEqual({ forgotten: rows.length })
    const again = await taken('ba.txt', second)
    expect(namesOf(again.people)).toContain('Lò Thị Hoá')
    expect(namesOf(again.organizations)).not.toContain('Lớp Bừng Sáng')
    expect(again.text.body.map(({ text }) => text)).toContain('Cổng tin Vân Lĩnh xin cảm ơn bạn đọc')
  })

  it('is given up when it was contradicted twice', async () => {
    await core.runner.call('draft.file', { draft: corrected(await taken('mot.txt', first)) })
    const spelling = async () =>
      (await core.runner.call('learnt.list', {})).rows.find(({ key }) => key === 'Lò Thị Hoá')
    for (const [turn, name] of ['hai.txt', 'ba.txt'].entries()) {
      const draft = await taken(name, second.replace('14/4', `1${turn}/4`))
      const people = draft.people.map((person) =>
        person.value.name === 'Lò Thị Hoà'
          ? { ...person, value: { ...person.value, name: 'Lò Thị Hoá' }, state: 'changed' as const }
          : person,
      )
      expect(await spelling()).toMatchObject({ against: turn })
      await core.runner.call('draft.file', { draft: { ...draft, people } })
    }
    expect(await spelling()).toBeUndefined()
  })

  it('goes with the filing when that is undone', async () => {
    await core.runner.call('draft.file', { draft: corrected(await taken('mot.txt', first)) })
    await core.runner.call('history.undo', {})
    expect((await core.runner.call('learnt.list', {})).rows).toEqual([])
  })

  it('teaches nothing where nothing was corrected', async () => {
    await core.runner.call('draft.file', { draft: await taken('mot.txt', first) })
    expect((await core.runner.call('learnt.list', {})).rows).toEqual([])
  })
})
