import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createArchive, openArchive } from '#archive/open'
import { ArticleQuery } from '#core/model/views'
import { fold } from '#core/text/fold'
import { memoryPlatform } from '#platform/memory/platform'
import { nodeDigests } from '#platform/node/digests'
import { nodeFiles } from '#platform/node/files'
import { nodeIds } from '#platform/node/ids'
import { nodeProcesses, systemClock } from '#platform/node/platform'
import { article, event, person, photo, putting } from '#tests/unit/archive/sample-records'

// Saving, opening, searching and indexing an archive of KHO_BENCH_ARTICLES articles (2,000) of 8 KB with
// four photos each. Times are of the processor, so that other work on the machine matters less.
const size = Number(process.env.KHO_BENCH_ARTICLES ?? 2_000)

let seed = 7
const chance = (below: number) => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed % below
}
const onsets = 'b c ch d đ g h kh l m n ng nh ph qu s t th tr v x'.split(' ')
const rimes = 'an ân ăn ang anh ao au ay ên iên inh oan oi ôi ơi ong ông ung ươi ương uyên a ê i o ô ơ u ư'.split(' ')
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
const syllables = Array.from({ length: 3_000 }, () => {
  const rime = rimes[chance(rimes.length)]!
  const vowel = rime.search(/[aăâeêioôơuư]/) + 1
  const toned = rime.slice(0, vowel) + tones[chance(6)]! + rime.slice(vowel)
  return (onsets[chance(onsets.length)]! + toned).normalize('NFC')
})
/** A few syllables make up most of a text, as in a language. */
const word = () => syllables[Math.floor(syllables.length * (chance(10_000) / 10_000) ** 4)]!
const words = (count: number) => Array.from({ length: count }, word).join(' ')

const people = Array.from({ length: Math.ceil(size / 10) }, (_, at) => person(`n${at}`, words(3)))
let textBytes = 0

function madeArticle(at: number) {
  const body = Array.from({ length: 12 }, () => ({ kind: 'paragraph' as const, text: `${words(105)}.` }))
  textBytes += body.reduce((sum, block) => sum + new TextEncoder().encode(block.text).length, 0)
  const two = (value: number) => String(value).padStart(2, '0')
  const mentions = [0, 1, 2].map(() => {
    const { id, name } = people[chance(people.length)]!
    return { personId: id, name, offices: [words(4)], spans: [] }
  })
  return article(`a${at}`, at + 1, {
    title: words(12),
    lede: words(40),
    body,
    mentions,
    publishedOn: `${2015 + (at % 10)}-${two(1 + chance(12))}-${two(1 + chance(28))}`,
    events: [`e${Math.floor(at / 5)}`],
    photos: [0, 1, 2, 3].map((nth) => ({ photoId: `p${at}-${nth}`, caption: words(15) })),
  })
}

async function timed<T>(work: () => Promise<T>): Promise<[ms: number, result: T]> {
  const before = process.cpuUsage()
  const result = await work()
  const spent = process.cpuUsage(before)
  return [(spent.user + spent.system) / 1_000, result]
}

function say(name: string, times: number[]): void {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]?.toFixed(2)
  console.log(`${name}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`)
}

const platform = () =>
  memoryPlatform(undefined, {
    clock: systemClock,
    files: nodeFiles(),
    digests: nodeDigests(),
    ids: nodeIds(systemClock),
    processes: nodeProcesses,
  })

const home = await mkdtemp(join(tmpdir(), 'kho-bench-'))
const folder = join(home, 'kho')
let archive = await createArchive(folder, { name: 'Kho', agency: '', fonds: '' }, platform())
await archive.commit(putting('person', ...people))
const saves: number[] = []
for (let at = 0; at < size; at++) {
  if (at % 5 === 0) await archive.commit(putting('event', event(`e${at / 5}`, { title: words(8) })))
  const photos = [0, 1, 2, 3].map((nth) => photo(`p${at}-${nth}`, { caption: words(10) }))
  await archive.commit(putting('photo', ...photos))
  const record = madeArticle(at)
  saves.push((await timed(() => archive.commit(putting('article', record))))[0])
}
say('saving an article, among 100', saves.slice(50, 150))
say(`saving an article, among ${size}`, saves.slice(-100))
await archive.close()
const [opening, opened] = await timed(() => openArchive(folder, platform()))
archive = opened
console.log(`opening: ${opening.toFixed(0)} ms`)

const queries = Array.from({ length: 50 }, () => [
  words(2),
  fold(words(2), 'bare'),
  `"${words(2)}"`,
  `${words(1)} `,
  words(1).slice(0, 2),
  fold(words(2), 'bare').slice(0, -1),
  people[chance(people.length)]!.name,
]).flat()
for (const sort of ['newest', 'relevance'] as const) {
  const times: number[] = []
  let hits = 0
  for (const text of queries) {
    const [ms, page] = await timed(() => archive.index.articles(ArticleQuery.parse({ text, sort, limit: 20 })))
    times.push(ms)
    hits += page.total
  }
  say(`searching, ${sort}, 20 rows with marks, ${Math.round(hits / queries.length)} hits on average`, times)
}
await archive.close()
const index = (await stat(join(folder, 'index', 'search.sqlite'))).size
console.log(`index: ${(index / textBytes).toFixed(2)} × the text of the bodies`)
await rm(join(folder, 'index'), { recursive: true })
const [rebuilding, rebuilt] = await timed(() => openArchive(folder, platform()))
console.log(`making the index anew: ${Math.round((size / rebuilding) * 1_000)} articles/s`)
await rebuilt.close()
await rm(home, { recursive: true })
