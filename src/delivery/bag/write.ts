import type { DigestName } from '#platform/ports'
import { packageDigests, StagedFolder, type StagingTools, type Written } from '../staged'
import { manifestText } from './manifest'
import { declarationText, infoText } from './tags'

/** A BagIt package (RFC 8493) in the making: its payload lies under `data/`, everything else is a tag file. */
export class BagWriter extends StagedFolder {
  static override async begin(tools: StagingTools, parent: string, name: string): Promise<BagWriter> {
    return new BagWriter(tools, await StagedFolder.placeFor(tools, parent, name))
  }

  /** Payload so far, by path with its `data/`. */
  get payload(): ReadonlyMap<string, Written> {
    return new Map([...this.written].filter(([path]) => path.startsWith('data/')))
  }

  get bytes(): number {
    return [...this.payload.values()].reduce((sum, { size }) => sum + size, 0)
  }

  /** The SHA-256 of the SHA-256 manifest as it will be: call it when the payload is complete. */
  fingerprint(): Promise<string> {
    return this.tools.digests.sha256(manifestText(lines(this.payload, 'sha256')))
  }

  /**
   * Writes manifests and tag files and has everything on the disk.
   * @param info pairs of `bag-info.txt`; Payload-Oxum is added
   * @returns the SHA-256 of the SHA-256 manifest, which names all of the payload
   */
  async close(info: readonly (readonly [string, string])[]): Promise<string> {
    const oxum = `${this.bytes}.${this.payload.size}`
    await this.write('bagit.txt', declarationText)
    await this.write('bag-info.txt', infoText([...info, ['Payload-Oxum', oxum]]))
    for (const name of packageDigests) {
      await this.write(`manifest-${name}.txt`, manifestText(lines(this.payload, name)))
    }
    const tags = new Map([...this.written].filter(([path]) => !path.startsWith('data/')))
    for (const name of packageDigests) await this.write(`tagmanifest-${name}.txt`, manifestText(lines(tags, name)))
    await this.settle()
    return this.fingerprint()
  }
}

const lines = (files: ReadonlyMap<string, Written>, name: DigestName) =>
  [...files].map(([path, { digests }]) => ({ path, digest: digests[name] ?? '' }))
