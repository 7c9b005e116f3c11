import type { Finding } from '#core/model/custody'
import type { FindingCode } from '#core/packages/finding'
import type { DigestName } from '#platform/ports'
import { stopIfCancelled } from '../aside'
import { pathKey, unsafe } from '../bag/paths'
import type { PackageSource } from '../bag/source'
import type { BagVerdict, VerifyWork } from '../bag/verify'
import { type Reference, readMets } from './read-mets'

const algorithms: Record<string, DigestName> = {
  'SHA-256': 'sha256',
  'SHA-512': 'sha512',
  'SHA-384': 'sha384',
  'SHA-1': 'sha1',
  MD5: 'md5',
}

const incompleteness: ReadonlySet<string> = new Set(['missing', 'unlisted'])

/**
 * Verifies a package by its METS documents: every file they name is there with its size and digest, and nothing else
 * lies in it but documentation.
 * @param name of its folder, which must be its OBJID; null where it is not known
 */
export async function verifySip(source: PackageSource, name: string | null, work: VerifyWork): Promise<BagVerdict> {
  return new SipCheck(source, work).run(name)
}

class SipCheck {
  private readonly findings: Finding[] = []
  private readonly held = new Map<string, string>()
  private readonly named = new Set<string>(['METS.xml'])
  private files = 0
  private bytes = 0

  constructor(
    private readonly source: PackageSource,
    private readonly work: VerifyWork,
  ) {}

  async run(name: string | null): Promise<BagVerdict> {
    for (const { path, kind } of await this.source.entries()) {
      const danger = unsafe(path)
      if (danger) this.say('error', 'unsafe-path', path, { why: danger })
      if (kind !== 'file') this.say('error', kind === 'link' ? 'link' : 'no-file', path)
      else this.held.set(pathKey(path), path)
    }
    const objectId = await this.document('METS.xml', '')
    if (name !== null && objectId !== null && objectId !== name) {
      this.say('error', 'object-id', 'METS.xml', { written: objectId, actual: name })
    }
    for (const [key, path] of this.held) {
      if (!this.named.has(key) && !path.startsWith('documentation/')) this.say('error', 'unlisted', path)
    }
    const errors = this.findings.filter(({ severity }) => severity === 'error')
    return {
      version: '',
      complete: !errors.some(({ code }) => incompleteness.has(code)),
      valid: errors.length === 0,
      files: this.files,
      bytes: this.bytes,
      findings: this.findings.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
      info: [],
      algorithms: ['sha256'],
    }
  }

  private say(severity: Finding['severity'], code: FindingCode, path: string, args: Record<string, string> = {}): void {
    this.findings.push({ severity, code, path, args })
  }

  /** Goes through one METS document and those that it names. @returns its OBJID */
  private async document(path: string, folder: string): Promise<string | null> {
    const held = this.held.get(pathKey(path))
    if (held === undefined) {
      this.say('error', 'missing', path)
      return null
    }
    const read = readMets(new TextDecoder().decode(await this.source.read(held)))
    if ('wrong' in read) {
      this.say('error', 'not-well-formed', path, { why: read.wrong })
      return null
    }
    for (const [at, reference] of read.references.entries()) {
      stopIfCancelled(this.work.signal)
      const inside = folder + reference.path
      this.work.report(at + 1, read.references.length, inside)
      const danger = unsafe(reference.path)
      if (danger) this.say('error', 'unsafe-path', reference.path, { why: danger, file: path })
      else if (!this.named.has(pathKey(inside))) await this.file(inside, reference)
    }
    return read.objectId
  }

  private async file(path: string, reference: Reference): Promise<void> {
    this.named.add(pathKey(path))
    const held = this.held.get(pathKey(path))
    if (held === undefined) return this.say('error', 'missing', path)
    const algorithm = algorithms[reference.algorithm.toUpperCase()]
    if (!algorithm) this.say('warning', 'algorithm-unknown', path)
    const { size, digests } = await this.source.digest(held, algorithm ? [algorithm] : [], this.work.signal)
    this.files += 1
    this.bytes += size
    if (reference.size !== null && reference.size !== size) {
      this.say('error', 'size', path, { written: String(reference.size), actual: String(size) })
    }
    if (algorithm && digests[algorithm] !== reference.checksum) {
      this.say('error', 'altered', path, { algorithms: reference.algorithm })
    }
    const name = path.slice(path.lastIndexOf('/') + 1)
    if (name === 'METS.xml') await this.document(path, path.slice(0, -name.length))
  }
}
