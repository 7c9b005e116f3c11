import { textOf } from './unpack'

const entities: Record<string, string> = { '&quot;': '"', '&amp;': '&', '&lt;': '<', '&gt;': '>' }

/** The texts of a sheet row by row, from column A on; numbers as they are stored. */
export function sheetTexts(parts: Map<string, Buffer>, sheet: number): string[][] {
  const xml = textOf(parts, `xl/worksheets/sheet${sheet}.xml`)
  return [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
    [...row!.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, , inside]) =>
      (inside ?? '').replace(/<[^>]+>/g, '').replace(/&\w+;/g, (entity) => entities[entity] ?? entity),
    ),
  )
}
