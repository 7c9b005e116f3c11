import type { Archive } from '#archive/archive'
import type { Selection } from '#contract/operations'
import { KhoError } from '#core/errors'
import type { Article } from '#core/model/article'
import { ArticleQuery } from '#core/model/views'
import type { DeliveredArticle, DeliveredPhoto } from '#delivery/delivery'
import type { ReaderRequest, ThumbnailsMade } from '#intake/protocol'
import { readerLimits } from '#intake/protocol'
import type { OperationContext } from '../context'

const pageSize = 500

/**
 * The ids an export takes, oldest first, as a book or catalogue reads.
 * @throws KhoError export-nothing-selected
 */
export async function selectedIds(archive: Archive, selection: Selection): Promise<string[]> {
  const ids = 'ids' in selection ? [...new Set(selection.ids)] : await foundIds(archive, selection.query)
  if (ids.length === 0) throw new KhoError('export-nothing-selected')
  return ids
}

async function foundIds(archive: Archive, query: object): Promise<string[]> {
  const ids: string[] = []
  for (;;) {
    const page = await archive.index.articles(
      ArticleQuery.parse({ sort: 'oldest', ...query, offset: ids.length, limit: pageSize }),
    )
    ids.push(...page.rows.map((row) => row.id))
    if (page.rows.length === 0 || ids.length >= page.total) return ids
  }
}

/** Articles one by one with everything resolved; memory stays flat however many there are. */
export async function* deliveredArticles(
  context: OperationContext,
  archive: Archive,
  ids: string[],
): AsyncGenerator<DeliveredArticle> {
  for (const id of ids) {
    const article = await archive.get('article', id)
    if (!article) continue
    yield {
      article,
      events: await archive.getMany('event', article.events),
      people: await archive.getMany(
        'person',
        article.mentions.map(({ personId }) => personId),
      ),
      photos: await deliveredPhotos(context, archive, article),
    }
  }
}

async function deliveredPhotos(
  context: OperationContext,
  archive: Archive,
  article: Article,
): Promise<DeliveredPhoto[]> {
  const photos = new Map(
    (
      await archive.getMany(
        'photo',
        article.photos.map(({ photoId }) => photoId),
      )
    ).map((photo) => [photo.id, photo]),
  )
  return article.photos.flatMap(({ photoId, caption }) => {
    const photo = photos.get(photoId)
    if (!photo) return []
    const originalPath = archive.originals.pathOf(photo.file)
    return [
      {
        photo,
        caption,
        name: photo.file.name,
        originalPath,
        picture: (maxSide: number) => pictureFor(context, originalPath, maxSide),
      },
    ]
  })
}

/** An upright JPEG for a page; null where the picture cannot be shown (the page says so). */
async function pictureFor(context: OperationContext, path: string, maxSide: number) {
  const request: ReaderRequest = { kind: 'thumbnail', path, sizes: [maxSide] }
  try {
    const made = await context.platform.readers.run<ReaderRequest, ThumbnailsMade>(request, {
      timeoutMs: readerLimits.timeMs,
    })
    const [picture] = made ?? []
    return picture ? { jpeg: picture.bytes, width: picture.width, height: picture.height } : null
  } catch (thrown) {
    context.platform.log.warn('picture left out of a page', { path, why: String(thrown) })
    return null
  }
}
