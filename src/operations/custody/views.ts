import type { Archive } from '#archive/archive'
import type { CustodyCounts, DossierItem, DossierRow, DossierView, TransferView } from '#contract/custody'
import type { Article } from '#core/model/article'
import { articleDate } from '#core/model/article-date'
import type { PartialDate } from '#core/model/common'
import { Dossier, type Transfer } from '#core/model/custody'
import { heldIn } from './found'
import { allTransfers } from './held'

/** Items of a dossier that still stand, in its order. */
export async function itemsOf(archive: Archive, dossier: Dossier): Promise<Article[]> {
  return archive.getMany('article', dossier.items)
}

/** The date of an article in lists; null where only its receipt is known. */
export async function datesOf(archive: Archive, articles: Article[]): Promise<(PartialDate | null)[]> {
  const first = articles.flatMap(({ events, publishedOn }) => (publishedOn ? [] : events.slice(0, 1)))
  const events = new Map((await archive.getMany('event', [...new Set(first)])).map((event) => [event.id, event]))
  return articles.map((article) => {
    const { date, dateKind } = articleDate(article, events.get(article.events[0] ?? '')?.from ?? null)
    return dateKind === 'received' ? null : date
  })
}

/** First and last date, each as precise as it is known. */
export function spanOf(dates: (PartialDate | null)[]): DossierView['span'] {
  const known = dates.filter((date) => date !== null).sort()
  const [from] = known
  const to = known.at(-1)
  return from && to ? { from, to } : null
}

export async function countsOf(archive: Archive, articles: Article[]): Promise<CustodyCounts> {
  const photoIds = [...new Set(articles.flatMap(({ photos }) => photos.map(({ photoId }) => photoId)))]
  const files = new Map<string, number>()
  for (const article of articles) for (const { digest, size } of article.asReceived) files.set(digest.hex, size)
  for (const { file } of await archive.getMany('photo', photoIds)) files.set(file.digest.hex, file.size)
  const bytes = [...files.values()].reduce((sum, size) => sum + size, 0)
  return { articles: articles.length, photos: photoIds.length, files: files.size, bytes }
}

export async function dossierView(archive: Archive, dossier: Dossier): Promise<DossierView> {
  const articles = await itemsOf(archive, dossier)
  return {
    dossier,
    span: spanOf(await datesOf(archive, articles)),
    counts: await countsOf(archive, articles),
    transfers: (heldIn(await allTransfers(archive)).get(dossier.id) ?? []).map(transferName),
  }
}

/** A line of a list. Empty dates stay empty: working them out would read every item of every dossier. */
export function dossierRow(dossier: Dossier, transfers: ReadonlyMap<string, Transfer[]>): DossierRow {
  const { id, updatedAt, code, title, year, number, heading, from, to, retention, access, keeper, status } = dossier
  const written = { id, updatedAt, code, title, year, number, heading, from, to, retention, access, keeper, status }
  return { ...written, items: dossier.items.length, transfers: (transfers.get(dossier.id) ?? []).map(transferName) }
}

const transferName = ({ id, title, date, state }: Transfer) => ({ id, title, date, state })

/** Items as lists show them. */
export async function itemRows(archive: Archive, ids: string[], firstOrder: number): Promise<DossierItem[]> {
  const articles = new Map((await archive.getMany('article', ids)).map((article) => [article.id, article]))
  const eventIds = [...articles.values()].flatMap(({ events }) => events.slice(0, 1))
  const events = new Map((await archive.getMany('event', [...new Set(eventIds)])).map((event) => [event.id, event]))
  return ids.flatMap((id, at) => {
    const article = articles.get(id)
    if (!article) return []
    const { serial, title, genre, photos, status } = article
    return {
      id,
      serial,
      title,
      ...articleDate(article, events.get(article.events[0] ?? '')?.from ?? null),
      genre,
      photoCount: photos.length,
      thumbnail: photos[0]?.photoId ?? null,
      status,
      order: firstOrder + at,
    }
  })
}

export async function transferView(archive: Archive, transfer: Transfer): Promise<TransferView> {
  const transfers = await allTransfers(archive)
  const dossiers = (await archive.getMany('dossier', transfer.dossiers)).map((record) => Dossier.parse(record))
  const articles = await archive.getMany(
    'article',
    dossiers.flatMap(({ items }) => items),
  )
  const holding = heldIn(transfers)
  const amended = transfers.find(({ id }) => id === transfer.amends)
  return {
    transfer,
    dossiers: dossiers.map((dossier) => dossierRow(dossier, holding)),
    counts: await countsOf(archive, articles),
    amends: amended ? transferName(amended) : null,
    amendedBy: transfers.filter(({ amends }) => amends === transfer.id).map(transferName),
  }
}
