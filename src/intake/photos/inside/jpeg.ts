import { joinedBytes } from '#core/bytes'
import type { Blocks } from './blocks'
import { LARGEST_BLOCK } from './blocks'
import { resourcesIn } from './photoshop'
import { begins, latin, type PictureSource, sourceOver, viewOf, windowed } from './source'

const EXIF = 'Exif\0'
const XMP = 'http://ns.adobe.com/xap/1.0/\0'
const EXTENDED = 'http://ns.adobe.com/xmp/extension/\0'
const PHOTOSHOP = 'Photoshop 3.0\0'
/** GUID (32), whole length (4), offset of this part (4): XMP part 3, 1.1.3.1. */
const EXTENDED_HEAD = EXTENDED.length + 40

interface Extended {
  whole: Uint8Array
  held: number
}

/** The segments before the pixels (ISO 10918-1, annex B) and, from the end, whether the pixels are all there. */
export async function jpegBlocks(source: PictureSource, blocks: Blocks): Promise<void> {
  const near = windowed(source)
  const resources: Uint8Array[] = []
  const extended = new Map<string, Extended>()
  const pixels = await eachSegment(near, (marker, body) => {
    if (marker === 0xe1 && begins(body, EXIF)) blocks.exif ??= sourceOver(body.slice(6))
    else if (marker === 0xe1 && begins(body, XMP)) blocks.xmp.push(body.slice(XMP.length))
    else if (marker === 0xe1 && begins(body, EXTENDED)) takePart(extended, body)
    else if (marker === 0xed && begins(body, PHOTOSHOP)) resources.push(body.slice(PHOTOSHOP.length))
    else if (marker === 0xeb && begins(body, 'JP')) blocks.credentials ||= latin(body.subarray(0, 80)).includes('c2pa')
    else if (marker === 0xfe) blocks.texts.push({ tag: 'File:Comment', bytes: body.slice(), encoding: null })
  })
  if (resources.length > 0) resourcesIn(joinedBytes(resources), blocks)
  for (const part of extendedOf(extended, blocks.xmp[0])) blocks.xmp.push(part)
  blocks.damaged = pixels === null || !(await endsWhole(source, pixels))
}

/** @returns where the pixels begin, null where the file ends before */
async function eachSegment(
  near: PictureSource,
  take: (marker: number, body: Uint8Array) => void,
): Promise<number | null> {
  let at = 2
  for (;;) {
    const head = await near.read(at, 4)
    if (head.length < 4 || head[0] !== 0xff) return null
    const marker = head[1] as number
    // Markers may be filled up with 0xFF; those without a length stand alone.
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    if (marker === 0xd9) return null
    const length = viewOf(head).getUint16(2)
    if (marker === 0xda) return at
    if (length < 2) return null
    take(marker, await near.read(at + 4, length - 2))
    at += 2 + length
  }
}

function takePart(extended: Map<string, Extended>, body: Uint8Array): void {
  if (body.length < EXTENDED_HEAD) return
  const guid = latin(body.subarray(EXTENDED.length, EXTENDED.length + 32))
  const view = viewOf(body)
  const length = view.getUint32(EXTENDED.length + 32)
  const offset = view.getUint32(EXTENDED.length + 36)
  const part = body.subarray(EXTENDED_HEAD)
  const all = [...extended.values()].reduce((sum, { whole }) => sum + whole.length, 0)
  if (!extended.has(guid) && all + length > LARGEST_BLOCK) return
  const there = extended.get(guid) ?? { whole: new Uint8Array(length), held: 0 }
  if (offset + part.length > there.whole.length) return
  there.whole.set(part, offset)
  there.held += part.length
  extended.set(guid, there)
}

/** The part the main packet names; where it names none that is there, all that came whole. */
function extendedOf(extended: Map<string, Extended>, main: Uint8Array | undefined): Uint8Array[] {
  if (extended.size === 0) return []
  const named = /HasExtendedXMP\W+([0-9A-F]{32})/i.exec(main ? latin(main) : '')?.[1] ?? ''
  const whole = [...extended].filter(([, { whole: bytes, held }]) => held >= bytes.length)
  const meant = whole.filter(([guid]) => guid.toUpperCase() === named.toUpperCase())
  return (meant.length > 0 ? meant : whole).map(([, { whole: bytes }]) => bytes)
}

/** Most pictures end with the mark: a first look is short. */
const FIRST_STEP = 1024
const STEP = 256 * 1024

/** Looks for the end marker backwards: it is the last thing but for what programs hang on behind it. */
async function endsWhole(source: PictureSource, pixels: number): Promise<boolean> {
  let end = source.size
  for (let step = FIRST_STEP; end > pixels; step = STEP) {
    const start = Math.max(pixels, end - step)
    const bytes = await source.read(start, end - start)
    for (let at = bytes.length - 2; at >= 0; at -= 1) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true
    // A marker may lie across two steps.
    end = start === pixels ? pixels : start + 1
  }
  return false
}
