import type { Archive } from '#archive/archive'
import type { DeliveredArticle } from '#delivery/delivery'
import { articleRow } from '#delivery/excel/rows'
import { deliveryWords } from '#delivery/words'
import type { Sides } from './compare'
import { saysTheSame } from './shown'
import type { CorrectedRow, CorrectedSheet } from './workbook'

const words = deliveryWords()
// Numbers of this very export, or links: they say nothing of a record.
const ofTheExport = new Set(['order', 'wordFile'])

/**
 * Cells of an article that somebody changed though they are not read back, so that nobody waits for them in vain.
 * Only where nothing of the row moved on since the export: else we cannot tell who changed what.
 */
export async function readOnlyCells(
  archive: Archive,
  { columns }: CorrectedSheet,
  row: CorrectedRow,
  { ours, exported, versions }: Sides,
): Promise<{ sheet: string; cell: string; column: string }[]> {
  const { article } = ours
  if (row.sheet !== 'articles' || !article || !exported) return []
  const moved = row.records?.some(({ kind, version }) => kind === 'article' && versions.article !== version) ?? true
  const asked = columns.filter(({ edit, field }) => !edit && !ofTheExport.has(field))
  if (moved || asked.length === 0) return []
  const shown = articleRow(await deliveredOf(archive, article), 0, null, words)
  return asked
    .filter((column) => {
      const value = shown[column.field]
      return !saysTheSame(row.cell(column.field), typeof value === 'number' ? String(value) : value, column)
    })
    .map(({ field, title }) => ({ sheet: row.name, cell: row.address(field), column: title }))
}

async function deliveredOf(archive: Archive, article: DeliveredArticle['article']): Promise<DeliveredArticle> {
  const photos = await archive.getMany(
    'photo',
    article.photos.map(({ photoId }) => photoId),
  )
  return {
    article,
    events: await archive.getMany('event', article.events),
    people: [],
    photos: photos.map((photo) => ({
      photo,
      caption: '',
      name: '',
      originalPath: '',
      picture: async () => null,
    })),
    dossier: article.dossierId ? await archive.get('dossier', article.dossierId) : null,
  }
}
