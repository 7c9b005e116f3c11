import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core'

const release = `Thường trực HĐND tỉnh khảo sát công trình nước sạch

Sáng 12/3/2025, Thường trực HĐND tỉnh Vân Lĩnh khảo sát công trình cấp nước tại xã Nậm Lìn.

Tham gia đoàn có đồng chí Lò Thị Hoà, Phó Chủ tịch HĐND tỉnh.

Minh Châu
`

let core: TestCore
beforeEach(async () => {
  core = await testCore()
})
afterEach(() => core.close())

describe('what was found and why', () => {
  it('names the parts, and every span holds the words found', async () => {
    const path = join(core.folder, 'tin.txt')
    await writeFile(path, release)
    const { parts, findings, authors } = await core.runner.call('intake.explain', { path })
    expect(parts[0]).toEqual({ part: 'title', index: 0, text: release.split('\n')[0] })
    expect(parts.some(({ text }) => text.startsWith('Tham gia đoàn'))).toBe(true)
    expect(authors).toEqual(['Minh Châu'])
    const person = findings.find(({ kind }) => kind === 'person')
    expect(person).toMatchObject({ name: 'Lò Thị Hoà', details: ['Phó Chủ tịch HĐND tỉnh'] })
    expect(person?.why.length).toBeGreaterThan(0)
    for (const { spans } of findings) {
      for (const { part, index, start, end } of spans) {
        const text = parts.find((one) => one.part === part && one.index === index)?.text ?? ''
        expect(text.slice(start, end).trim()).not.toBe('')
      }
    }
    const held = (person?.spans ?? []).map((span) =>
      parts.find((one) => one.part === span.part && one.index === span.index)?.text.slice(span.start, span.end),
    )
    expect(held.join()).toContain('Lò Thị Hoà')
  })
})
