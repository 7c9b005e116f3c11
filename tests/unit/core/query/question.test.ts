import { describe, expect, it } from 'vitest'
import { readQuestion } from '#core/query/question'

describe('a search written as a question', () => {
  it.each([
    ['moi anh cua y bier nie kdam tai dak lak nam 2023', 'người:"y bier nie kdam" nơi:"dak lak" ngày:2023'],
    ['Mọi ảnh của Lê Văn An tại Hà Giang năm 2024', 'người:"Lê Văn An" nơi:"Hà Giang" ngày:2024'],
    ['tất cả hình ảnh của Nguyễn Hữu Tài ở Huế', 'người:"Nguyễn Hữu Tài" nơi:"Huế"'],
    ['ảnh của Trần Nam tháng 7 năm 2024', 'người:"Trần Nam" ngày:7/2024'],
    ['photos of Y Thông at Kon Tum in 2021', 'người:"Y Thông" nơi:"Kon Tum" ngày:2021'],
    ['ảnh kỳ họp thứ nhất năm 2026?', 'sự kiện:"kỳ họp thứ nhất" ngày:2026'],
  ])('%s', (typed, text) => expect(readQuestion(typed)[0]).toEqual({ of: 'photos', text }))

  it('looks for articles where they are asked for, and offers photos after them', () => {
    expect(readQuestion('các bài của Kim Oanh năm 2023').map(({ of, text }) => `${of} ${text}`)).toEqual([
      'articles người:"Kim Oanh" ngày:2023',
      'articles tác giả:"Kim Oanh" ngày:2023',
      'articles cơ quan:"Kim Oanh" ngày:2023',
      'photos người:"Kim Oanh" ngày:2023',
      'photos ảnh:"Kim Oanh" ngày:2023',
    ])
  })

  it.each(['', 'hội nghị sơ kết', 'ảnh', 'ảnh đẹp', 'người:"Lan" tại Huế', '"của" 2024', 'Ủy ban nhân dân'])(
    'leaves alone what is no question: %s',
    (typed) => expect(readQuestion(typed)).toEqual([]),
  )
})
