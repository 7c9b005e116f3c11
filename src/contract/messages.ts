import type { KhoErrorData } from '#core/errors'
import type { Changed } from './history'
import type { JobState } from './jobs'

/** What crosses the port between window and engine. Errors are data, pictures never cross. */
export type ToEngine = { id: number; operation: string; input: unknown }

export type FromEngine =
  | { type: 'answer'; id: number; ok: true; value: unknown; change: Changed | null }
  | { type: 'answer'; id: number; ok: false; error: KhoErrorData }
  | { type: 'job'; job: JobState }
  /** Records changed: lists that show them read again. */
  | { type: 'changed'; kinds: string[] }
  /** The engine process ended and was started again; the archive is open again. */
  | { type: 'restarted' }
