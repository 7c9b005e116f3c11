import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Article } from '#core/model/article'
import type { Photo } from '#core/model/photo'
import { shippedSipRules } from '#delivery/transfer/rules'
import en from '#resources/locale/en/preflight.json'
import vi from '#resources/locale/vi/preflight.json'
import { received } from '#tests/unit/archive/on-real-disk'
import { article, photo, putting } from '#tests/unit/archive/sample-records'
import { archiveHere, type Here } from './here'

let here: Here
beforeEach(async () => {
  here = await archiveHere()
})
afterEach(() => here.close())

const body = (text: string): Article['body'] => [{ kind: 'paragraph', text }]
const put = (record: Article | Photo, kind: 'article' | 'photo' = 'article') =>
  here.archive.commit(putting(kind, record))
const held = async (name: string, content = name) =>
  here.archive.originals.addBytes(new TextEncoder().encode(content), received(name))

async function checked(ids: string[], more: object = {}) {
  const { view } = await here.call('dossier.create', {
    title: 'Hồ sơ kỳ họp',
    year: 2024,
    retention: { code: '01' },
    items: { selection: { ids } },
    ...more,
  })
  const report = await here.call('dossier.check', { id: view.dossier.id })
  const lines = report.rows.flatMap(({ kind, id, problems }) =>
    problems.map(({ severity, code, args, mend }) => ({
      at: kind === 'dossier' ? 'dossier' : id,
      said: `${severity === 'error' ? '✗' : '!'} ${code}${args.name ? ` ${args.name}` : ''}`,
      field: mend.field,
    })),
  )
  return { report, lines, said: lines.map(({ at, said }) => `${at} ${said}`) }
}

describe('the check before hand-over', () => {
  it('finds nothing in what is in order but that it is still open', async () => {
    await put(article('b1', 11, { body: body('Một nội dung đủ dài để so sánh với nội dung khác trong hồ sơ này.') }))
    const { report, said } = await checked(['b1'])
    expect(said).toEqual(['dossier ! dossier-open'])
    expect(report).toMatchObject({ passed: true, totals: { dossiers: 1, items: 1, passed: 2, failed: 0, warnings: 1 } })
  })

  it('tells of a code that does not begin with that of the agency', async () => {
    await here.call('archive.updateSettings', { agencyCode: 'H60.01' })
    await put(article('b1', 11, { body: body('Một nội dung đủ dài để so sánh với nội dung khác trong hồ sơ này.') }))
    expect((await checked(['b1'], { code: 'X-1' })).said).toContain('dossier ! code-without-agency')
    expect((await checked(['a1'])).said).not.toContain('dossier ! code-without-agency')
  })

  it('names each missing and overlong field with the field of ours to mend', async () => {
    await put(article('b1', 11, { title: 'Đ'.repeat(501), publishedOn: null, outlet: '', topics: ['x'.repeat(120)] }))
    const { lines, report } = await checked(['b1'], {
      retention: null,
      keywords: ['k'.repeat(101)],
      title: 'T'.repeat(1001),
    })
    const of = (at: string) => lines.filter((line) => line.at === at).map(({ said, field }) => `${said} → ${field}`)
    expect(of('dossier')).toEqual([
      '✗ field-too-long title → title',
      '✗ field-missing maintenance → retention',
      '✗ field-missing startDate → from',
      '✗ field-missing endDate → to',
      '✗ field-too-long keyword → keywords',
      '! dossier-open → status',
    ])
    expect(of('b1')).toEqual([
      '✗ field-missing maintenance → retention',
      '✗ field-missing issuedDate → publishedOn',
      '✗ field-too-long subject → title',
      '✗ field-too-long keyword → topics',
    ])
    const retention = report.rows.flatMap(({ problems }) => problems).filter(({ args }) => args.name === 'maintenance')
    const { id: dossier } = report.rows.find(({ kind }) => kind === 'dossier')!
    expect(retention.map(({ mend }) => mend)).toEqual(
      Array(2).fill({ kind: 'dossier', id: dossier, field: 'retention' }),
    )
    expect(report.passed).toBe(false)
  })

  it('finds doubles within the submission: same original, same words, same and nearly the same photo', async () => {
    const file = await held('tin.txt')
    const picture = await held('anh.jpg')
    const near = await held('anh-nho.jpg')
    const likeness = '0123456789abcdef0123456789abcdef'
    const shown = { ...photo(picture.digest.hex), file: picture, caption: 'Toàn cảnh', likeness }
    const small = { ...photo(near.digest.hex), file: near, caption: 'Toàn cảnh', likeness: `${likeness.slice(0, 31)}e` }
    await put(shown, 'photo')
    await put(small, 'photo')
    const long = 'Kỳ họp đã xem xét, thông qua nhiều nghị quyết quan trọng về kinh tế xã hội.'
    await put(
      article('b1', 11, { asReceived: [file], body: body('Một bài khác hẳn về chuyện khác hẳn, đủ dài để so.') }),
    )
    const use = { photoId: shown.id, caption: 'Ảnh 1' }
    await put(article('b2', 12, { title: 'Hai', asReceived: [file], body: body(long), photos: [use] }))
    await put(
      article('b3', 13, {
        title: 'HAI',
        body: body(long.toUpperCase()),
        photos: [use, { photoId: small.id, caption: 'Ảnh 2' }],
      }),
    )
    const { said, report } = await checked(['b1', 'b2', 'b3'])
    expect(said).toEqual([
      'dossier ! dossier-open',
      'b2 ✗ duplicate-file',
      'b3 ✗ duplicate-text',
      `${shown.id} ! photo-twice anh.jpg`.replace(' anh.jpg', ''),
      `${small.id} ! photo-near`,
    ])
    expect(report.totals).toMatchObject({ items: 3, photos: 3, failed: 2 })
  })

  it('finds formats that are not accepted, captions that lack and originals that are gone', async () => {
    const webp = await held('anh.webp')
    const bmp = await held('anh.bmp')
    await put({ ...photo(webp.digest.hex), file: webp, caption: 'Một', width: 20, height: 10 }, 'photo')
    await put(
      { ...photo(bmp.digest.hex), file: { ...bmp, digest: { ...bmp.digest, hex: 'f'.repeat(64) } }, caption: '' },
      'photo',
    )
    const photos = [
      { photoId: webp.digest.hex, caption: '' },
      { photoId: bmp.digest.hex, caption: '' },
    ]
    await put(article('b1', 11, { photos }))
    const { said } = await checked(['b1'])
    expect(said).toEqual([
      'dossier ! dossier-open',
      `${webp.digest.hex} ! format-converted`,
      `${bmp.digest.hex} ✗ field-missing imageTitle`,
      `${bmp.digest.hex} ✗ format-refused`,
      `${bmp.digest.hex} ✗ original-missing anh.bmp`,
    ])
  })

  it('looks over all dossiers of a transfer, at retention and at what went before', async () => {
    const make = async (title: string, ids: string[], code: '01' | '06') =>
      (await here.call('dossier.create', { title, year: 2024, retention: { code }, items: { selection: { ids } } }))
        .view.dossier.id
    const dossiers = [await make('Một', ['a1'], '01'), await make('Hai', ['a2'], '06')]
    const first = (await here.call('transfer.create', { title: 'Đợt 1', date: '2025-01-10', dossiers })).transfer
    const codes = async (id: string) =>
      (await here.call('transfer.check', { id, only: 'problems' })).rows.flatMap(({ kind, problems }) =>
        problems.filter(({ severity }) => severity === 'error').map(({ code }) => `${kind} ${code}`),
      )
    // All articles made here have the same words but for their title.
    expect(await codes(first.id)).toEqual(['dossier retention-not-forever'])
    await here.call('transfer.update', { id: first.id, fields: { destination: 'current' } })
    expect(await codes(first.id)).toEqual([])
    await here.call('transfer.deliver', { id: first.id })
    const again = { title: 'Đợt 2', date: '2025-02-10', dossiers, destination: 'current' as const }
    const second = (await here.call('transfer.create', again)).transfer
    expect(await codes(second.id)).toEqual(['dossier handed-over-before', 'dossier handed-over-before'])
    const third = (await here.call('transfer.create', { ...again, amends: first.id })).transfer
    expect(await codes(third.id)).toEqual([])
  })

  it('has words in both languages for the fields of every form', () => {
    const { dossier, document, picture } = shippedSipRules
    const names = [...dossier, ...document, ...picture].map(({ name }) => name)
    for (const { preflight } of [vi, en])
      expect(Object.keys(preflight.field).sort()).toEqual([...new Set(names)].sort())
  })
})
