import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Article } from '#core/model/article'
import type { Event, Person } from '#core/model/authority'
import type { Photo } from '#core/model/photo'
import { article, deliveredPhoto, delivered as withPhotos } from '../../golden/delivery/records'

/** One article as the programs under test read it; `book.ts` and `book.py` make many of it. */
export interface BenchArticle {
  article: Article
  events: Event[]
  people: Person[]
  photos: { photo: Photo; caption: string }[]
}

const size = { width: 1400, height: 933 }
const distinct = 300
// python-docx takes a JPEG for one by its Exif or JFIF part alone.
const exif = { IFD0: { Artist: 'Kho Tin' } }

/** Pictures of about 250 KB each and a folder for a run over so many articles; pictures are kept for the next run. */
export async function materialFor(articles: number): Promise<string> {
  const home = join(tmpdir(), 'kho-bench-word')
  const folder = join(home, String(articles))
  const pictures = join(home, 'pictures')
  mkdirSync(pictures, { recursive: true })
  mkdirSync(join(folder, 'out'), { recursive: true })
  const have = readdirSync(pictures).length
  for (let at = have; at < distinct; at++) writeFileSync(join(pictures, `Ảnh ${at}.jpg`), await noisy(at))
  const listed = readdirSync(pictures).map((file) => ({ file, ...size }))
  writeFileSync(join(folder, 'articles.json'), JSON.stringify({ articles, pictures: listed }))
  writeFileSync(join(folder, 'article.json'), JSON.stringify(await oneArticle()))
  const bytes = listed.reduce((sum, { file }) => sum + statSync(join(pictures, file)).size, 0) / listed.length
  if (bytes < 230_000 || bytes > 270_000) throw new Error(`pictures of ${bytes} bytes are not what the figure is about`)
  return folder
}

/** Noise over a colour: a JPEG that cannot be made smaller, about as large as a real one of its size. */
async function noisy(seed: number): Promise<Uint8Array> {
  const raw = new Uint8Array(size.width * size.height * 3)
  let state = seed + 1
  for (let at = 0; at < raw.length; at++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    raw[at] = 90 + ((seed * 31 + at / 4000) % 60) + ((state >> 16) % 51)
  }
  return sharp(raw, { raw: { ...size, channels: 3 } })
    .jpeg({ quality: 74 })
    .withExif(exif)
    .toBuffer()
}

async function oneArticle(): Promise<BenchArticle> {
  const jpeg = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()
  const photos = await Promise.all(
    ['Quang cảnh hội nghị.', 'Các đại biểu dự hội nghị.', 'Đồng chí Lò Thị Mây phát biểu.'].map((caption, at) =>
      deliveredPhoto(jpeg, `DSC_${at}.jpg`, caption),
    ),
  )
  const made = withPhotos(article(7), photos)
  return { ...made, photos: photos.map(({ photo, caption }) => ({ photo, caption })) }
}
