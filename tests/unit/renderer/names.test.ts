import { describe, expect, it } from 'vitest'
import { namesIn, namesInCaption } from '../../../src/renderer/features/article/names'
import { article } from '../../renderer-preview/fake/data'

const found = (caption: string) =>
  namesInCaption(article, caption).map(({ start, end, of }) => `${of.kind}: ${caption.slice(start, end)}`)

describe('names in an article', () => {
  it('stand where the reader saw them', () => {
    const [first] = namesIn(article, 'title')
    expect(article.title.slice(first?.start, first?.end)).toBe(article.mentions[0]?.name)
    expect(namesIn(article, 'body', 99)).toEqual([])
  })

  it('are found in a caption however it was moved or rewritten', () => {
    expect(found('Bà Lò Thị Hạnh Nguyên tại xã Phiêng Cọ.')).toEqual([
      'person: Lò Thị Hạnh Nguyên',
      'place: xã Phiêng Cọ',
    ])
  })

  it('are found as whole words only', () => {
    expect(found('xã Phiêng Cọc')).toEqual([])
  })
})
