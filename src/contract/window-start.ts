import type { Settings } from './shell'

/** What a new window knows without asking: the archive to begin with, and how a first screen is to look. */
export interface WindowStart {
  archive: string | null
  looks: Pick<Settings, 'language' | 'theme' | 'textSize' | 'archiveView' | 'facetsShown'>
}

/** The argument by which main gives its window a `WindowStart`, as JSON in URI escapes. */
export const startArgument = '--kho-start='

/** More of what was seen last, in UTF-16 units, is not worth reading at a start. */
export const longestSeen = 400_000
