import type { Archive } from '#archive/archive'
import type { Selection } from '#contract/operations'
import { KhoError } from '#core/errors'
import type { Article } from '#core/model/article'
import type { Event } from '#core/model/authority'
import type { Dossier } from '#core/model/custody'
import { type Photo, turnOf } from '#core/model/photo'
import type { RecordOf } from '#core/model/records'
import { ArticleQuery } from '#core/model/views'
import { shownMeasures } from '#core/pictures/turn'
import type { DeliveredArticle, DeliveredPhoto } from '#delivery/delivery'
import { shippedPackageRules } from '#delivery/package/rules'
import { itemCodes } from '#delivery/transfer/fields'
import { shippedSipRules } from '#delivery/transfer/rules'
import { type ReaderRequest, readerLimits, type ThumbnailsMade } from '#intake/protocol'
import type { OperationContext } from '../context'
import { previewOf, previewSizes } from '../photos/previews'

const pageSize = 500
/** So many articles are read together: the disk answers several questions in the time of one. */
const readAhead = 16

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
  const codes = codesOf(archive)
  for (let at = 0; at < ids.length; at += readAhead) {
    const articles = await archive.getMany('article', ids.slice(at, at + readAhead))
    const events = await byId(archive, 'event', articles, (article) => article.events)
    const photos = await byId(archive, 'photo', articles, (article) => article.photos.map(({ photoId }) => photoId))
    const people = await byId(archive, 'person', articles, (article) => peopleOf(article, photos))
    const others = await byId(archive, 'event', articles, (article) => eventsOfPhotos(article, photos))
    const dossiers = await byId(archive, 'dossier', articles, ({ dossierId }) => (dossierId ? [dossierId] : []))
    for (const article of articles) {
      const dossier = dossiers.get(article.dossierId ?? '') ?? null
      yield {
        article,
        dossier,
        itemCodes: () => codes(dossier),
        events: article.events.flatMap((id) => events.get(id) ?? []),
        people: peopleOf(article, photos).flatMap((id) => people.get(id) ?? []),
        photos: deliveredPhotos(context, archive, article, photos, others),
      }
    }
  }
}

/** The people an article names, and those its photos show besides. */
function peopleOf(article: Article, photos: ReadonlyMap<string, Photo>): string[] {
  const shown = article.photos.flatMap(({ photoId }) => photos.get(photoId)?.people ?? [])
  return [...new Set([...article.mentions, ...shown].map(({ personId }) => personId))]
}

const eventsOfPhotos = (article: Article, photos: ReadonlyMap<string, Photo>): string[] =>
  article.photos.flatMap(({ photoId }) => photos.get(photoId)?.eventId ?? [])

/** The codes of the items of dossiers, worked out when they are first asked for. */
function codesOf(archive: Archive): (dossier: Dossier | null) => Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, Promise<ReadonlyMap<string, string>>>()
  const counted = async (dossier: Dossier) => {
    const articles = await archive.getMany('article', dossier.items)
    const photos = await byId(archive, 'photo', articles, (article) => article.photos.map(({ photoId }) => photoId))
    const items = articles.map(({ id, photos: used }) => ({
      id,
      photos: used.map(({ photoId }) => photoId).filter((photoId) => photos.has(photoId)),
    }))
    return itemCodes(dossier, items, shippedSipRules)
  }
  return async (dossier) => {
    if (!dossier) return new Map()
    const codes = known.get(dossier.id) ?? counted(dossier)
    known.set(dossier.id, codes)
    return codes
  }
}

/** What a few articles name of a kind, each read once. */
async function byId<K extends 'dossier' | 'event' | 'person' | 'photo'>(
  archive: Archive,
  kind: K,
  articles: Article[],
  named: (article: Article) => string[],
): Promise<Map<string, RecordOf<K>>> {
  const records = await archive.getMany(kind, [...new Set(articles.flatMap(named))])
  return new Map(records.map((record) => [record.id, record]))
}

function deliveredPhotos(
  context: OperationContext,
  archive: Archive,
  article: Article,
  photos: ReadonlyMap<string, Photo>,
  events: ReadonlyMap<string, Event>,
): DeliveredPhoto[] {
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
        event: events.get(photo.eventId ?? '') ?? null,
        picture: (maxSide: number) => pictureFor(context, archive, photo, maxSide),
        converted: (longest?: number) => madeJpeg(context, photo, originalPath, longest),
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

/** A JPEG made of the original, as it is shown here; not kept among the previews. */
async function madeJpeg({ platform }: OperationContext, photo: Photo, path: string, longest?: number) {
  const size = longest ?? Math.max(photo.width, photo.height, 1)
  const quality = shippedPackageRules.jpegQuality
  const request: ReaderRequest = { kind: 'thumbnail', path, sizes: [size], turned: turnOf(photo), quality }
  const made = await platform.readers.run<ReaderRequest, ThumbnailsMade>(request, { timeoutMs: readerLimits.timeMs })
  const [first] = made ?? []
  return first ? { jpeg: first.bytes, width: first.width, height: first.height } : null
}
