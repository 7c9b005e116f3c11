import { openArchive } from '#archive/open'
import { ArticleQuery, ArticleTerms, PhotoQuery } from '#core/model/views'
import { mixedQueries } from './queries'
import { benchPlatform } from './support/platform'

// Opens an archive whose index is made and asks it everything the window does, in a process of its own so that its
// memory can be told: `node search-memory.mjs FOLDER PEOPLE`, the latter as JSON. Prints megabytes: before opening
// (Node and the program), afterwards, and at the most.
const [folder = '', people = '[]'] = process.argv.slice(2)
const queries = mixedQueries(JSON.parse(people) as string[])
const megabytes = (bytes: number): number => bytes / 2 ** 20

const empty = megabytes(process.memoryUsage().rss)
const archive = await openArchive(folder, benchPlatform())
const { sort: _sort, ...all } = ArticleTerms.parse({})
for (const text of queries) {
  await archive.index.articles(ArticleQuery.parse({ text, counted: 0 }))
  await archive.index.facets({ ...all, text })
  await archive.index.articles(ArticleQuery.parse({ text, sort: 'relevance', counted: 0 }))
}
await archive.index.articles(ArticleQuery.parse({ sort: 'title' }))
await archive.index.statistics({ text: '' }, 20)
await archive.index.photos(PhotoQuery.parse({}))
await archive.index.photoMonths('')
const { rss } = process.memoryUsage()
console.log(
  JSON.stringify({ empty, resident: megabytes(rss), peak: megabytes(process.resourceUsage().maxRSS * 1_024) }),
)
await archive.close()
