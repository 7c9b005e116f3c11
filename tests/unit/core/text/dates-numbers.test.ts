import { describe, expect, it } from 'vitest'
import { Instant } from '#core/model/common'
import { formatDate, formatOfficialDate, toDay, toInstant } from '#core/text/dates'
import { numberInWords, numberInWordsCapital } from '#core/text/numbers'

describe('dates', () => {
  it('shows as much as is known', () => {
    expect(['2024-07-08', '2024-07', '2024'].map((date) => formatDate(date))).toEqual(['08/07/2024', '07/2024', '2024'])
    expect(formatDate('2024-07-08', 'en')).toBe('8 July 2024')
    expect(formatDate('2024-07', 'en')).toBe('July 2024')
    expect(formatDate('2024', 'en')).toBe('2024')
  })

  it('words official dates as the decree does', () => {
    expect(formatOfficialDate('2024-07-08')).toBe('ngày 08 tháng 7 năm 2024')
    expect(formatOfficialDate('2025-02-28')).toBe('ngày 28 tháng 02 năm 2025')
    expect(formatOfficialDate('2025-12')).toBe('tháng 12 năm 2025')
    expect(formatOfficialDate('2025')).toBe('năm 2025')
  })

  it('gives instants the Vietnamese offset', () => {
    const lateEvening = Date.UTC(2024, 6, 8, 18, 30, 5, 7)
    expect(toInstant(lateEvening)).toBe('2024-07-09T01:30:05.007+07:00')
    expect(Date.parse(toInstant(lateEvening))).toBe(lateEvening)
    expect(Instant.safeParse(toInstant(0)).success).toBe(true)
    expect(toDay(lateEvening)).toBe('2024-07-09')
  })
})

describe('numbers in words', () => {
  it.each([
    [0, 'không'],
    [4, 'bốn'],
    [10, 'mười'],
    [14, 'mười bốn'],
    [15, 'mười lăm'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi tư'],
    [55, 'năm mươi lăm'],
    [100, 'một trăm'],
    [105, 'một trăm linh năm'],
    [111, 'một trăm mười một'],
    [1000, 'một nghìn'],
    [1005, 'một nghìn không trăm linh năm'],
    [2024, 'hai nghìn không trăm hai mươi tư'],
    [1_000_001, 'một triệu không trăm linh một'],
    [5_000_000_000, 'năm tỷ'],
    [
      1_234_567_890_123,
      'một nghìn hai trăm ba mươi tư tỷ năm trăm sáu mươi bảy triệu tám trăm chín mươi nghìn một trăm hai mươi ba',
    ],
  ])('%i', (value, words) => {
    expect(numberInWords(value)).toBe(words)
  })

  it('speaks as the region does', () => {
    const southern = { zeroTens: 'lẻ', thousand: 'ngàn' } as const
    expect(numberInWords(1_105, southern)).toBe('một ngàn một trăm lẻ năm')
    expect(numberInWordsCapital(21)).toBe('Hai mươi mốt')
  })

  it.each([-1, 1.5, Number.NaN])('refuses %d', (value) => {
    expect(() => numberInWords(value)).toThrow(RangeError)
  })
})

describe('numbers in words, all of them', () => {
  it('says no two numbers alike and leaves no hole in the words', () => {
    const said = new Set<string>()
    for (let value = 0; value <= 20_000; value++) {
      const words = numberInWords(value)
      expect(words).toMatch(/^\p{L}+( \p{L}+)*$/u)
      said.add(words)
    }
    expect(said.size).toBe(20_001)
  })
})
