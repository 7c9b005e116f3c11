import { z } from 'zod'
import { Id } from '#core/model/common'
import { CaptionRule } from '#core/pictures/caption-rule'

/** Someone put into many pictures or taken out of them: a known person, or a name that is matched or made. */
export const BatchPerson = z.union([z.object({ personId: Id }), z.object({ name: z.string().trim().min(1).max(200) })])
export type BatchPerson = z.infer<typeof BatchPerson>

export const PeopleRule = z.object({
  /** `set`: these and nobody else. Boxes of those who stay are kept. */
  how: z.enum(['add', 'remove', 'set']),
  people: z.array(BatchPerson).max(200),
})
export type PeopleRule = z.infer<typeof PeopleRule>

/** What many photos get besides plain fields, each by what it has already. */
export const batchRules = {
  captionRule: CaptionRule.optional(),
  peopleRule: PeopleRule.optional(),
  /** Fields that say something stay as they are. */
  onlyEmpty: z.boolean().optional(),
}
