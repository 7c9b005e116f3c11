import type { Archive } from '#archive/archive'
import type { Selection } from '#contract/operations'
import { KhoError } from '#core/errors'
import type { Article } from '#core/model/article'
import type { Photo } from '#core/model/photo'
import { ArticleQuery } from '#core/model/views'
import { shownMeasures } from '#core/pictures/turn'
import type { DeliveredArticle, DeliveredPhoto } from '#delivery/delivery'
import type { OperationContext } from '../context'
import { previewOf, previewSizes } from '../intake/take-photo'

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

/** The ids that a query finds, in its order; oldest first where it names none. */
export async function foundIds(archive: Archive, query: object): Promise<string[]> {
  const ids: string[] = []
  for (;;) {
    const page = await archive.index.articles(
      ArticleQuery.parse({ sort: 'oldest', ...query, offset: ids.length, limit: pageSize }),
    )
    ids.push(...page.rows.map((row) => row.id))
    if (page.rows.length === 0 || (page.exact && ids.length >= page.total)) return ids
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
        picture: (maxSide: number) => pictureFor(context, archive, photo, maxSide),
      },
    ]
  })
}

/** An upright JPEG for a page, from the preview where one of that size is kept; null where the picture cannot be shown. */
async function pictureFor(context: OperationContext, archive: Archive, photo: Photo, maxSide: number) {
  const size = [previewSizes.row, previewSizes.screen].find((kept) => maxSide <= kept) ?? maxSide
  const path = await previewOf(context, archive, photo, size)
  if (!path || photo.width === 0) return null
  const { width, height } = shownMeasures(photo)
  const scale = Math.min(1, size / Math.max(width, height, 1))
  const jpeg = await context.platform.files.read(path)
  return { jpeg, width: Math.round(width * scale), height: Math.round(height * scale) }
}
