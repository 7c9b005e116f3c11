import { KhoError } from '#core/errors'
import { openArchiveOf, writableArchiveOf } from '../context'
import type { Handler } from '../runner'
import { learntIn } from './lessons'

/** Everything learnt from corrections, latest first. */
export const listLearnt: Handler<'learnt.list'> = async (context) => {
  const rows = await learntIn(openArchiveOf(context))
  return { rows: [...rows].sort((a, b) => (a.lastAt < b.lastAt ? 1 : a.lastAt > b.lastAt ? -1 : 0)) }
}

/** Forgets some of it or all, in one change that can be undone. */
export const forgetLearnt: Handler<'learnt.forget'> = async (context, asked) => {
  const archive = writableArchiveOf(context)
  const ids = 'all' in asked ? await archive.ids('learnt') : [...new Set(asked.ids)]
  for (const id of ids) if (!(await archive.get('learnt', id))) throw new KhoError('record-missing')
  if (ids.length === 0) return { forgotten: 0 }
  await archive.commit({
    operation: 'learnt.forget',
    args: { count: String(ids.length) },
    entries: ids.map((id) => ({ kind: 'learnt' as const, id, after: null })),
  })
  context.changed(['learnt'])
  return { forgotten: ids.length }
}
