import type { Id } from '../model/common'

/** The kinds of record whose cells can come back corrected. */
export const correctedKinds = ['article', 'photo', 'person', 'event'] as const
export type CorrectedKind = (typeof correctedKinds)[number]

/** The sheets of the working catalogue. */
export const catalogueSheets = ['articles', 'photos', 'people', 'events'] as const
export type CatalogueSheet = (typeof catalogueSheets)[number]

/** A record as a row of the working catalogue names it; `version` is the beginning of its digest at export. */
export interface MarkedRecord {
  kind: CorrectedKind
  id: Id
  version: string
}

const versionLength = 16
const sheetMarkShape = /^kho-tin\/1 (\w+) (\S+)$/

/** How much of a record's digest a mark carries. */
export const versionOfDigest = (digest: string): string => digest.slice(0, versionLength)

/** What a hidden cell says of its sheet: format, which sheet, which archive. */
export const sheetMark = (sheet: CatalogueSheet, archive: Id): string => `kho-tin/1 ${sheet} ${archive}`

/** The way back; null where a text is no such mark. */
export function readSheetMark(text: string): { sheet: CatalogueSheet; archive: Id } | null {
  const [, sheet, archive] = sheetMarkShape.exec(text.trim()) ?? []
  const known = catalogueSheets.find((name) => name === sheet)
  return known && archive ? { sheet: known, archive } : null
}

const noRecord = '-'

/** What a hidden cell says of its row: the records shown there. */
export const rowMark = (records: readonly MarkedRecord[]): string =>
  records.length === 0 ? noRecord : records.map(({ kind, id, version }) => `${kind}:${id}:${version}`).join(' ')

/** The way back; null where a text is no such mark. */
export function readRowMark(text: string): MarkedRecord[] | null {
  const records: MarkedRecord[] = []
  if (text.trim() === noRecord) return records
  for (const piece of text.trim().split(/\s+/)) {
    const [, name, id, version] = /^(\w+):([\w.-]{1,64}):([0-9a-f]{16})$/.exec(piece) ?? []
    const kind = correctedKinds.find((known) => known === name)
    if (!kind || !id || !version) return null
    records.push({ kind, id, version })
  }
  return records
}
