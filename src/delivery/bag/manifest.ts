import type { DigestName } from '#platform/ports'
import { decodedPath, encodedPath, plainPath } from './paths'

/** One line of a manifest; `marks` tell what is not as RFC 8493 has it and yet understood. */
export interface ManifestLine {
  digest: string
  path: string
  marks: ('binary-mark' | 'relative')[]
}

const digestLengths: Record<DigestName, number> = { md5: 32, sha1: 40, sha224: 56, sha256: 64, sha384: 96, sha512: 128 }

export const digestNames = Object.keys(digestLengths) as DigestName[]

/** A manifest as text: lines in the order of their paths, `digest  path`, as `sha256sum` reads them. */
export function manifestText(lines: readonly { digest: string; path: string }[]): string {
  return [...lines]
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .map(({ digest, path }) => `${digest}  ${encodedPath(path)}\n`)
    .join('')
}

/**
 * Reads a manifest. Line ends of every system, digests in capitals, one blank or several are understood.
 * @returns its lines, and the numbers of those that are none
 */
export function parsedManifest(text: string, name: DigestName): { lines: ManifestLine[]; broken: number[] } {
  const lines: ManifestLine[] = []
  const broken: number[] = []
  for (const [at, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line === '') continue
    const found = /^([0-9A-Fa-f]+)[ \t]+(\*?)(.+)$/.exec(line)
    if (!found || found[1]?.length !== digestLengths[name]) {
      broken.push(at + 1)
      continue
    }
    const written = decodedPath(found[3] ?? '')
    const path = plainPath(written)
    const marks: ManifestLine['marks'] = []
    if (found[2]) marks.push('binary-mark')
    if (path !== written) marks.push('relative')
    lines.push({ digest: (found[1] ?? '').toLowerCase(), path, marks })
  }
  return { lines, broken }
}

/** `manifest-sha256.txt`, `tagmanifest-md5.txt`: which it is; the algorithm is null where we cannot work it out. */
export function manifestName(file: string): { of: 'payload' | 'tags'; algorithm: DigestName | null } | null {
  const found = /^(tag)?manifest-([A-Za-z0-9-]+)\.txt$/.exec(file)
  if (!found) return null
  const algorithm = digestNames.find((name) => name === found[2]?.toLowerCase().replaceAll('-', '')) ?? null
  return { of: found[1] ? 'tags' : 'payload', algorithm }
}
