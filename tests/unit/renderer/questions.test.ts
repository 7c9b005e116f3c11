import { describe, expect, it } from 'vitest'
import { pagesFor, pagesOf } from '../../../src/renderer/engine/usePaged'
import { narrowed, queryOf } from '../../../src/renderer/features/archive/query'
import { requestOf } from '../../../src/renderer/features/export/forms'
import { arePictures } from '../../../src/renderer/features/intake/pictures'
import { byTime, officePeriod } from '../../../src/renderer/features/person/offices'

const search = { text: '', sort: 'relevance' as const, genre: '', from: '', to: '' }
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
    expect(requestOf('book', selection, '/x')).toEqual({
      operation: 'export.word',
      input: { selection, folder: '/x', form: 'book' },
    })
    expect(requestOf('all', selection, '/x').operation).toBe('export.all')
  })
})
