import type { Archive } from '#archive/archive'
import { KhoError } from '#core/errors'
import type { Term } from '#core/model/term'
import { countsOf, isKnown } from '#core/press/own-terms'
import { sortedVi } from '#core/text/collate'
import { now, openArchiveOf, writableArchiveOf } from '../context'
import type { Handler } from '../runner'
import { loadVocabulary } from '../vocabulary'

/** The words the office added to an archive's lists. */
export async function termsOf(archive: Archive): Promise<Term[]> {
  return archive.getMany('term', await archive.ids('term'))
}

export const listTerms: Handler<'vocabulary.list'> = async (context) => ({
  rows: sortedVi(await termsOf(openArchiveOf(context)), ({ text }) => text),
  shipped: countsOf(await loadVocabulary(context.platform.resources)),
})

export const addTerm: Handler<'vocabulary.add'> = async (context, fields) => {
  const archive = writableArchiveOf(context)
  const text = fields.text.normalize('NFC').replace(/\s+/gu, ' ')
  if (fields.list === 'abbreviation' && fields.full === '')
    throw new KhoError('input-invalid', { args: { detail: 'full' } })
  if (isKnown((await context.vocabulary()).data, { ...fields, text }))
    throw new KhoError('term-known', { args: { text } })
  const at = now(context)
  const full = fields.list === 'abbreviation' ? fields.full.normalize('NFC') : ''
  const after: Term = { id: context.platform.ids.next(), createdAt: at, updatedAt: at, list: fields.list, text, full }
  await archive.commit({
    operation: 'vocabulary.add',
    args: { name: text, list: fields.list },
    entries: [{ kind: 'term', id: after.id, after }],
  })
  context.changed(['term'])
  return after
}

export const removeTerm: Handler<'vocabulary.remove'> = async (context, { id }) => {
  const archive = writableArchiveOf(context)
  const term = await archive.get('term', id)
  if (!term) throw new KhoError('record-missing')
  await archive.commit({
    operation: 'vocabulary.remove',
    args: { name: term.text, list: term.list },
    entries: [{ kind: 'term', id, after: null }],
  })
  context.changed(['term'])
  return {}
}
