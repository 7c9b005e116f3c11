import { openArchiveOf } from '../context'
import type { Handler } from '../runner'

export const getStatistics: Handler<'statistics.get'> = (context, { most, ...query }) =>
  openArchiveOf(context).index.statistics(query, most)
