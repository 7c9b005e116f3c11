import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DeliveredArticle, DeliveredPhoto } from '#delivery/delivery'
import { writeBook } from '#delivery/word/book'
import { nodeFiles } from '#platform/node/files'
import type { BenchArticle } from './material'

// Run as a program of its own, so that its memory can be measured: `node book.mjs FOLDER`. Reads
// `articles.json` and `pictures/`, writes the book, prints the time taken and the peak of its memory.
const folder = process.argv[2]!
const { articles, pictures } = JSON.parse(readFileSync(join(folder, 'articles.json'), 'utf8')) as {
  articles: number
  pictures: { file: string; width: number; height: number }[]
}
const one = JSON.parse(readFileSync(join(folder, 'article.json'), 'utf8')) as BenchArticle

const start = performance.now()
const written = await writeBook(
  delivered(),
  { title: 'Tin, bài năm 2024', total: articles },
  join(folder, 'out', 'Sách.docx'),
  {
    files: nodeFiles(),
    agency: 'Văn phòng Đoàn ĐBQH và HĐND tỉnh',
    archiveName: 'Kho tin',
    fonds: 'Hội đồng nhân dân tỉnh',
    madeAt: '2025-01-06T08:00:00.000+07:00',
    report: () => undefined,
    signal: new AbortController().signal,
  },
)
const ms = performance.now() - start
const peak = process.resourceUsage().maxRSS * 1024
console.log(
  JSON.stringify({ ms, peak, volumes: written.length, bytes: written.reduce((sum, { size }) => sum + size, 0) }),
)

async function* delivered(): AsyncGenerator<DeliveredArticle> {
  for (let index = 0; index < articles; index++) {
    const photos = one.photos.map((photo, at) => shown(photo, index * one.photos.length + at))
    const article = { ...structuredClone(one.article), id: `a${index}`, serial: index + 1 }
    article.title = `${article.title} (${index + 1})`
    yield { article, events: one.events, people: one.people, photos }
  }
}

/** A photo of its own for every use, though some share their bytes on the disk. */
function shown({ photo, caption }: BenchArticle['photos'][number], number: number): DeliveredPhoto {
  const { file, width, height } = pictures[number % pictures.length]!
  return {
    photo: { ...photo, id: `photo-${number}` },
    caption,
    name: file,
    originalPath: '',
    picture: async () => ({ jpeg: readFileSync(join(folder, '..', 'pictures', file)), width, height }),
  }
}
