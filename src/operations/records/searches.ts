import { KhoError } from '#core/errors'
import type { SavedSearch } from '#core/model/search'
import { parseQuery } from '#core/query/parse'
import { sortedVi } from '#core/text/collate'
import type { OperationContext } from '../context'
import { now, openArchiveOf, writableArchiveOf } from '../context'
import type { Handler } from '../runner'

/** Saved searches by name, in Vietnamese order. */
export const listSearches: Handler<'search.list'> = async (context) => ({ searches: await all(context) })

/** Keeps a search under a name; one that cannot be understood is not kept. */
export const saveSearch: Handler<'search.save'> = async (context, { name, query }) => {
  const archive = writableArchiveOf(context)
  parseQuery(query.text)
  const there = (await all(context)).find((search) => search.name === name)
  const at = now(context)
  const after: SavedSearch = {
    id: there?.id ?? context.platform.ids.next(),
    createdAt: there?.createdAt ?? at,
    updatedAt: at,
    name,
    query,
  }
  await archive.commit({ operation: 'search.save', args: { name }, entries: [{ kind: 'search', id: after.id, after }] })
  context.changed(['search'])
  return after
}

export const removeSearch: Handler<'search.remove'> = async (context, { id }) => {
  const archive = writableArchiveOf(context)
  const search = await archive.get('search', id)
  if (!search) throw new KhoError('record-missing')
  const { name } = search
  await archive.commit({ operation: 'search.remove', args: { name }, entries: [{ kind: 'search', id, after: null }] })
  context.changed(['search'])
  return {}
}

async function all(context: OperationContext): Promise<SavedSearch[]> {
  const archive = openArchiveOf(context)
  return sortedVi(await archive.getMany('search', await archive.ids('search')), (search) => search.name)
}
