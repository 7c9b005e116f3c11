import { type ErrorCode, KhoError } from '#core/errors'

const codes: Record<string, ErrorCode> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'archive-read-only',
  ENOENT: 'file-missing',
  ENOTDIR: 'file-missing',
}

/** The system's own name of a failure (`ENOSPC`), or null where it is none of the system's. */
export function systemCode(thrown: unknown): string | null {
  if (thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string') return thrown.code
  return null
}

/**
 * Turns what Node throws about a file into an error a person can act on; a KhoError stays as it is.
 * @param path the file or folder concerned
 */
export function fileError(thrown: unknown, path: string): KhoError {
  if (thrown instanceof KhoError) return thrown
  if (thrown instanceof Error && thrown.name === 'AbortError') return new KhoError('cancelled', { file: path })
  const code = codes[systemCode(thrown) ?? ''] ?? 'disk-error'
  return new KhoError(code, { file: path, cause: thrown })
}

/** Runs file work and lets nothing but KhoErrors out. */
export async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (thrown) {
    throw fileError(thrown, path)
  }
}
