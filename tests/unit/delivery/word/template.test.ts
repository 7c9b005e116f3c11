import { describe, expect, it } from 'vitest'
import { checkTemplate } from '#delivery/word/template/check'
import { allFields, purposes } from '#delivery/word/template/placeholders'
import en from '#resources/locale/en/template.json'
import vi from '#resources/locale/vi/template.json'

const paragraph = (...runs: string[]) => `<w:p>${runs.map((text) => `<w:r><w:t>${text}</w:t></w:r>`).join('')}</w:p>`
const check = (...paragraphs: string[]) =>
  checkTemplate([{ path: 'word/document.xml', xml: paragraphs.join('') }], 'article')
const problems = (...paragraphs: string[]) =>
  check(...paragraphs).problems.map(({ kind, name, nearest }) => [kind, name, nearest])

describe('a check of a template', () => {
  it('finds placeholders that Word has spread over runs', () => {
    expect(check(paragraph('{', '{Tiêu ', 'đề}', '}'))).toEqual({ problems: [], used: ['tiêu đề'] })
  })

  it('names an unknown one, where it stands and what was probably meant', () => {
    const [first] = check(paragraph('Kính gửi'), paragraph('Bài: {{tieu dè bai}}')).problems
    expect(first).toEqual({
      kind: 'unknown',
      name: 'tieu dè bai',
      part: 'body',
      paragraph: 2,
      context: 'Bài: {{tieu dè bai}}',
      nearest: 'tiêu đề',
    })
    expect(problems(paragraph('{{#nhân vat}}{{họ ten}}{{/nhân vat}}'))).toEqual([])
    expect(problems(paragraph('{{#nhan vatt}}{{/nhan vatt}}'))).toEqual([['unknownList', 'nhan vatt', 'nhân vật']])
  })

  it('says that a field belongs into a list, that a list is not closed, a placeholder not ended', () => {
    expect(problems(paragraph('{{chú thích}}'))).toEqual([['outsideList', 'chú thích', '#ảnh']])
    expect(problems(paragraph('{{#ảnh}}'), paragraph('{{chú thích}}'))).toEqual([['notClosed', 'ảnh', null]])
    expect(problems(paragraph('{{/ảnh}}'))).toEqual([['closedNotOpened', 'ảnh', null]])
    expect(problems(paragraph('{{tiêu đề'), paragraph('}}'))).toEqual([['open', '{{tiêu đề', null]])
    expect(problems(paragraph('Thư'))).toEqual([['nothing', '', null]])
  })

  it('takes pictures in the body alone, with a width or without', () => {
    const xml = paragraph('{{#ảnh}}{{hình 80}}{{/ảnh}}')
    expect(problems(xml)).toEqual([])
    const header = checkTemplate([{ path: 'word/header1.xml', xml }], 'article').problems
    expect(header).toMatchObject([{ kind: 'pictureElsewhere', part: 'header' }])
  })

  it('lets a list of documents hold what an article may, and the dossier’s own fields', () => {
    const xml = paragraph('{{#văn bản}}{{stt}} {{tiêu đề}} {{mã hồ sơ}}{{#ảnh}}{{chú thích}}{{/ảnh}}{{/văn bản}}')
    expect(checkTemplate([{ path: 'word/document.xml', xml }], 'dossier').problems).toEqual([])
    expect(checkTemplate([{ path: 'word/document.xml', xml }], 'minutes').problems.length).toBeGreaterThan(0)
  })

  it('has words for every placeholder in both languages', () => {
    const fields = purposes.flatMap((purpose) => allFields(purpose).map(({ field }) => field))
    for (const field of fields) {
      expect(vi.template.field).toHaveProperty(field)
      expect(en.template.field).toHaveProperty(field)
    }
  })
})
