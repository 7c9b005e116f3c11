import { execFileSync } from 'node:child_process'
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { openArchive } from '#archive/open'
import { ArticleQuery, ArticleTerms } from '#core/model/views'
import { corpusOf } from './corpus/write'
import { mixedQueries } from './queries'
import { bundled } from './support/bundle'
import { spentOn } from './support/clock'
import { percentile, tell } from './support/figures'
import { naiveIndex } from './support/naive-index'
import { benchPlatform } from './support/platform'

// Making the index, its size, searching and counting, in an archive of KHO_BENCH_ARTICLES articles (10,000) of
// 8 KB with four photos each. The bars are those for 100,000.
const size = Number(process.env.KHO_BENCH_ARTICLES ?? 10_000)
const at = ` (${size.toLocaleString('en')} articles)`

const corpus = corpusOf(size)
const index = join(corpus.folder, 'index')
const peer = naiveIndex(Math.min(size, 3_000), size)

if (!process.env.KHO_BENCH_KEEP_INDEX) {
  rmSync(index, { recursive: true, force: true })
  const spent = await ofItsOwn<'wall' | 'cpu' | 'peak'>('tests/bench/search-rebuild.ts', corpus.folder)
  const plain = { name: 'bare FTS5 with stored text', value: peer.perSecond }
  tell({
    name: `rebuilding the index${at}`,
    value: (size / spent.wall) * 1_000,
    unit: 'articles/s',
    bar: { least: 1_500 },
    peer: plain,
  })
  tell({
    name: `rebuilding, by processor time${at}`,
    value: (size / spent.cpu) * 1_000,
    unit: 'articles/s',
    bar: null,
    peer: plain,
  })
  tell({ name: `memory while rebuilding${at}`, value: spent.peak, unit: 'MB', bar: null, peer: null })
}
const bytes = statSync(join(index, 'search.sqlite')).size
const plainSize = { name: 'bare FTS5 with stored text', value: peer.sizeByText }
tell({
  name: `index on disk${at}`,
  value: bytes / corpus.textBytes,
  unit: '× the text',
  bar: { most: 1.5 },
  peer: plainSize,
})

const [opening, archive] = await spentOn(() => openArchive(corpus.folder, benchPlatform()))
tell({ name: `opening${at}`, value: opening.wall, unit: 'ms', bar: null, peer: null })
const [first] = await spentOn(() => archive.index.articles(ArticleQuery.parse({})))
tell({ name: `first page after opening${at}`, value: first.wall, unit: 'ms', bar: null, peer: null })

// As the window asks: the page at once, the whole number of hits with the counts.
const queries = mixedQueries(corpus.people)
// None of those that are timed: they would be known by then.
const warming = mixedQueries(corpus.people, 7).slice(0, 24)
const naive = naiveTimes()
for (const sort of ['newest', 'relevance'] as const) {
  const times = await timesOf((text) =>
    archive.index.articles(ArticleQuery.parse({ text, sort, limit: 20, counted: 0 })),
  )
  tellTimes(`search, ${sort}${at}`, times, { p50: 5, p95: 16 }, naive.ranked)
}
const { sort: _sort, ...all } = ArticleTerms.parse({})
const counted = await timesOf((text) => archive.index.facets({ ...all, text }))
tellTimes(`facet counts${at}`, counted, { p95: 60 }, naive.counted)

await archive.close()
await tellMemory()

/** Of a process that has the archive open and does nothing else: this one also holds the compiler and the peer. */
async function tellMemory(): Promise<void> {
  const people = JSON.stringify(corpus.people)
  const figures = await ofItsOwn<'empty' | 'resident' | 'peak'>('tests/bench/search-memory.ts', corpus.folder, people)
  const { empty, resident, peak } = figures
  const peer = { name: 'before opening', value: empty }
  tell({ name: `memory, open and searched${at}`, value: resident, unit: 'MB', bar: { most: 400 }, peer })
  tell({ name: `memory at the most${at}`, value: peak, unit: 'MB', bar: { most: 400 }, peer })
}

/** What a program says that has a process of its own. */
async function ofItsOwn<Figure extends string>(program: string, ...args: string[]): Promise<Record<Figure, number>> {
  const printed = execFileSync(process.execPath, [await bundled(program), ...args], { encoding: 'utf8' })
  return JSON.parse(printed) as Record<Figure, number>
}

async function timesOf(ask: (text: string) => Promise<unknown>): Promise<{ wall: number[]; cpu: number[] }> {
  for (const text of warming) await ask(text)
  const wall: number[] = []
  const cpu: number[] = []
  for (const text of queries) {
    const [spent] = await spentOn(() => ask(text))
    wall.push(spent.wall)
    cpu.push(spent.cpu)
    if (process.env.KHO_BENCH_SLOW && spent.cpu > 16) console.log(`  ${spent.cpu.toFixed(1)} ms  ${text}`)
  }
  return { wall, cpu }
}

function tellTimes(
  name: string,
  { wall, cpu }: { wall: number[]; cpu: number[] },
  bars: { p50?: number; p95: number },
  beside: number[],
): void {
  const peerAt = (share: number) => ({ name: 'plain SQL on the same index', value: percentile(beside, share) })
  const most = bars.p50 === undefined ? null : { most: bars.p50 }
  tell({ name: `${name}: p50`, value: percentile(wall, 50), unit: 'ms', bar: most, peer: peerAt(50) })
  tell({ name: `${name}: p95`, value: percentile(wall, 95), unit: 'ms', bar: { most: bars.p95 }, peer: peerAt(95) })
  tell({ name: `${name}: p50 of the processor`, value: percentile(cpu, 50), unit: 'ms', bar: null, peer: null })
  tell({ name: `${name}: p95 of the processor`, value: percentile(cpu, 95), unit: 'ms', bar: null, peer: null })
}

/** What the same table gives when SQL alone ranks all hits, and counts people by a join. */
function naiveTimes(): { ranked: number[]; counted: number[] } {
  const db = new Database(join(index, 'search.sqlite'), { readonly: true } as never)
  const rank = db.prepare('SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 20')
  const count = db.prepare(`SELECT l.authority, count(*) AS n FROM words JOIN articles a ON a.key = words.rowid
    JOIN links l ON l.article = a.record WHERE words MATCH ? GROUP BY l.authority ORDER BY n DESC LIMIT 50`)
  const timed = (statement: typeof rank, text: string) => {
    const start = performance.now()
    statement.all(text)
    return performance.now() - start
  }
  const texts = queries
    .filter((text) => !text.includes(':'))
    .map((text) =>
      text
        .normalize('NFD')
        .replace(/[\p{M}"-]/gu, '')
        .replaceAll(/đ/gi, 'd')
        .trim(),
    )
    .filter((text, nth) => text !== '' && nth % 5 === 0)
  const ranked = texts.map((text) => timed(rank, text))
  const counted = texts.map((text) => timed(count, text))
  db.close()
  return { ranked, counted }
}
