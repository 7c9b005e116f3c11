import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { toContract } from '#core/press/contract'
import { readPress } from '#core/press/read'
import { readerLimits } from '#intake/protocol'
import { readRelease } from '#intake/read'
import { vocabulary } from '#tests/bench/vocabulary'

const folder = fileURLToPath(new URL('../fixtures/pages/', import.meta.url))

/** One article of our own in the layouts of portals, newspapers and weblogs. */
it.each(readdirSync(folder))('the article comes out of %s whole and alone', async (name) => {
  const { source } = await readRelease({ name, bytes: new Uint8Array(readFileSync(folder + name)) }, readerLimits)
  const reading = toContract(readPress(source, vocabulary), name)
  expect(reading.title).toBe('Đoàn giám sát HĐND tỉnh làm việc tại xã Thượng Nông')
  expect(reading.lede).toMatch(/^Sáng 14\/10\/2025, Đoàn giám sát .* UBND xã Thượng Nông\.$/)
  expect(reading.body.map((text) => text.slice(0, 24))).toEqual([
    'Báo cáo tại buổi làm việ',
    'Các thành viên trong đoà',
    'Kết luận buổi làm việc, ',
  ])
  expect(reading.captions.at(-1)).toBe('Đồng chí Ma Thị Thuý phát biểu kết luận buổi làm việc.')
  expect(reading.authors).toEqual(['Minh Hoa'])
  expect(reading.publishedOn).toBe('2025-10-14')
})
