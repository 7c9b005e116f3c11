import { z } from 'zod'
import { RecordBase } from './common'

/** The lists of the reader that an office may add to. */
export const TermList = z.enum(['office', 'body', 'honorific', 'abbreviation'])
export type TermList = z.infer<typeof TermList>

/** What a person writes of a word: `full` is what an abbreviation stands for, empty for others. */
export const TermFields = z.object({
  list: TermList,
  text: z.string().trim().min(1).max(200),
  full: z.string().trim().max(300).default(''),
})
export type TermFields = z.infer<typeof TermFields>

/** A word an office added to the lists of the reader. */
export const Term = RecordBase.extend({ ...TermFields.shape })
export type Term = z.infer<typeof Term>
