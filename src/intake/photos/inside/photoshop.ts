import type { Blocks } from './blocks'
import { begins, viewOf } from './source'

const IPTC = 0x0404
const URL = 0x040b

/** Image resources of Photoshop (Adobe Photoshop File Formats, “Image Resource Blocks”): IPTC-IIM and an address. */
export function resourcesIn(bytes: Uint8Array, blocks: Blocks): void {
  const view = viewOf(bytes)
  let at = 0
  while (at + 12 <= bytes.length && begins(bytes.subarray(at), '8BIM')) {
    const id = view.getUint16(at + 4)
    const nameLength = bytes[at + 6] as number
    const sizeAt = at + 6 + nameLength + 1 + ((nameLength + 1) % 2)
    if (sizeAt + 4 > bytes.length) return
    const size = view.getUint32(sizeAt)
    const body = bytes.subarray(sizeAt + 4, sizeAt + 4 + size)
    if (id === IPTC) blocks.iim.push(body.slice())
    if (id === URL) blocks.texts.push({ tag: 'Photoshop:URL', bytes: body.slice(), encoding: null })
    at = sizeAt + 4 + size + (size % 2)
  }
}
