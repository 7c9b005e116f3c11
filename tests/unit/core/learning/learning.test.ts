import { describe, expect, it } from 'vitest'
import { applyLearnt, inForce, withLearntWords } from '#core/learning/apply'
import { type Difference, differencesIn } from '#core/learning/differences'
import { lessonsFrom } from '#core/learning/learn'
import { offeredIn } from '#core/learning/offered'
import type { Draft } from '#core/model/draft'
import type { Learnt } from '#core/model/learnt'
import type { PressReading } from '#core/press/reading'

const at = '2025-03-12T08:00:00.000+07:00'
const suggestion = <T>(id: string, value: T) => ({
  id,
  value,
  spans: [],
  confidence: 0.9,
  why: [],
  matches: [] as { id: string; name: string; detail: string; reason: { code: string; args: Record<string, string> } }[],
  chosen: null,
  state: 'offered' as const,
})

const draft = {
  text: {
    title: 'Trao quà tại Trường Tiểu học Võ Thị Sáu',
    lede: null,
    body: [
      { kind: 'paragraph', text: 'Ông Lò Văn Pành, Tổ trưởng Tổ khuyến học, trao quà tại bản Phiêng Lơi.' },
      { kind: 'paragraph', text: 'Sông Quê' },
    ],
    authors: ['CTV'],
    photographers: [],
  },
  furniture: [],
  event: suggestion('e', {
    type: 'meeting',
    title: 'Trao quà cho học sinh',
    from: null,
    to: null,
    place: null,
    host: null,
  }),
  people: [
    suggestion('p1', { name: 'Lò Văn Pành', offices: [] as string[] }),
    suggestion('p2', { name: 'Võ Thị Sáu', offices: [] as string[] }),
  ],
  organizations: [suggestion('o1', { name: 'Trường Tiểu học Võ Thị Sáu' })],
  places: [],
  documents: [],
  awards: [],
  photos: [],
} as unknown as Draft

const entry = (
  about: Learnt['about'],
  change: Learnt['change'],
  key: string,
  value = key,
  more: Partial<Learnt> = {},
) =>
  ({
    id: key,
    createdAt: at,
    updatedAt: at,
    lastAt: at,
    about,
    change,
    key,
    value,
    sure: true,
    seen: 1,
    against: 0,
    ...more,
  }) as Learnt

const lessons = (differences: Difference[], known: Learnt[] = [], of = draft) =>
  lessonsFrom(of, differences, known, new Set(['CTV', 'PV']))

const reading = {
  title: 'Trao quà',
  lede: null,
  genre: 'news',
  publishedOn: null,
  body: [
    { kind: 'paragraph', text: 'Lò Văn Pành thăm Lớp Bừng Sáng.' },
    { kind: 'paragraph', text: 'Sông Quê' },
  ],
  captions: [],
  authors: [],
  photographers: ['Duc Anh'],
  outlet: null,
  event: {
    value: { type: 'meeting', title: 'Trao quà Tết', from: null, to: null, place: null, host: null },
    spans: [],
    confidence: 1,
    why: [],
  },
  people: [
    {
      value: { name: 'Lò Văn Pành', offices: ['Tổ trưỏng'] },
      spans: [{ part: 'body', index: 0, start: 0, end: 11 }],
      confidence: 1,
      why: [],
    },
  ],
  organizations: [],
  places: [],
  documents: [],
  awards: [],
  furniture: [],
} as unknown as PressReading

describe('differences between what was offered and what was filed', () => {
  it('tells new spellings, offices, dropped names, removed lines and types apart', () => {
    const [pass, sau] = draft.people
    const filed = {
      ...draft,
      text: { ...draft.text, body: draft.text.body.slice(0, 1), authors: ['CTV', 'Sông Quê'] },
      event: draft.event && { ...draft.event, value: { ...draft.event.value, type: 'award' } },
      people: [
        { ...pass, value: { name: 'Lò Văn Panh', offices: ['Tổ trưởng Tổ khuyến học'] } },
        { ...sau, state: 'dropped' },
      ],
    } as Draft
    expect(
      differencesIn(filed, offeredIn(draft)).map((one) => `${one.about} ${one.change} ${one.key} ${one.value}`),
    ).toEqual([
      'office added Tổ trưởng Tổ khuyến học Tổ trưởng Tổ khuyến học',
      'person replaced Lò Văn Pành Lò Văn Panh',
      'person dropped Võ Thị Sáu ',
      'author added Sông Quê Sông Quê',
      'furniture added Sông Quê Sông Quê',
      'event-type replaced trao quà award',
    ])
    expect(differencesIn(draft, offeredIn(draft))).toEqual([])
  })
})

describe('what is worth learning', () => {
  const one = (about: Difference['about'], change: Difference['change'], key: string, value = key) =>
    lessons([{ about, change, key, value }]).fresh

  it('takes spellings, never names in full for short ones', () => {
    expect(one('person', 'replaced', 'Lò Văn Pành', 'Lò Văn Panh')).toHaveLength(1)
    expect(one('person', 'replaced', 'Pành', 'Lò Văn Pành')).toEqual([])
    expect(one('organization', 'replaced', 'HĐND', 'HĐND tỉnh Vân Lĩnh')).toEqual([])
    expect(one('author', 'replaced', 'CTV', 'Minh Châu')).toEqual([])
  })

  it('takes added names only where the article has these words', () => {
    expect(one('place', 'added', 'bản Phiêng Lơi')).toHaveLength(1)
    expect(one('place', 'added', 'bản Nà Tấu')).toEqual([])
    expect(one('place', 'added', 'Phiêng')).toEqual([])
  })

  it('counts a dropped name at once where a school bears it, else from the second time', () => {
    const [school] = one('person', 'dropped', 'Võ Thị Sáu', '')
    expect(school?.sure).toBe(true)
    const [other] = one('person', 'dropped', 'Lò Văn Pành', '')
    expect(other?.sure).toBe(false)
    expect(inForce(entry('person', 'dropped', 'x', '', { sure: false }))).toBe(false)
    expect(inForce(entry('person', 'dropped', 'x', '', { sure: false, seen: 2 }))).toBe(true)
  })

  it('leaves names alone that the archive has a record of', () => {
    const match = { id: 'r', name: 'Võ Thị Sáu', detail: '', reason: { code: 'same', args: {} } }
    const known = { ...draft, people: draft.people.map((person) => ({ ...person, matches: [match] })) }
    expect(lessons([{ about: 'person', change: 'dropped', key: 'Võ Thị Sáu', value: '' }], [], known).fresh).toEqual([])
  })

  it('counts against what is corrected the other way', () => {
    const spelling = entry('person', 'replaced', 'Lò Văn Pành', 'Lò Văn Panh')
    const back: Difference = { about: 'person', change: 'replaced', key: 'Lò Văn Panh', value: 'Lò Văn Pành' }
    expect(lessons([back], [spelling])).toEqual({ fresh: [], again: [], against: [spelling] })
    const same: Difference = { about: 'person', change: 'replaced', key: 'Lò Văn Pành', value: 'Lò Văn Panh' }
    expect(lessons([same], [spelling])).toEqual({ fresh: [], again: [spelling], against: [] })
  })
})

describe('a reading with what was learnt', () => {
  it('spells, adds, drops and says why', () => {
    const better = applyLearnt(reading, [
      entry('person', 'replaced', 'Lò Văn Pành', 'Lò Văn Panh'),
      entry('office', 'replaced', 'Tổ trưỏng', 'Tổ trưởng'),
      entry('organization', 'added', 'Lớp Bừng Sáng'),
      entry('author', 'added', 'Sông Quê'),
      entry('photographer', 'replaced', 'Duc Anh', 'Đức Anh'),
      entry('event-type', 'replaced', 'trao quà', 'award'),
    ])
    expect(better.people[0]?.value).toEqual({ name: 'Lò Văn Panh', offices: ['Tổ trưởng'] })
    expect(better.people[0]?.why.map(({ code }) => code)).toEqual(['learnt-replaced', 'learnt-replaced'])
    expect(better.organizations).toMatchObject([
      { value: { name: 'Lớp Bừng Sáng' }, spans: [{ part: 'body', index: 0, start: 17, end: 30 }] },
    ])
    expect(better.authors).toEqual(['Sông Quê'])
    expect(better.body).toHaveLength(1)
    expect(better.photographers).toEqual(['Đức Anh'])
    expect(better.event?.value.type).toBe('award')
  })

  it('touches nothing else', () => {
    expect(applyLearnt(reading, [])).toBe(reading)
    const other = [entry('person', 'replaced', 'Lò Văn', 'Lò Vân'), entry('organization', 'added', 'Lớp Bừng')]
    const { organizations, people } = applyLearnt(reading, other.slice(0, 1))
    expect(people).toEqual(reading.people)
    expect(organizations).toEqual([])
    const inName = applyLearnt(reading, [entry('person', 'added', 'Văn Pành')])
    expect(inName.people).toHaveLength(1)
  })

  it('adds offices and lines of frames to the word lists, and nothing where there is none', () => {
    const data = { offices: { heads: ['Bí thư'] }, layout: { lines: [] as string[] } } as never
    expect(withLearntWords(data, [entry('place', 'added', 'x y')])).toBeNull()
    const with2 = withLearntWords(data, [
      entry('office', 'added', 'Tổ trưởng Tổ khuyến học'),
      entry('furniture', 'added', 'Xem thêm'),
    ])
    expect(with2?.offices.heads).toEqual(['Bí thư', 'Tổ trưởng Tổ khuyến học'])
    expect(with2?.layout.lines).toEqual(['Xem thêm'])
  })
})
