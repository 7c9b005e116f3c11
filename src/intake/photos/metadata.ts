import ExifReader, { type ExpandedTags } from 'exifreader'
import { oneLine } from '../clean'

/** What a picture says of itself, each under the standard it is written in; absent ones left out. */
export interface PictureWords {
  captions: Record<string, string>
  photographers: Record<string, string>
  dates: Record<string, string>
  camera: string
  gps: { latitude: number; longitude: number } | null
  others: Record<string, string>
}

/** Texts that cameras and programs write where a caption belongs. */
const MAKER_TEXT =
  /^(.*digital camera|samsung( camera pictures)?|sony dsc|dcim.*|dsc[\w.]*|img[\w.]*|(konica )?minolta.*|exif_jpeg_picture|digimax.*|my beautiful picture|lead technologies.*|kodak.*|pentax.*|nikon.*|canon.*|hdrpl.*|[a-z]{2,5}_(hdr|vivid|soft)|oppo_?\d*|vivo.*|dav|sdr|cof|edf|hdr\w*|screenshot|untitled|default|picture|image|photo|camera|ascii|charset=.*|\d*|processed with .*|created with .*)$/i

type Tag = { description?: unknown; value?: unknown } | undefined
type Tags = Record<string, Tag>

/**
 * Reads EXIF, IPTC-IIM and XMP out of a picture's bytes.
 * @param bytes the whole file, or its beginning for very large ones
 * @throws whatever the parser throws on metadata that is cut or damaged
 */
export async function pictureWords(bytes: Uint8Array): Promise<PictureWords> {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  const tags: ExpandedTags = await ExifReader.load(buffer, { expanded: true, async: true })
  const exif = (tags.exif ?? {}) as unknown as Tags
  const iptc = (tags.iptc ?? {}) as unknown as Tags
  const xmp = (tags.xmp ?? {}) as unknown as Tags
  return {
    captions: filled({
      xmp: caption(text(xmp.description)),
      iptc: caption(text(iptc['Caption/Abstract'])),
      exif: caption(text(exif.ImageDescription)),
      windows: caption(text(exif.XPComment)) || caption(text(exif.XPSubject)) || caption(text(exif.XPTitle)),
    }),
    photographers: filled({
      xmp: text(xmp.creator),
      iptc: text(iptc['By-line']),
      exif: text(exif.Artist),
      windows: text(exif.XPAuthor),
    }),
    dates: filled({ exif: exifDate(exif), xmp: xmpDate(xmp), iptc: iptcDate(iptc) }),
    camera: camera(text(exif.Make), text(exif.Model)),
    gps: position(tags),
    others: others(exif, iptc, xmp),
  }
}

function text(tag: Tag): string {
  const said = Array.isArray(tag) ? tag.map((one: Tag) => one?.description).join(', ') : tag?.description
  return typeof said === 'string' ? oneLine(said) : ''
}

function caption(said: string): string {
  return MAKER_TEXT.test(said) ? '' : said
}

function filled(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
}

/** `2024:07:08 09:06:31` with the offset where the camera wrote one; never shifted. */
function exifDate(exif: Tags): string {
  const taken = text(exif.DateTimeOriginal) || text(exif.DateTimeDigitized)
  const offset = text(exif.OffsetTimeOriginal) || text(exif.OffsetTimeDigitized)
  return isoDate(taken, offset)
}

function xmpDate(xmp: Tags): string {
  return isoDate(text(xmp.DateTimeOriginal) || text(xmp.DateCreated) || text(xmp.CreateDate), '')
}

function iptcDate(iptc: Tags): string {
  const day = text(iptc['Date Created'])
  const time = text(iptc['Time Created'])
  return isoDate(time ? `${day} ${time}` : day, '')
}

/** Empty where the parts are no date: zeros of a camera without a clock, a month 13. */
function isoDate(written: string, offset: string): string {
  const found = /^(\d{4})[:-](\d\d)[:-](\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?/.exec(
    written,
  )
  if (!found) return ''
  const [, year = '', month = '', day = '', hour, minute, second = '00', zone = ''] = found
  if (Number(year) < 1826 || +month < 1 || +month > 12 || +day < 1 || +day > 31 || Number(hour ?? 0) > 23) return ''
  const date = `${year}-${month}-${day}`
  const shift = zone || (/^[+-]\d\d:\d\d$/.test(offset) ? offset : '')
  return hour === undefined ? date : `${date}T${hour}:${minute}:${second}${shift}`
}

function camera(make: string, model: string): string {
  return model.toLowerCase().startsWith(make.toLowerCase().split(' ')[0] ?? '') ? model : `${make} ${model}`.trim()
}

function position(tags: ExpandedTags): PictureWords['gps'] {
  const { Latitude: latitude, Longitude: longitude } = tags.gps ?? {}
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null
  const possible = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  // 0,0 is what a camera without a fix writes.
  const placed = latitude !== 0 || longitude !== 0
  return possible && placed ? { latitude, longitude } : null
}

function others(exif: Tags, iptc: Tags, xmp: Tags): Record<string, string> {
  return filled({
    headline: text(iptc.Headline) || text(xmp.Headline),
    title: text(xmp.title) || text(iptc['Object Name']) || text(exif.XPTitle),
    keywords: text(iptc.Keywords) || text(xmp.subject) || text(exif.XPKeywords),
    city: text(iptc.City) || text(xmp.City),
    place: text(iptc['Sub-location']) || text(xmp.Location),
    province: text(iptc['Province/State']) || text(xmp.State),
    country: text(iptc['Country/Primary Location Name']) || text(xmp.Country),
    credit: text(iptc.Credit) || text(xmp.Credit),
    source: text(iptc.Source) || text(xmp.Source),
    rights: text(iptc['Copyright Notice']) || text(xmp.rights) || text(exif.Copyright),
    software: text(exif.Software) || text(xmp.CreatorTool),
    orientation: text(exif.Orientation),
    comment: userComment(exif.UserComment),
    people: regionNames(xmp) || text(xmp.PersonInImage),
  })
}

/** UserComment begins with eight bytes that name its encoding (EXIF 2.32, 4.6.5). */
function userComment(tag: Tag): string {
  if (!Array.isArray(tag?.value)) return text(tag)
  const bytes = Uint8Array.from(tag.value as number[])
  const kind = String.fromCharCode(...bytes.subarray(0, 8))
  const content = bytes.subarray(8)
  if (!kind.startsWith('UNICODE'))
    return caption(oneLine(new TextDecoder().decode(kind.startsWith('ASCII') ? content : bytes)))
  let bigEndian = 0
  for (let at = 0; at < content.length; at += 2) bigEndian += content[at] === 0 ? 1 : content[at + 1] === 0 ? -1 : 0
  return caption(oneLine(new TextDecoder(bigEndian > 0 ? 'utf-16be' : 'utf-16le').decode(content)))
}

/** Names on the face regions of the Metadata Working Group. */
function regionNames(xmp: Tags): string {
  const list = (xmp.Regions?.value as Record<string, Tag> | undefined)?.RegionList?.value
  if (!Array.isArray(list)) return ''
  const names = list.map((region: unknown) => text(named(region)))
  return names.filter((name) => name !== '').join(', ')
}

function named(region: unknown): Tag {
  if (typeof region !== 'object' || region === null) return undefined
  const inside = 'value' in region && typeof region.value === 'object' ? region.value : region
  return (inside as Record<string, Tag> | null)?.Name
}
