import { KhoError } from '#core/errors'
import type { SourceBlock } from '#core/press/source'
import { PictureList } from '../pictures'
import type { EmbeddedPicture } from '../protocol'
import type { Warnings } from '../warnings'
import { type Container, wholePart } from './container'

const LARGEST_PICTURE = 80 * 1024 * 1024

/** Pictures of a package: numbered while its text is read, their bytes taken afterwards. */
export class PackagePictures {
  private readonly parts: string[] = []

  constructor(
    private readonly container: Container,
    private readonly warnings: Warnings,
  ) {}

  /** A number for the picture in a part, the same for the same part; null where the part is not there. */
  meet(part: string): number | null {
    if (!this.container.part(part)) return null
    const known = this.parts.indexOf(part)
    return known >= 0 ? known : this.parts.push(part) - 1
  }

  /** Takes the bytes of the pictures met and points the blocks at them; damaged ones become a warning. */
  async take(blocks: SourceBlock[]): Promise<EmbeddedPicture[]> {
    const pictures = new PictureList()
    const places: (number | null)[] = []
    for (const name of this.parts) {
      const bytes = await this.bytesOf(name)
      places.push(bytes === null ? null : pictures.indexOf(name, () => bytes, name))
    }
    for (const block of blocks) {
      if (block.picture === undefined) continue
      const place = places[block.picture] ?? null
      if (place === null) delete block.picture
      else block.picture = place
    }
    return pictures.list
  }

  private async bytesOf(name: string): Promise<Uint8Array | null> {
    const part = this.container.part(name)
    if (!part) return null
    const short = name.slice(name.lastIndexOf('/') + 1)
    if (part.size > LARGEST_PICTURE) {
      this.warnings.add('picture-too-large', { picture: short })
      return null
    }
    try {
      return await wholePart(part)
    } catch (error) {
      if (!(error instanceof KhoError) || error.code !== 'file-damaged') throw error
      this.warnings.add('picture-damaged', { picture: short })
      return null
    }
  }
}
