import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Archive } from '#archive/archive'
import { openArchive } from '#archive/open'
import { ArticleQuery } from '#core/model/views'
import { filed } from './corpus/records'
import { type Corpus, corpusOf } from './corpus/write'
import { type Spent, spentOn } from './support/clock'
import { median, tell } from './support/figures'
import { benchPlatform } from './support/platform'

// Saving one article of 8 KB with four photos in an archive of KHO_BENCH_ARTICLES articles (10,000), beside
// one of 1,000, in turn. Each run adds its articles and takes them away again.
const size = Number(process.env.KHO_BENCH_ARTICLES ?? 10_000)
const rounds = 60

const small = await opened(corpusOf(1_000))
const large = await opened(corpusOf(size))
const spent: Record<'small' | 'large', Spent[]> = { small: [], large: [] }
for (let round = 0; round < rounds; round++) {
  spent.small.push(await saved(small, 1_000, round))
  spent.large.push(await saved(large, size, round))
}
await small.close()
await large.close()
const middle = (which: 'small' | 'large', of: keyof Spent) => median(spent[which].map((one) => one[of]))
const name = `saving one article among ${size.toLocaleString('en')}`
const peer = { name: 'among 1,000', value: middle('small', 'wall') }
tell({ name, value: middle('large', 'wall'), unit: 'ms', bar: null, peer })
const ratio = middle('large', 'wall') / middle('small', 'wall')
tell({ name: `${name}, against 1,000`, value: ratio, unit: '×', bar: { most: 1.3 }, peer })
const byCpu = { name: 'among 1,000', value: middle('small', 'cpu') }
tell({ name: `${name}, of the processor`, value: middle('large', 'cpu'), unit: 'ms', bar: null, peer: byCpu })

async function opened({ folder }: Corpus): Promise<Archive> {
  rmSync(join(folder, 'kho.lock'), { force: true })
  const archive = await openArchive(folder, benchPlatform())
  // The window has looked at the list before anyone saves.
  await archive.index.articles(ArticleQuery.parse({ text: 'a ', limit: 20, counted: 0 }))
  return archive
}

async function saved(archive: Archive, among: number, round: number): Promise<Spent> {
  const entries = filed(among + round * 8 + 1, among, Array(50).fill('Lê Văn An')).map((entry) => {
    if (entry.kind !== 'article' || !entry.after) return entry
    const id = archive.identity.id + crypto.randomUUID()
    return { ...entry, id, after: { ...entry.after, id, serial: 0, events: [], mentions: [] } }
  })
  const serial = await archive.nextSerial()
  for (const entry of entries) if (entry.kind === 'article' && entry.after) entry.after.serial = serial
  const [spent] = await spentOn(() => archive.commit({ operation: 'bench', args: {}, entries }))
  const gone = entries.map(({ kind, id }) => ({ kind, id, after: null })) as typeof entries
  await archive.commit({ operation: 'bench', args: {}, entries: gone })
  return spent
}
