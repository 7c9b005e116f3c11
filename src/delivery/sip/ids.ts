import type { Digests } from '#platform/ports'
import type { SipRules } from '../transfer/rules'

/**
 * Identities of a package. Each is made of what it names (RFC 9562, version 8: by a SHA-256), so that the same
 * package made again has the same ones.
 */
export class SipIds {
  constructor(
    private readonly digests: Pick<Digests, 'sha256'>,
    private readonly rules: SipRules,
    /** What tells this package from every other. */
    private readonly seed: string,
  ) {}

  /** `uuid-…` of a part of the package. */
  async of(part: string): Promise<string> {
    return `${this.rules.identity.prefix}${await this.uuid(part)}`
  }

  /** `ID-…` of a file. */
  async ofFile(path: string): Promise<string> {
    return `${this.rules.identity.filePrefix}${await this.uuid(path)}`
  }

  private async uuid(part: string): Promise<string> {
    const hex = await this.digests.sha256(`${this.seed}\n${part}`)
    const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16)
    const uuid = [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `8${hex.slice(13, 16)}`,
      variant + hex.slice(17, 20),
      hex.slice(20, 32),
    ]
    return this.rules.identity.letters === 'upper' ? uuid.join('-').toUpperCase() : uuid.join('-')
  }
}
