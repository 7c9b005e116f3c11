import type { EmbeddedPicture } from './protocol'

const KINDS: [type: string, test: (bytes: Uint8Array, head: string) => boolean][] = [
  ['image/jpeg', (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff],
  ['image/png', (_, head) => head.startsWith('\x89PNG\r\n')],
  ['image/gif', (_, head) => head.startsWith('GIF8')],
  ['image/webp', (_, head) => head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP'],
  ['image/tiff', (_, head) => head.startsWith('II*\0') || head.startsWith('MM\0*') || head.startsWith('II+\0')],
  ['image/bmp', (bytes, head) => head.startsWith('BM') && bytes.length > 26 && bytes[6] === 0 && bytes[7] === 0],
  ['image/avif', (_, head) => head.slice(4, 8) === 'ftyp' && /avi[fs]/.test(head.slice(8, 32))],
  ['image/heic', (_, head) => head.slice(4, 8) === 'ftyp' && /hei[cxms]|hev[cx]|mif1|msf1/.test(head.slice(8, 32))],
  ['image/x-emf', (bytes, head) => bytes[0] === 1 && head.slice(40, 44) === ' EMF'],
  [
    'image/x-wmf',
    (bytes, head) => head.startsWith('\xd7\xcd\xc6\x9a') || (bytes[0] === 1 && head.startsWith('\x01\0\x09\0')),
  ],
]

/** The media type of a picture by its first bytes; null where it is none. */
export function pictureType(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 64))
  return KINDS.find(([, test]) => test(bytes, head))?.[0] ?? null
}

/** The usual ending of a picture type, without the dot. */
export function pictureEnding(mediaType: string): string {
  const ending = mediaType.replace(/^image\/(x-)?/, '')
  return ending === 'jpeg' ? 'jpg' : ending === 'tiff' ? 'tif' : ending
}

/** Pictures taken out of one file, each once, in the order first met. */
export class PictureList {
  readonly list: EmbeddedPicture[] = []
  private readonly known = new Map<string, number | null>()

  /** @param key what names the picture inside its file; the same key gives the same index */
  indexOf(key: string, bytes: () => Uint8Array | null, name: string): number | null {
    const known = this.known.get(key)
    if (known !== undefined) return known
    const found = bytes()
    const mediaType = found && pictureType(found)
    const index =
      found && mediaType ? this.list.push({ name: named(name, mediaType), mediaType, bytes: found }) - 1 : null
    this.known.set(key, index)
    return index
  }
}

/** The last part of a name, with the ending its content calls for. */
function named(name: string, mediaType: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).replace(/[?#].*$/, '')
  const stem = base
    .replace(/\.[^.]*$/, '')
    .replace(/[\u0000-\u001f<>:"|?*]/g, '_')
    .slice(0, 80)
  return `${stem || 'picture'}.${pictureEnding(mediaType)}`
}
