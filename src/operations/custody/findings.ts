import { translator } from '#core/messages'
import type { Finding } from '#core/model/custody'
import { findingLine } from '#core/packages/finding'
import packageWords from '#resources/locale/vi/package.json'

const say = translator<string>(packageWords, 'vi')

/** A finding as official records have it: in Vietnamese, whatever language the program speaks. */
export const recordedFinding = (finding: Finding): string => findingLine(say, finding)
