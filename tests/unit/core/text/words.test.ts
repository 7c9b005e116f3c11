import { describe, expect, it } from 'vitest'
import { fileNameFrom, initials, wordsOf } from '#core/text/words'

describe('words', () => {
  it('gives syllables, numbers and abbreviations with their places', () => {
    const text = "Chỉ thị 35-CT/TW, H'Hen Niê."
    expect(wordsOf(text).map((word) => word.text)).toEqual(['Chỉ', 'thị', '35', 'CT', 'TW', "H'Hen", 'Niê'])
    for (const word of wordsOf(text.normalize('NFD'))) {
      expect(text.normalize('NFD').slice(word.start, word.end)).toBe(word.text)
    }
  })

  it('abbreviates as offices do', () => {
    expect(initials('Ủy ban nhân dân')).toBe('UBND')
    expect(initials('Hội đồng nhân dân'.normalize('NFD'))).toBe('HĐND')
  })
})

describe('file names', () => {
  it('keeps Vietnamese letters and drops what systems reserve', () => {
    expect(fileNameFrom('Hội nghị: “sơ kết” 35-CT/TW?'.normalize('NFD'))).toBe('Hội nghị - “sơ kết” 35-CT-TW')
    expect(fileNameFrom('a\\b|c<d>"e"*\t\n f. . ')).toBe('a-b-cde f')
    expect(fileNameFrom('  ..Kế hoạch...')).toBe('Kế hoạch')
  })

  it.each(['CON', 'con.txt', 'Aux', 'LPT1', 'COM²', 'nul', 'con .x'])('disarms %s', (name) => {
    expect(fileNameFrom(name)).toBe(`_${name}`)
  })

  it('lets longer words alone that begin like a device', () => {
    expect(fileNameFrom('Cong an')).toBe('Cong an')
    expect(fileNameFrom('Con đường mới')).toBe('Con đường mới')
    expect(fileNameFrom('Auxerre')).toBe('Auxerre')
  })

  it('is bounded in bytes, at a word where it can', () => {
    const name = fileNameFrom('Phát triển kinh tế nông thôn miền núi '.repeat(10))
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(120)
    expect(name).toMatch(/ (Phát|triển|kinh|tế|nông|thôn|miền|núi)$/)
    expect(fileNameFrom('ộ'.repeat(100), { maxBytes: 10 })).toBe('ộộộ')
  })

  it('has a name for a title without any usable character', () => {
    expect(fileNameFrom(' ???. ')).toBe('_')
    expect(fileNameFrom('', { fallback: 'bai' })).toBe('bai')
  })
})
