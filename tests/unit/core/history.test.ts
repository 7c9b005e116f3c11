import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { historySentence } from '#core/history'
import { translator } from '#core/messages'
import en from '#resources/locale/en/history.json'
import vi from '#resources/locale/vi/history.json'

const words = translator<string>(vi, 'vi')

describe('the sentence of a change', () => {
  it('names what was done, to what, and why where a reason is given', () => {
    const binned = { title: 'Tin A', reason: '' }
    expect(historySentence(words, 'article.bin', binned)).toBe('Bỏ “Tin A” vào thùng rác')
    expect(historySentence(words, 'article.bin', { ...binned, reason: 'trùng' })).toBe(
      'Bỏ “Tin A” vào thùng rác (trùng)',
    )
  })

  it('says of an undoing what was undone', () => {
    const args = { what: 'draft.file', of: '12', title: 'Tin A', serial: '3' }
    const said = 'Hoàn tác thay đổi 12: Đưa “Tin A” vào kho, số 3'
    expect(historySentence(words, 'history.undo', args)).toBe(said)
  })

  it('is never without words: not for operations nor for arguments that it does not know', () => {
    expect(historySentence(words, 'none.such', {})).toBe('Thay đổi dữ liệu (none.such)')
    expect(historySentence(words, 'draft.file', {})).toBe('Đưa “” vào kho, số ')
    expect(historySentence(words, 'history.undo', {})).toContain('Hoàn tác')
  })

  it('has words in both languages for every operation that commits', () => {
    const folder = join(process.cwd(), 'src')
    const operations = new Set<string>()
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/^(operations|archive).*\.ts$/.test(name)) continue
      const text = readFileSync(join(folder, name), 'utf8')
      for (const [, operation] of text.matchAll(/^\s*(?:return )?\{?\s*operation: '([^']+)'/gm)) {
        if (operation) operations.add(operation)
      }
    }
    expect(operations.size).toBeGreaterThan(6)
    for (const operation of operations) {
      for (const [language, all] of [
        ['vi', vi],
        ['en', en],
      ] as const) {
        const said = historySentence(translator<string>(all, language), operation, { what: 'draft.file', of: '1' })
        expect(said, `${language}: ${operation}`).not.toContain(operation)
      }
    }
  })
})
