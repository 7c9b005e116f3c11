import { describe, expect, it } from 'vitest'
import { pagesFor, pagesOf } from '../../../src/renderer/engine/usePaged'
import { editOf, emptyForm, topicsOf } from '../../../src/renderer/features/archive/bulkEdit'
import { isChosen, toggled } from '../../../src/renderer/features/archive/facets'
import { narrowed, queryOf, searchOf } from '../../../src/renderer/features/archive/query'
import {
  type ExportChoice,
  type ExportOf,
  firstChoice,
  formsFor,
  requestOf,
} from '../../../src/renderer/features/export/forms'
import { arePictures } from '../../../src/renderer/features/intake/pictures'
import { byTime, officePeriod } from '../../../src/renderer/features/person/offices'
import { noSearch } from '../../../src/renderer/state/search'

const search = { ...noSearch, sort: 'relevance' as const }
const held = (office: string, seen: string[]) => ({ office, organization: null, from: null, to: null, seen })

describe('the question of the archive list', () => {
  it('leaves out what is half typed', () => {
    expect(queryOf({ ...search, from: '8/7/20', genre: 'news' })).toEqual({
      text: '',
      sort: 'newest',
      status: 'filed',
      genre: 'news',
    })
  })

  it('takes dates once they are dates, and ranks only where words are searched for', () => {
    expect(queryOf({ ...search, text: 'cầu', from: '7/2024', to: '2025' })).toMatchObject({
      sort: 'relevance',
      from: '2024-07',
      to: '2025',
    })
  })

  it('knows whether anything narrows it', () => {
    expect(narrowed(queryOf(search))).toBe(false)
    expect(narrowed(queryOf({ ...search, to: '2024' }))).toBe(true)
    expect(narrowed(queryOf({ ...search, status: 'binned' }))).toBe(true)
    expect(narrowed(queryOf({ ...search, links: { person: { id: 'p', label: 'Lan' } } }))).toBe(true)
  })

  it('is kept and asked again as it was', () => {
    const asked = {
      ...search,
      text: 'cầu',
      from: '07/2024',
      genre: 'news',
      eventType: 'session',
      photographer: 'Quang Khải',
      links: { person: { id: 'p', label: 'Lan' } },
    }
    expect(queryOf({ ...noSearch, ...searchOf(queryOf(asked)) })).toEqual(queryOf(asked))
  })
})

describe('a count beside the list', () => {
  it.each([
    ['year', { value: '2024', label: '2024', count: 3 }],
    ['genre', { value: 'news', label: 'news', count: 3 }],
    ['person', { value: 'p', label: 'Lan', count: 3 }],
    ['photographer', { value: 'Quang Khải', label: 'Quang Khải', count: 3 }],
  ] as const)('narrows by %s, and no longer when chosen again', (kind, count) => {
    const on = { ...noSearch, ...toggled(noSearch, kind, count) }
    expect(isChosen(on, kind, count.value)).toBe(true)
    expect({ ...on, ...toggled(on, kind, count) }).toEqual(noSearch)
  })
})

describe('the form for editing many', () => {
  it('asks for nothing until something is chosen', () => {
    expect(editOf(emptyForm)).toBeNull()
    expect(editOf({ ...emptyForm, addTopics: ' , ' })).toBeNull()
  })

  it('asks for what was chosen and leaves the rest alone', () => {
    const people = [{ name: 'Lan', chosen: 'p' }]
    expect(editOf({ ...emptyForm, people, retention: 'none', addTopics: 'a, b,a' })).toEqual({
      people: [{ name: 'Lan', chosen: 'p', offices: [] }],
      retention: null,
      addTopics: ['a', 'b'],
    })
    expect(topicsOf('nước sạch; nông thôn')).toEqual(['nước sạch', 'nông thôn'])
  })
})

describe('pages of a long list', () => {
  it('are those in sight and one either side, never the first, which is read anyway', () => {
    expect(pagesFor(pagesOf(0, 20), 100_000)).toEqual([1])
    expect(pagesFor(pagesOf(450, 470), 100_000)).toEqual([3, 4, 5])
  })
  it('end with the list', () => {
    expect(pagesFor(pagesOf(0, 20), 37)).toEqual([])
    expect(pagesFor(pagesOf(950, 999), 1000)).toEqual([8, 9])
  })
})

describe('offices over time', () => {
  const old = held('Phó Trưởng Ban', ['2020-11-19', '2019-03-02'])
  const now = held('Phó Chủ tịch', ['2024-07-08'])

  it('last from the first to the last article that names them, or as stated', () => {
    expect(officePeriod(old)).toEqual(['2019-03-02', '2020-11-19'])
    expect(officePeriod({ ...now, from: '2021' })).toEqual(['2021', '2024-07-08'])
  })
  it('come with the latest first and the undated last', () => {
    const undated = held('Chuyên viên', [])
    expect(byTime([undated, old, now]).map(({ office }) => office)).toEqual([
      'Phó Chủ tịch',
      'Phó Trưởng Ban',
      'Chuyên viên',
    ])
  })
})

describe('what is dropped or exported', () => {
  it('joins a draft only where every file is a photo', () => {
    expect(arePictures(['a.JPG', 'b.webp'])).toBe(true)
    expect(arePictures(['a.jpg', 'b.docx'])).toBe(false)
    expect(arePictures([])).toBe(false)
  })
  it('asks for the product that was chosen', () => {
    const selection = { ids: ['a'] }
    const ask = (...[form, of, choice]: [Parameters<typeof requestOf>[0], ExportOf, Partial<ExportChoice>?]) =>
      requestOf(form, of, '/x', { ...firstChoice, ...choice })
    expect(ask('book', { articles: selection })).toEqual({
      operation: 'export.word',
      input: { selection, folder: '/x', form: 'book', template: 'in-use' },
    })
    expect(ask('all', { articles: selection }, { template: 't1' }).input).toMatchObject({ template: { id: 't1' } })
    const dossier = { dossier: 'd', items: ['b', 'a'] }
    expect(ask('dossier', dossier, { template: 'none' })).toEqual({
      operation: 'export.dossiers',
      input: { dossiers: ['d'], folder: '/x', form: 'dossier', template: 'none' },
    })
    expect(ask('book', dossier).input).toMatchObject({ selection: { ids: ['b', 'a'] } })
    expect(ask('contents', dossier, { format: 'excel', thumbnails: true })).toEqual({
      operation: 'export.form',
      input: { dossiers: ['d'], folder: '/x', form: 'dossier-contents', thumbnails: false, pictures: false },
    })
    expect(ask('case-list', { dossiers: { year: 2025 } }).input).toMatchObject({ dossiers: { year: 2025 } })
    const transfer = { transfer: 't', dossiers: ['d', 'e'], received: false }
    expect(ask('minutes', transfer)).toMatchObject({ operation: 'export.transfer', input: { transfer: 't' } })
    expect(ask('dossier', transfer).input).toMatchObject({ dossiers: ['d', 'e'] })
    expect(ask('inventory', transfer, { format: 'excel' })).toMatchObject({
      operation: 'export.form',
      input: { transfer: 't', form: 'transfer-list' },
    })
    expect(ask('photos-2025', transfer, { thumbnails: true }).input).toMatchObject({ transfer: 't', thumbnails: true })
  })
  it('offers what fits what is chosen', () => {
    expect(formsFor({ articles: { ids: ['a'] } })).not.toContain('dossier')
    expect(formsFor({ dossier: 'd', items: [] }).slice(0, 2)).toEqual(['dossier', 'contents'])
    expect(formsFor({ dossiers: {} })).toEqual(['case-list', 'inventory', 'contents', 'dossier'])
    const transfer = { transfer: 't', dossiers: [], received: false }
    expect(formsFor(transfer)).not.toContain('reception')
    expect(formsFor({ ...transfer, received: true })).toContain('reception')
  })
})
