import type { AccessConditions, RetentionPeriod } from '#core/model/common'
import type { EventType, Genre } from '#core/model/vocabulary'
import vocabulary from '#resources/locale/vi/vocabulary.json'

/** The kinds of article and event in the order their word files list them. */
export const genres = Object.keys(vocabulary.genre) as Genre[]
export const accessCodes = Object.keys(vocabulary.access) as AccessConditions[]
export const retentionCodes = (Object.keys(vocabulary.retention) as RetentionPeriod['code'][]).sort()
export const eventTypes = Object.keys(vocabulary.eventType) as EventType[]
