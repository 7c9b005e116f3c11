import { z } from 'zod'
import { Id } from '#core/model/common'
import { Term, TermFields, TermList } from '#core/model/term'
import { change, query } from './operation'

export const termOperations = {
  /** The office's own words, in Vietnamese order, and how many each shipped list has. */
  'vocabulary.list': query(
    z.object({}),
    z.object({ rows: z.array(Term), shipped: z.record(TermList, z.number().int()) }),
  ),
  /** Adds a word for the next reading. Errors: term-known where the lists have it; input-invalid. */
  'vocabulary.add': change(TermFields, Term),
  'vocabulary.remove': change(z.object({ id: Id }), z.object({})),
} as const
