import type { CitedDocument } from '#core/model/article'
import type { DocumentRecord } from '#core/model/authority'
import { comparable } from '#core/text/fold'
import type { Gathered } from './gathered'

/**
 * The record of a cited document, made where none is held. Numbers restart (each year in the State, each
 * term in the Party), so two citations are one document only when type, number or subject, and, where
 * both say them, date and issuer agree.
 */
export async function documentFor(gathered: Gathered, cited: CitedDocument): Promise<DocumentRecord> {
  const text = cited.number ?? cited.subject ?? cited.type
  const page = await gathered.archive.index.authorities({ kind: 'document', text, sort: 'name', offset: 0, limit: 40 })
  const held = await gathered.archive.getMany(
    'document',
    page.rows.map((row) => row.id),
  )
  const made = gathered.entries().flatMap((entry) => (entry.kind === 'document' && entry.after ? [entry.after] : []))
  return [...made, ...held].find((record) => sameDocument(record, cited)) ?? gathered.add('document', { ...cited })
}

function sameDocument(record: DocumentRecord, cited: CitedDocument): boolean {
  if (comparable(record.type) !== comparable(cited.type)) return false
  if (record.date && cited.date && record.date !== cited.date) return false
  if (record.issuer && cited.issuer && comparable(record.issuer) !== comparable(cited.issuer)) return false
  if (record.number || cited.number) return comparable(record.number ?? '') === comparable(cited.number ?? '')
  return comparable(record.subject ?? '') === comparable(cited.subject ?? '')
}
