import { sourceFromText } from '#core/press/plain'
import { readPress } from '#core/press/read'
import { inRoot } from '../../build/lib/paths.mjs'
import { readFolder } from './press-folder'
import { median, tell } from './support/figures'
import { vocabulary } from './vocabulary'

// How fast text already taken out of its file is read: one core, no files, no windows. Seconds are those of the
// processor, so that a busy machine gives the same figures.

const SECONDS_MEASURED = 3
const texts = await readFolder(inRoot('tests', 'press', 'test'))

/** Seconds of the processor one call takes. */
function seconds(work: () => void): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

const pass = () => texts.forEach(({ source }) => void readPress(source, vocabulary))
pass()
const rounds: number[] = []
while (rounds.reduce((sum, one) => sum + one, 0) < SECONDS_MEASURED || rounds.length < 5) rounds.push(seconds(pass))
tell({
  name: `articles read in a second (${texts.length} articles, median of ${rounds.length} rounds)`,
  value: texts.length / median(rounds),
  unit: 'articles/s',
  bar: { least: 200 },
  peer: null,
})

const body = texts.flatMap(({ reading }) => reading.body)
const long = (length: number, join: string) =>
  Array.from({ length: Math.ceil(length / body.join(join).length) }, () => body.join(join))
    .join(join)
    .slice(0, length)

/** Inputs that make a careless pattern go quadratic; each is one article. */
const HOSTILE: Record<string, string> = {
  'an article of 1 MB': long(1_000_000, '\n\n'),
  'one paragraph of 500 KB': long(500_000, ' '),
  '500 KB of capitals': 'Á '.repeat(250_000),
  '500 KB of capitalised names': 'Nguyễn Văn '.repeat(45_000),
  '500 KB of offices without a name': 'Phó Chủ tịch Thường trực HĐND tỉnh, '.repeat(14_000),
  '500 KB of list marks': 'đồng chí: A; '.repeat(38_000),
  '500 KB of open brackets and quotes': '(“'.repeat(250_000),
  '500 KB of digits and slashes': 'số 1/2-3/'.repeat(55_000),
  '500 KB of dates': 'ngày 1/7 và 2/7, '.repeat(30_000),
  '500 KB of spaces': `a${' '.repeat(500_000)}b`,
  '100 000 lines': 'Ảnh: A\n'.repeat(100_000),
  '20 000 lines, each with another person': Array.from(
    { length: 20_000 },
    (_, i) => `ông Lê An${i} Anh${i >> 4} Tám`,
  ).join('\n'),
  '500 KB of documents': 'Nghị quyết số 12/NQ-HĐND ngày 1/7/2024 của HĐND tỉnh về Luật Đất đai, '.repeat(7000),
  '500 KB of places': 'các xã A, B và huyện C, '.repeat(20_000),
}
for (const [name, text] of Object.entries(HOSTILE)) {
  const value = seconds(() => void readPress(sourceFromText(`Tiêu đề\n\n${text}`, 'text'), vocabulary))
  tell({ name, value, unit: 's', bar: { most: 1 }, peer: null })
}
