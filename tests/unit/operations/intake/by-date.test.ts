import { expect, it } from 'vitest'
import { allotByDate } from '#operations/intake/by-date'
import type { IntakeGroup } from '#operations/intake/plan'

const days: Record<string, string | null> = {
  'session.docx': '2024-07-19',
  'bridge.docx': '2025-12-19',
  'IMG_1.jpg': '2024-07-19',
  'IMG_2.jpg': '2025-12-20',
  'IMG_3.jpg': '2023-01-01',
  'IMG_4.jpg': null,
}
const dates = {
  ofRelease: async (path: string) => days[path] ?? null,
  ofPhoto: async (path: string) => days[path] ?? null,
}
const group = (release: string | null, photos: string[], joined: string[] = []): IntakeGroup => ({
  release,
  photos: [...photos, ...joined],
  folder: '/in',
  folderName: 'in',
  joined: joined.length > 0 ? { folderName: 'ảnh', photos: joined } : null,
})
const told = (groups: IntakeGroup[]) => groups.map(({ release, photos }) => [release, photos])

it('gives a photo to the one text that reports its day, or the day beside it', async () => {
  const groups = [
    group('session.docx', []),
    group('bridge.docx', []),
    group(null, ['IMG_1.jpg', 'IMG_2.jpg', 'IMG_3.jpg', 'IMG_4.jpg']),
  ]
  expect(told(await allotByDate(groups, dates))).toEqual([
    ['session.docx', ['IMG_1.jpg']],
    ['bridge.docx', ['IMG_2.jpg']],
    [null, ['IMG_3.jpg', 'IMG_4.jpg']],
  ])
})

it('leaves open what two texts of one day could both own', async () => {
  const twin = { ...dates, ofRelease: async () => '2024-07-19' }
  const groups = [group('a.docx', []), group('b.docx', []), group(null, ['IMG_1.jpg'])]
  expect(told(await allotByDate(groups, twin)).at(-1)).toEqual([null, ['IMG_1.jpg']])
})

it('keeps a folder of photos apart when all were taken months away', async () => {
  expect(told(await allotByDate([group('session.docx', [], ['IMG_2.jpg', 'IMG_3.jpg'])], dates))).toEqual([
    ['session.docx', []],
    [null, ['IMG_2.jpg', 'IMG_3.jpg']],
  ])
  expect(told(await allotByDate([group('session.docx', [], ['IMG_1.jpg', 'IMG_3.jpg'])], dates))).toEqual([
    ['session.docx', ['IMG_1.jpg', 'IMG_3.jpg']],
  ])
})
