import { KhoError } from '#core/errors'
import type { Archive } from './archive'

const codes = {
  locked: 'archive-locked',
  'newer-format': 'archive-newer-format',
  'older-format': 'archive-read-only',
  media: 'archive-read-only',
} as const

/** Why an archive that is only read takes no change, naming who holds it; null where it can be written. */
export function refusalOf({ readOnly, folder }: Pick<Archive, 'readOnly' | 'folder'>): KhoError | null {
  return readOnly && new KhoError(codes[readOnly.reason], { file: folder, args: { by: readOnly.by } })
}
