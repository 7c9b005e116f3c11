/**
 * Why a path out of a manifest must not be followed, on any system: whoever receives a package may unpack it on
 * another one than it was made on. Null where it is safe.
 */
export function unsafe(path: string): 'absolute' | 'outside' | 'backslash' | 'variable' | 'home' | 'control' | null {
  if (/^[/\\]/.test(path) || /^[A-Za-z]:/.test(path)) return 'absolute'
  if (path.startsWith('~')) return 'home'
  if (/%[A-Za-z_][A-Za-z0-9_]*%/.test(path)) return 'variable'
  if (path.includes('\\')) return 'backslash'
  if (path.split('/').includes('..')) return 'outside'
  if (/[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/.test(path)) return 'control'
  return null
}

/** RFC 8493, 2.1.3: only percent sign and line breaks are encoded in manifests. */
export function encodedPath(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D')
}

/** The other way; every other `%` stands for itself, as in packages of earlier versions. */
export function decodedPath(written: string): string {
  return written.replace(/%(25|0A|0D)/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)))
}

/** Without `./` in front, which tools of the command line write. */
export const plainPath = (path: string): string => path.replace(/^(\.\/)+/, '')

/** What tells one file from another whatever system wrote its name: Unicode form does not matter. */
export const pathKey = (path: string): string => path.normalize('NFC')
