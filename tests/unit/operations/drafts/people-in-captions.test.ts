import { expect, it } from 'vitest'
import { peopleInCaption } from '#operations/drafts/people-in-captions'

const mentions = [
  { personId: '1', name: 'Lò Thị Hoà' },
  { personId: '2', name: 'Lò Thị Hoà Bình' },
  { personId: '3', name: 'Vàng Seo Tỏa' },
]

it('finds whole names whatever the tone placement', () => {
  expect(peopleInCaption('Đồng chí Lò Thị Hòa, Chủ tịch HĐND xã, trao quà.', mentions)).toEqual(['1'])
  expect(peopleInCaption('Từ trái sang: Vàng Seo Toả, Lò Thị Hoà.', mentions)).toEqual(['1', '3'])
})

it('does not take different tones for the same name', () => {
  expect(peopleInCaption('Ông Lò Thị Hoa phát biểu.', mentions)).toEqual([])
})
