import { describe, expect, it } from 'vitest'
import { type CaptionRule, captionBy } from '#core/pictures/caption-rule'

const photo = { caption: 'Quang cảnh kỳ họp.', nth: 3, article: 'Khai mạc kỳ họp' }

describe('a caption by a rule', () => {
  it.each<[CaptionRule, string]>([
    [{ how: 'before', text: 'Sáng 12/3: ' }, 'Sáng 12/3: Quang cảnh kỳ họp.'],
    [{ how: 'after', text: ' Ảnh tư liệu.' }, 'Quang cảnh kỳ họp. Ảnh tư liệu.'],
    [{ how: 'replace', find: 'kỳ họp', text: 'hội nghị' }, 'Quang cảnh hội nghị.'],
    [{ how: 'replace', find: 'kỳ họp'.normalize('NFD'), text: 'hội nghị' }, 'Quang cảnh hội nghị.'],
    [{ how: 'replace', find: '.', text: '$& (1)' }, 'Quang cảnh kỳ họp$& (1)'],
    [{ how: 'replace', find: 'không có', text: 'x' }, 'Quang cảnh kỳ họp.'],
    [{ how: 'number', text: 'Ảnh' }, 'Ảnh 3'],
    [{ how: 'number', text: '' }, '3'],
    [{ how: 'article' }, 'Khai mạc kỳ họp'],
  ])('%j', (rule, expected) => {
    expect(captionBy(rule, photo)).toBe(expected)
  })

  it('adds to nothing without a space, and keeps what no article says', () => {
    expect(captionBy({ how: 'after', text: 'Ảnh tư liệu.' }, { ...photo, caption: '' })).toBe('Ảnh tư liệu.')
    expect(captionBy({ how: 'article' }, { ...photo, article: '' })).toBe(photo.caption)
  })
})
