import { type Blocks, LARGEST_BLOCK } from './blocks'
import { inflate } from './inflate'
import { resourcesIn } from './photoshop'
import { begins, latin, type PictureSource, sourceOver, viewOf, windowed } from './source'

/** Words of a PNG unpacked: more than this is a bomb. */
const MOST_UNPACKED = 4 * 1024 * 1024
const MOST_CHUNKS = 20_000

/** The chunks of a PNG (PNG third edition, 11.3): texts, EXIF, XMP, and profiles as ImageMagick hides them in texts. */
export async function pngBlocks(source: PictureSource, blocks: Blocks): Promise<void> {
  const near = windowed(source)
  let at = 8
  for (let count = 0; count < MOST_CHUNKS; count += 1) {
    const head = await near.read(at, 8)
    if (head.length < 8) break
    const length = viewOf(head).getUint32(0)
    const type = latin(head.subarray(4, 8))
    if (type === 'IEND') return
    if (/^(eXIf|iTXt|tEXt|zTXt)$/.test(type) && length <= LARGEST_BLOCK) {
      await takeChunk(type, (await near.read(at + 8, length)).slice(), blocks)
    }
    if (type === 'caBX') blocks.credentials = true
    at += 12 + length
  }
  blocks.damaged = true
}

async function takeChunk(type: string, body: Uint8Array, blocks: Blocks): Promise<void> {
  if (type === 'eXIf') {
    blocks.exif ??= sourceOver(begins(body, 'Exif\0\0') ? body.subarray(6) : body)
    return
  }
  const end = body.indexOf(0)
  if (end < 1 || end > 79) return
  const keyword = latin(body.subarray(0, end))
  const text = await textIn(type, body, end + 1)
  if (text) await takeText(keyword, text, type, blocks)
}

/** The text of a chunk, unpacked where it is packed. */
async function textIn(type: string, body: Uint8Array, at: number): Promise<Uint8Array | null> {
  if (type === 'tEXt') return body.subarray(at)
  if (type === 'zTXt') return inflate(body.subarray(at + 1), MOST_UNPACKED)
  // iTXt: packed or not, method, language, keyword in that language.
  const languageEnd = body.indexOf(0, at + 2)
  const keywordEnd = languageEnd < 0 ? -1 : body.indexOf(0, languageEnd + 1)
  if (keywordEnd < 0) return null
  const text = body.subarray(keywordEnd + 1)
  return body[at] === 1 ? inflate(text, MOST_UNPACKED) : text
}

async function takeText(keyword: string, text: Uint8Array, type: string, blocks: Blocks): Promise<void> {
  if (keyword === 'XML:com.adobe.xmp') {
    blocks.xmp.push(text)
    return
  }
  const profile = /^Raw profile type (\w+)$/.exec(keyword)?.[1]?.toLowerCase()
  if (profile) {
    takeProfile(profile, text, blocks)
    return
  }
  const tag = `PNG:${keyword.replace(/(^|\s+)(\p{L})/gu, (_, _space, letter: string) => letter.toUpperCase())}`
  blocks.texts.push({ tag, bytes: text, encoding: type === 'iTXt' ? 'utf-8' : null })
}

/** Lines: empty, name, length, then hexadecimal. */
function takeProfile(profile: string, text: Uint8Array, blocks: Blocks): void {
  const hex = latin(text)
    .replace(/^\s*\S+\s+\d+\s/, '')
    .replace(/[^0-9a-f]/gi, '')
  const bytes = new Uint8Array(hex.length >> 1)
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16)
  const xmp = 'http://ns.adobe.com/xap/1.0/\0'
  if (profile === 'xmp') blocks.xmp.push(bytes)
  else if (begins(bytes, xmp)) blocks.xmp.push(bytes.subarray(xmp.length))
  else if (profile === 'exif' || profile === 'app1') {
    blocks.exif ??= sourceOver(begins(bytes, 'Exif\0\0') ? bytes.subarray(6) : bytes)
  } else if (begins(bytes, '8BIM')) resourcesIn(bytes, blocks)
  else if (profile === 'iptc') blocks.iim.push(bytes)
}
