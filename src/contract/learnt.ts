import { z } from 'zod'
import { Id } from '#core/model/common'
import { Learnt } from '#core/model/learnt'
import { change, query } from './operation'

/** What the reader learnt from corrections, to be looked at and forgotten. */
export const learntOperations = {
  'learnt.list': query(z.object({}), z.object({ rows: z.array(Learnt) })),
  'learnt.forget': change(
    z.union([z.object({ ids: z.array(Id).min(1) }), z.object({ all: z.literal(true) })]),
    z.object({ forgotten: z.number().int() }),
  ),
} as const
