import type { z } from 'zod'
import { PhotoMapping } from '../pictures/mapping'
import { RecordBase } from './common'

/** Which words inside pictures an archive takes for which fields: one record, none where it goes by the rule shipped. */
export const Mapping = RecordBase.extend({ ...PhotoMapping.shape })
export type Mapping = z.infer<typeof Mapping>

/** The id of the one there is. */
export const photoMappingId = 'photos'
