import { type PictureList, pictureType } from '../pictures'
import type { Warnings } from '../warnings'
import { attribute, type HtmlElement } from './dom'

/** Where the pictures of a page may come from; never from the network. */
export interface PictureSources {
  /** Parts of an MHTML file by address or content id. */
  parts: Map<string, Uint8Array> | null
  /** Files saved beside the page. */
  beside: ((relativePath: string) => Promise<Uint8Array | null>) | null
}

/** Addresses of the pictures a page shows, numbered in the order met; bytes are fetched afterwards. */
export class PagePictures {
  readonly addresses: string[] = []

  /** @returns a number for the picture, undefined for spacers, icons and trackers */
  meet(element: HtmlElement): number | undefined {
    const address = addressOf(element)
    if (address === '' || isTiny(element)) return undefined
    const known = this.addresses.indexOf(address)
    return known >= 0 ? known : this.addresses.push(address) - 1
  }

  /** Takes the bytes that are at hand. @returns for each number the index in `pictures`, null where there is none */
  async take(sources: PictureSources, pictures: PictureList, warnings: Warnings): Promise<(number | null)[]> {
    const taken: (number | null)[] = []
    let missing = 0
    for (const address of this.addresses) {
      const bytes = await bytesOf(address, sources)
      const index = bytes ? pictures.indexOf(address, () => bytes, address.startsWith('data:') ? '' : address) : null
      if (index === null && /^(https?:)?\/\//i.test(address)) warnings.add('remote-left-out')
      else if (index === null && address.startsWith('data:')) warnings.add('picture-damaged', { picture: 'data:' })
      else if (index === null) missing += 1
      taken.push(index)
    }
    if (missing > 0) warnings.add('pictures-missing', { count: String(missing) })
    return taken
  }
}

/** Lazy loaders keep the true address beside a placeholder. */
function addressOf(element: HtmlElement): string {
  const lazy = ['data-src', 'data-original', 'data-lazy-src'].map((name) => attribute(element, name)).find((one) => one)
  const source = attribute(element, 'src').trim()
  return lazy && (source === '' || source.startsWith('data:image/gif') || source.startsWith('data:image/svg'))
    ? lazy.trim()
    : source
}

function isTiny(element: HtmlElement): boolean {
  const size = (name: string) => Number.parseInt(attribute(element, name), 10)
  const [width, height] = [size('width'), size('height')]
  return width <= 2 || height <= 2 || (width <= 32 && height <= 32)
}

async function bytesOf(address: string, sources: PictureSources): Promise<Uint8Array | null> {
  if (address.startsWith('data:')) return fromDataAddress(address)
  const part = sources.parts?.get(address) ?? sources.parts?.get(lastOf(address))
  if (part) return part
  if (!sources.beside || /^[a-z][a-z0-9+.-]*:|^\/|\\/i.test(address)) return null
  const bytes = await sources.beside(decoded(address.replace(/[?#].*$/, '')))
  return bytes && pictureType(bytes) ? bytes : null
}

/** Last step of an address, under which MHTML parts are filed too. */
export function lastOf(address: string): string {
  return address.replace(/[?#].*$/, '').replace(/^.*[/\\]/, '')
}

/** The name the file of a picture has by its address; empty where the picture is inside the page. */
export const fileNameOf = (address: string): string =>
  /^(?:data|cid|blob):/i.test(address) ? '' : decoded(lastOf(address)).normalize('NFC')

function fromDataAddress(address: string): Uint8Array | null {
  const comma = address.indexOf(',')
  if (comma < 0 || !/;base64$/i.test(address.slice(0, comma))) return null
  try {
    return Uint8Array.from(atob(address.slice(comma + 1).replace(/\s|%0a|%0d/gi, '')), (letter) => letter.charCodeAt(0))
  } catch {
    return null
  }
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
