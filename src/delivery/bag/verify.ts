import type { Finding } from '#core/model/custody'
import type { FindingCode } from '#core/packages/finding'
import type { DigestName } from '#platform/ports'
import { stopIfCancelled } from '../aside'
import { type ManifestLine, manifestName, parsedManifest } from './manifest'
import { pathKey, unsafe } from './paths'
import type { PackageSource, SourceEntry } from './source'
import { isStrict, parsedDeclaration, parsedInfo } from './tags'

/** What a verification found. `complete`: everything named is there; `valid`: and is as its digests say. */
export interface BagVerdict {
  version: string
  complete: boolean
  valid: boolean
  /** Payload files, and their size. */
  files: number
  bytes: number
  findings: Finding[]
  info: [string, string][]
  /** Payload manifests by algorithm, to tell one package from another. */
  algorithms: DigestName[]
}

export interface VerifyWork {
  signal: AbortSignal
  report(done: number, total: number, current: string): void
  /** How many files are digested at a time. */
  atOnce?: number
}

// Errors that say something is not there or too much; all others say that it is not what it should be.
const incompleteness: ReadonlySet<string> = new Set(['missing', 'no-declaration', 'no-manifest', 'unlisted'])

/**
 * Verifies a package by RFC 8493 (version 1.0) or, where it says it is older, by the drafts 0.93 to 0.97. Nothing is
 * fetched and nothing outside the package is opened.
 * @throws KhoError cancelled, or what the disk answers; what is wrong with the package itself is in the findings
 */
export async function verifyBag(source: PackageSource, work: VerifyWork): Promise<BagVerdict> {
  return new BagCheck(source, work).run()
}

class BagCheck {
  private readonly findings: Finding[] = []
  private readonly held = new Map<string, SourceEntry>()
  /** The same by what names their letters, however composed. */
  private readonly byKey = new Map<string, string>()
  private readonly wanted = new Map<string, Map<DigestName, string>>()
  private readonly payloads = new Map<DigestName, Set<string>>()
  private version = ''
  private encoding = 'utf-8'

  constructor(
    private readonly source: PackageSource,
    private readonly work: VerifyWork,
  ) {}

  async run(): Promise<BagVerdict> {
    await this.survey()
    await this.declaration()
    await this.manifests()
    await this.fetches()
    this.completeness()
    const { files, bytes } = await this.fixity()
    const info = await this.info(files, bytes)
    const errors = this.findings.filter(({ severity }) => severity === 'error')
    return {
      version: this.version,
      complete: !errors.some(({ code }) => incompleteness.has(code)),
      valid: errors.length === 0,
      files,
      bytes,
      findings: this.findings,
      info,
      algorithms: [...this.payloads.keys()].sort(),
    }
  }

  private say(severity: Finding['severity'], code: FindingCode, path: string, args: Record<string, string> = {}): void {
    this.findings.push({ severity, code, path, args })
  }

  private async survey(): Promise<void> {
    const folded = new Map<string, string>()
    for (const entry of await this.source.entries()) {
      const { path, kind } = entry
      const danger = unsafe(path)
      if (danger) this.say('error', 'unsafe-path', path, { why: danger })
      if (kind === 'link') this.say('error', 'link', path)
      else if (kind === 'other') this.say('error', 'no-file', path)
      if (/(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(path)) this.say('warning', 'system-file', path)
      const other = folded.get(pathKey(path).toLowerCase())
      if (other !== undefined) this.say('warning', 'same-name', path, { other })
      folded.set(pathKey(path).toLowerCase(), path)
      this.held.set(path, entry)
      this.byKey.set(pathKey(path), path)
    }
  }

  private async declaration(): Promise<void> {
    if (this.held.get('bagit.txt')?.kind !== 'file') return this.say('error', 'no-declaration', 'bagit.txt')
    const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
    const read = parsedDeclaration(utf8.decode(await this.source.read('bagit.txt')))
    if ('wrong' in read) return this.say('error', 'declaration', 'bagit.txt', { why: read.wrong })
    this.version = read.version
    if (!isStrict(read.version)) this.say('warning', 'old-version', 'bagit.txt', { version: read.version })
    if (isEncoding(read.encoding)) this.encoding = read.encoding
    else this.say('error', 'encoding', 'bagit.txt', { encoding: read.encoding })
  }

  /** A tag file in the encoding that the package names; its byte-order mark tells which UTF-16 it is. */
  private async text(path: string): Promise<string> {
    const bytes = await this.source.read(path)
    const bigEndian = /^utf-?16$/i.test(this.encoding) && bytes[0] === 0xfe && bytes[1] === 0xff
    return new TextDecoder(bigEndian ? 'utf-16be' : this.encoding).decode(bytes)
  }

  private async manifests(): Promise<void> {
    let payload = 0
    for (const [path, { kind }] of this.held) {
      const manifest = kind === 'file' ? manifestName(path) : null
      if (!manifest) continue
      if (!manifest.algorithm) this.say('warning', 'algorithm-unknown', path)
      else {
        if (manifest.of === 'payload') payload += 1
        await this.manifest(path, manifest.of, manifest.algorithm)
      }
    }
    if (payload === 0) this.say('error', 'no-manifest', '')
  }

  private async manifest(file: string, of: 'payload' | 'tags', algorithm: DigestName): Promise<void> {
    const { lines, broken } = parsedManifest(await this.text(file), algorithm)
    for (const line of broken) this.say('error', 'manifest-line', file, { line: String(line) })
    const listed = new Map<string, ManifestLine>()
    for (const line of lines) {
      this.oddities(file, line)
      const danger = unsafe(line.path)
      if (danger) this.say('error', 'unsafe-path', line.path, { why: danger, file })
      else if (of === 'payload' && !line.path.startsWith('data/')) this.say('error', 'not-payload', line.path, { file })
      else this.want(file, algorithm, line, listed)
    }
    if (of === 'payload') this.payloads.set(algorithm, new Set(listed.keys()))
  }

  private oddities(file: string, { path, marks }: ManifestLine): void {
    if (marks.includes('binary-mark')) this.say('warning', 'binary-mark', path, { file })
    if (marks.includes('relative')) this.say('warning', 'relative', path, { file })
  }

  private want(file: string, algorithm: DigestName, line: ManifestLine, listed: Map<string, ManifestLine>): void {
    const held = this.heldAs(line.path)
    const twice = listed.get(held)
    if (twice) {
      const same = twice.digest === line.digest
      const severe = !same || (isStrict(this.version) && twice.path === line.path)
      this.say(severe ? 'error' : 'warning', same ? 'listed-twice' : 'listed-twice-differing', line.path, { file })
      if (!same) return
    }
    listed.set(held, line)
    const digests = this.wanted.get(held) ?? new Map<DigestName, string>()
    const known = digests.get(algorithm)
    if (known !== undefined && known !== line.digest) this.say('error', 'listed-twice-differing', line.path, { file })
    digests.set(algorithm, line.digest)
    this.wanted.set(held, digests)
  }

  /** The name on the disk of a file that a manifest names, whose letters may be composed another way. */
  private heldAs(path: string): string {
    if (this.held.has(path)) return path
    const other = this.byKey.get(pathKey(path))
    if (other === undefined) return path
    if (!this.findings.some(({ code, path: said }) => code === 'other-form' && said === other)) {
      this.say('warning', 'other-form', other)
    }
    return other
  }

  private async fetches(): Promise<void> {
    if (this.held.get('fetch.txt')?.kind !== 'file') return
    const text = await this.text('fetch.txt')
    for (const line of text.split(/\r\n|\n|\r/).filter(Boolean)) {
      const path = /^\S+[ \t]+(?:\d+|-)[ \t]+(.+)$/.exec(line)?.[1]
      const danger = path === undefined ? null : unsafe(path.replace(/^\.\//, ''))
      if (path === undefined) this.say('error', 'fetch-line', 'fetch.txt', { line })
      else if (danger) this.say('error', 'unsafe-path', path, { why: danger, file: 'fetch.txt' })
      else if (!this.held.has(this.heldAs(path))) this.say('warning', 'to-fetch', path)
    }
  }

  private completeness(): void {
    for (const path of this.wanted.keys()) {
      if (this.held.get(path)?.kind !== 'file') this.say('error', 'missing', path)
    }
    for (const [path, { kind }] of this.held) {
      if (!path.startsWith('data/') || kind !== 'file') continue
      const listing = [...this.payloads.values()].filter((paths) => paths.has(path)).length
      const enough = isStrict(this.version) ? listing === this.payloads.size : listing > 0
      if (!enough) this.say('error', 'unlisted', path)
    }
  }

  private async fixity(): Promise<{ files: number; bytes: number }> {
    const paths = [...this.held.values()]
      .filter(({ path, kind }) => kind === 'file' && (path.startsWith('data/') || this.wanted.has(path)))
      .map(({ path }) => path)
    const totals = { files: 0, bytes: 0 }
    let next = 0
    let done = 0
    const one = async () => {
      for (;;) {
        const path = paths[next++]
        if (path === undefined) return
        stopIfCancelled(this.work.signal)
        const size = await this.provenSize(path)
        if (path.startsWith('data/')) {
          totals.files += 1
          totals.bytes += size
        }
        this.work.report(++done, paths.length, path)
      }
    }
    await Promise.all(Array.from({ length: this.work.atOnce ?? 2 }, one))
    this.findings.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    return totals
  }

  private async provenSize(path: string): Promise<number> {
    const wanted = this.wanted.get(path) ?? new Map<DigestName, string>()
    const { size, digests } = await this.source.digest(path, [...wanted.keys()], this.work.signal)
    const wrong = [...wanted].filter(([name, digest]) => digests[name] !== digest)
    if (wrong.length > 0) this.say('error', 'altered', path, { algorithms: wrong.map(([name]) => name).join(', ') })
    return size
  }

  private async info(files: number, bytes: number): Promise<[string, string][]> {
    const path = ['bag-info.txt', 'package-info.txt'].find((name) => this.held.get(name)?.kind === 'file')
    if (!path) return []
    const pairs = parsedInfo(await this.text(path))
    const oxum = pairs.filter(([label]) => label.toLowerCase() === 'payload-oxum')
    const actual = `${bytes}.${files}`
    for (const [, written] of oxum) {
      if (written !== actual) this.say('error', 'payload-oxum', path, { written, actual })
    }
    return pairs
  }
}

function isEncoding(name: string): boolean {
  try {
    new TextDecoder(name)
    return true
  } catch {
    return false
  }
}
