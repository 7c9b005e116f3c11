import { describe, expect, it } from 'vitest'
import { translator } from '#core/messages'
import { findingCodes, findingLine, findingSentence } from '#core/packages/finding'
import en from '#resources/locale/en/package.json'
import vi from '#resources/locale/vi/package.json'

const languages = { vi: translator<string>(vi, 'vi'), en: translator<string>(en, 'en') }
const args = {
  ...{ why: 'outside', other: 'a', version: '0.97', encoding: 'KOI8', line: '3', algorithms: 'sha256' },
  ...{ written: '1', actual: '2', file: 'm' },
}

describe('what reading a package finds', () => {
  it('has words in both languages, and no code in them', () => {
    for (const say of Object.values(languages)) {
      for (const code of findingCodes) {
        const said = findingSentence(say, { code, args })
        expect(said).not.toContain('package.finding')
        expect(said).not.toContain(`(${code})`)
        expect(said).not.toMatch(/[{}]/)
      }
    }
  })

  it('names every danger of a path in words', () => {
    const dangers = ['absolute', 'home', 'variable', 'backslash', 'outside', 'control']
    const said = dangers.map((why) => findingSentence(languages.vi, { code: 'unsafe-path', args: { why } }))
    expect(new Set(said).size).toBe(dangers.length)
    for (const [at, why] of dangers.entries()) expect(said[at]).not.toContain(why)
  })

  it('is told though its code is unknown or its words lack something', () => {
    const of = (code: string) => findingLine(languages.vi, { code, path: 'data/a', args: {} })
    expect(of('from-another-version')).toBe('data/a: điều chương trình này chưa biết tên (from-another-version)')
    expect(of('size')).toContain('data/a: ')
  })
})
