import type { Archive } from '#archive/archive'
import { historyOf } from '#archive/history/read'
import type { ListQuery } from '#contract/workbooks'
import { historySentence } from '#core/history'
import { translator } from '#core/messages'
import type { FacetCount } from '#core/model/views'
import { AuthorityQuery, PhotoQuery } from '#core/model/views'
import type { RowValues } from '#delivery/excel/cells'
import { periodOf } from '#delivery/excel/form-rows'
import { articleRow, photoRow } from '#delivery/excel/rows'
import { deliveryWords } from '#delivery/words'
import historyWords from '#resources/locale/vi/history.json'
import type { OperationContext } from '../context'
import { listDossiers } from '../custody/dossiers'
import type { Work } from '../jobs'
import { deliveredArticles, foundIds } from './selected'

const words = deliveryWords()
const pageSize = 500
const historySay = translator<string>(historyWords, 'vi')

type QueryOf<K extends ListQuery['kind']> = Extract<ListQuery, { kind: K }>['query']

/** The rows of a list, page by page, in its order. */
export function listRows(
  context: OperationContext,
  archive: Archive,
  list: ListQuery,
  work: Work,
): AsyncIterable<RowValues> {
  switch (list.kind) {
    case 'articles':
      return articles(context, archive, list.query)
    case 'photos':
      return photos(context, archive, list.query)
    case 'dossiers':
      return dossiers(context, list.query, work)
    case 'history':
      return history(archive, list.query)
    case 'statistics':
      return statistics(archive, list.query)
    default:
      return authorities(archive, authorityKinds[list.kind], list.query)
  }
}

const authorityKinds = {
  events: 'event',
  people: 'person',
  places: 'place',
  bodies: 'organization',
  documents: 'document',
} as const

async function* articles(
  context: OperationContext,
  archive: Archive,
  query: QueryOf<'articles'>,
): AsyncGenerator<RowValues> {
  const ids = await foundIds(archive, query)
  let order = 0
  for await (const delivered of deliveredArticles(context, archive, ids)) {
    order += 1
    const date = delivered.article.publishedOn ?? delivered.events.find(({ from }) => from)?.from ?? null
    yield { ...articleRow(delivered, order, null, words), date }
  }
}

async function* photos(
  context: OperationContext,
  archive: Archive,
  query: QueryOf<'photos'>,
): AsyncGenerator<RowValues> {
  for (let offset = 0; ; offset += pageSize) {
    const page = await archive.index.photos(PhotoQuery.parse({ ...query, offset, limit: pageSize }))
    for (const row of page.rows) {
      for await (const delivered of deliveredArticles(context, archive, [row.articleId])) {
        const index = delivered.photos.findIndex(({ photo }) => photo.id === row.photoId)
        if (index >= 0) yield photoRow(delivered, index, 0, null, words)
      }
    }
    if (page.rows.length < pageSize) return
  }
}

async function* authorities(
  archive: Archive,
  kind: AuthorityQuery['kind'],
  query: QueryOf<'events'>,
): AsyncGenerator<RowValues> {
  for (let offset = 0; ; offset += pageSize) {
    const page = await archive.index.authorities(AuthorityQuery.parse({ ...query, kind, offset, limit: pageSize }))
    for (const { name, detail, date, articles: used, photos: shown } of page.rows) {
      yield { name, detail, date, articles: used, photos: shown }
    }
    if (page.rows.length < pageSize) return
  }
}

async function* dossiers(context: OperationContext, query: QueryOf<'dossiers'>, work: Work): AsyncGenerator<RowValues> {
  const { say, date } = words
  for (let offset = 0; ; offset += pageSize) {
    const { rows } = await listDossiers(context, { ...query, offset, limit: pageSize }, work)
    for (const { retention, access, status, transfers, from, to, year, ...row } of rows) {
      const { code, number, heading, title, keeper, items } = row
      yield {
        code,
        number,
        heading,
        title,
        keeper,
        items,
        from,
        to,
        year: String(year),
        period: periodOf(from, to, words),
        retention: retention ? say(`retention.${retention.code}`) : null,
        access: say(`access.${access}`),
        status: say(`custody.dossierStatus.${status}`),
        transfers: transfers.map((transfer) => `${transfer.title} (${date(transfer.date)})`).join('; '),
      }
    }
    if (rows.length < pageSize) return
  }
}

async function* history(archive: Archive, query: QueryOf<'history'>): AsyncGenerator<RowValues> {
  let before: number | null = null
  do {
    const page: Awaited<ReturnType<typeof historyOf>> = await historyOf(archive, { before, limit: pageSize }, query)
    for (const { sequence, at, who, operation, args, records, undone } of page.rows) {
      yield {
        sequence,
        day: at.slice(0, 10),
        time: at.slice(11, 16),
        who,
        sentence: historySentence(historySay, operation, args),
        records,
        undone: undone ? words.say('delivery.list.yes') : null,
      }
    }
    before = page.next
  } while (before !== null)
}

async function* statistics(archive: Archive, query: QueryOf<'statistics'>): AsyncGenerator<RowValues> {
  const facets = await archive.index.facets(query)
  const { say } = words
  const groups = ['year', 'genre', 'eventType', 'person', 'place', 'photographer'] as const
  const nameOf = (group: (typeof groups)[number], { value, label }: FacetCount): string => {
    if (group === 'genre') return say(`genre.${value as 'news'}`)
    return group === 'eventType' ? say(`eventType.${value as 'other'}`) : label || value
  }
  for (const group of groups) {
    for (const facet of facets[group]) {
      yield { group: say(`delivery.list.group.${group}`), name: nameOf(group, facet), articles: facet.count }
    }
  }
}
