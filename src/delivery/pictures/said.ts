import { type Orientation, orientationFrom } from '#core/pictures/regions'

/** What exiftool is asked of a file before it is written: all that what we write has to be in step with. */
export const saidArguments = [
  '-G1',
  '-n',
  '-struct',
  '-IPTC:all',
  '-XMP:all',
  '-IFD0:all',
  '-PNG:all',
  '-JUMBF:JUMDLabel',
  '-Photoshop:IPTCDigest',
]

/** ESC % G, or its name (IPTC-IIM 4.2, 1:90). */
const utf8Mark = /%G|UTF8/

const unreadIn = (text: string): number => text.match(/[?\uFFFD]/g)?.length ?? 0

/** What a file says of itself already, by exiftool's groups and names. */
export class Said {
  constructor(private readonly tags: Record<string, unknown>) {}

  has(tag: string): boolean {
    return this.tags[tag] !== undefined
  }

  /** True where the file has any tag of a group. */
  hasGroup(group: string): boolean {
    return Object.keys(this.tags).some((tag) => tag.startsWith(`${group}:`))
  }

  /** The values of a tag as texts, one or several. */
  texts(tag: string): string[] {
    const value = this.tags[tag]
    if (value === undefined || value === null) return []
    return (Array.isArray(value) ? value : [value]).map((one) => String(one).normalize('NFC'))
  }

  get orientation(): Orientation {
    return orientationFrom(this.tags['IFD0:Orientation'])
  }

  /** True where it holds a manifest of Content Credentials (C2PA), which any writing makes invalid. */
  get credentials(): boolean {
    return this.texts('JUMBF:JUMDLabel').some((label) => label.startsWith('c2pa'))
  }

  /** Regions of the Metadata Working Group, as they stand. */
  get regions(): Record<string, unknown>[] {
    const list = (this.tags['XMP-mwg-rs:RegionInfo'] as { RegionList?: unknown } | undefined)?.RegionList
    return (Array.isArray(list) ? list : list ? [list] : []) as Record<string, unknown>[]
  }

  /** True where something of IPTC, not marked as UTF-8, may be none: bytes that are none are read as question marks. */
  get doubtful(): boolean {
    return !this.marked && this.iptc().some(([, texts]) => texts.some((text) => unreadIn(text) > 0))
  }

  /** The same with what was no UTF-8 as it is in the coding of Windows. */
  mended(latin: Said): Said {
    const mended = this.iptc().filter(([tag, texts]) => unreadIn(texts.join()) > unreadIn(latin.texts(tag).join()))
    return new Said({ ...this.tags, ...Object.fromEntries(mended.map(([tag]) => [tag, latin.tags[tag]])) })
  }

  /**
   * What IPTC-IIM says beyond ASCII, where it is not marked as UTF-8: it must be written anew with the mark, or it would
   * be read in a coding that it is not in.
   */
  unmarked(): Record<string, string | string[]> {
    if (this.marked) return {}
    const beyond = this.iptc().filter(([, texts]) => texts.some((text) => /[^\n -~]/.test(text)))
    return Object.fromEntries(beyond.map(([tag, texts]) => [tag, texts.length === 1 ? texts[0]! : texts]))
  }

  private get marked(): boolean {
    return utf8Mark.test(this.texts('IPTC:CodedCharacterSet')[0] ?? '')
  }

  private iptc(): [string, string[]][] {
    return Object.keys(this.tags)
      .filter((tag) => tag.startsWith('IPTC:') && tag !== 'IPTC:CodedCharacterSet')
      .map((tag) => [tag, this.texts(tag)])
  }
}

export const saidNothing = new Said({})
