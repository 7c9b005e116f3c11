import { z } from 'zod'

/**
 * Everything that can go wrong in a way a person can act on. A closed union: the words for each code
 * (what happened, what was kept, what to do) stand in the locale files under `error.<code>`.
 */
export const ErrorCode = z.enum([
  'file-missing',
  'file-empty',
  'file-too-large',
  'file-unreadable',
  'file-damaged',
  'file-encrypted',
  'file-type-unknown',
  'file-type-mismatch',
  'file-has-no-text',
  'file-unpacks-too-large',
  'file-hostile',
  'reader-timeout',
  'reader-out-of-memory',
  'reader-crashed',
  'picture-too-large',
  'picture-unreadable',
  'archive-missing',
  'archive-not-one',
  'archive-exists',
  'archive-folder-not-empty',
  'archive-read-only',
  'archive-locked',
  'archive-newer-format',
  'archive-damaged',
  'index-damaged',
  'archive-none-open',
  'disk-full',
  'disk-error',
  'no-permission',
  'record-missing',
  'record-changed-meanwhile',
  'term-known',
  'authority-in-use',
  'authority-circular',
  'nothing-to-undo',
  'nothing-to-redo',
  'backup-not-one',
  'backup-damaged',
  'input-invalid',
  'query-invalid',
  'selection-too-large',
  'template-unsafe',
  'template-wrong',
  'export-target-exists',
  'export-nothing-selected',
  'corrections-no-marks',
  'corrections-other-archive',
  'dossier-closed',
  'dossier-empty',
  'dossier-in-transfer',
  'dossier-code-taken',
  'transfer-not-draft',
  'transfer-received',
  'preflight-failed',
  'package-not-one',
  'package-damaged',
  'package-not-valid',
  'schemas-none',
  'receipt-not-one',
  'receipt-of-another',
  'cancelled',
  'engine-gone',
  'internal',
])
export type ErrorCode = z.infer<typeof ErrorCode>

/** An error as data, the only form in which errors cross a border. */
export const KhoErrorData = z.object({
  code: ErrorCode,
  /** The file or folder concerned, as the person knows it. */
  file: z.string().nullable(),
  /** Values for the words of the code. */
  args: z.record(z.string(), z.string()),
  /** For the log only, never shown: what lay beneath. */
  cause: z.string().nullable(),
})
export type KhoErrorData = z.infer<typeof KhoErrorData>

/** The same error while it travels inside one process. */
export class KhoError extends Error {
  override readonly name = 'KhoError'
  readonly code: ErrorCode
  readonly file: string | null
  readonly args: Record<string, string>

  constructor(code: ErrorCode, more: { file?: string | null; args?: Record<string, string>; cause?: unknown } = {}) {
    super(more.file ? `${code}: ${more.file}` : code, { cause: more.cause })
    this.code = code
    this.file = more.file ?? null
    this.args = more.args ?? {}
  }
}

/**
 * Turns whatever was thrown into data. A KhoError keeps its code; anything else is `internal`
 * with its message as cause.
 */
export function toErrorData(thrown: unknown): KhoErrorData {
  if (thrown instanceof KhoError) {
    return {
      code: thrown.code,
      file: thrown.file,
      args: thrown.args,
      cause: thrown.cause === undefined ? null : String(thrown.cause),
    }
  }
  if (thrown instanceof Error && thrown.name === 'AbortError')
    return { code: 'cancelled', file: null, args: {}, cause: null }
  const cause = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
  return { code: 'internal', file: null, args: {}, cause }
}

/** The way back: data received from another process as a KhoError to throw. */
export function fromErrorData(data: KhoErrorData): KhoError {
  return new KhoError(data.code, { file: data.file, args: data.args, cause: data.cause ?? undefined })
}
