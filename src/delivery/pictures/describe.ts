import { boundBytes } from '#core/text/words'
import type { DeliveredArticle, DeliveredPhoto } from '../delivery'
import { captionOf, dayOf, peopleIn, photographersOf } from '../photos'

/** Tags by their group and name, as exiftool writes them. */
export type PictureTags = Record<string, string | string[] | object>

// Lengths in bytes of IPTC-IIM 4.2: what is longer is cut after a whole word here, not inside a letter there.
const longest = { title: 64, caption: 2000, byline: 32, keyword: 64, rights: 128, place: 32 }

// EXIF orientation as ExifReader names it: where row 0 and column 0 of the stored picture are to be seen.
const orientations: Record<string, number> = {
  'top-left': 1,
  'top-right': 2,
  'bottom-right': 3,
  'bottom-left': 4,
  'left-top': 5,
  'right-top': 6,
  'right-bottom': 7,
  'left-bottom': 8,
}

/**
 * What a copy of a photo says of itself: IPTC-IIM for old readers, XMP (Dublin Core, IPTC Core and Extension) and the
 * regions of the Metadata Working Group. Nothing is said that is not known.
 * @param formats whether the format takes IPTC-IIM; XMP goes into all that we write
 */
export function tagsOf(delivered: DeliveredArticle, shown: DeliveredPhoto, formats: { iim: boolean }): PictureTags {
  const { article, events } = delivered
  const { photo } = shown
  const within = { shown, within: delivered }
  const event = events.find(({ id }) => id === photo.eventId) ?? events[0]
  const caption = captionOf(within)
  const creators = photographersOf(within)
  const people = namesOf(delivered, photo)
  const keywords = [...new Set([...article.topics, ...people])]
  const day = dayOf(within)
  const place = photo.place || (event?.place ?? '')
  const title = event?.title ?? article.title
  const iim = {
    'IPTC:CodedCharacterSet': 'UTF8',
    'IPTC:ObjectName': boundBytes(title, longest.title),
    'IPTC:Caption-Abstract': boundBytes(caption, longest.caption),
    'IPTC:By-line': creators.map((name) => boundBytes(name, longest.byline)),
    'IPTC:Keywords': keywords.map((word) => boundBytes(word, longest.keyword)),
    'IPTC:CopyrightNotice': boundBytes(photo.rights, longest.rights),
    'IPTC:Sub-location': boundBytes(place, longest.place),
  }
  const xmp = {
    'XMP-dc:Title': title,
    'XMP-dc:Description': caption,
    'XMP-dc:Creator': creators,
    'XMP-dc:Subject': keywords,
    'XMP-dc:Rights': photo.rights,
    'XMP-photoshop:Headline': article.title,
    'XMP-photoshop:DateCreated': day ? day.replaceAll('-', ':') : '',
    'XMP-iptcCore:Location': place,
    'XMP-iptcExt:Event': event?.title ?? '',
    'XMP-iptcExt:PersonInImage': people,
    'XMP-iptcExt:DigitalImageGUID': photo.file.digest.hex,
    'XMP-dc:Source': article.sourceAddress,
  }
  const regions = regionsOf(delivered, photo)
  return { ...known(formats.iim ? iim : {}), ...known(xmp), ...(regions ? { RegionInfo: regions } : {}) }
}

/** People by name, left to right; the offices they held stand in the caption. */
function namesOf(delivered: DeliveredArticle, photo: DeliveredPhoto['photo']): string[] {
  const within = { ...delivered, article: { ...delivered.article, mentions: [] } }
  return peopleIn({ shown: { photo } as DeliveredPhoto, within })
}

function known(tags: PictureTags): PictureTags {
  const empty = (value: unknown) => value === '' || (Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries(tags).filter(([, value]) => !empty(value)))
}

/** Boxes by their middle, in the picture as it is stored: that is how programs that know turned pictures read them. */
function regionsOf({ people }: DeliveredArticle, photo: DeliveredPhoto['photo']): object | null {
  const orientation = orientations[photo.embedded.orientation ?? ''] ?? 1
  const list = photo.people.flatMap(({ personId, region }) => {
    const name = people.find(({ id }) => id === personId)?.name
    if (!region || !name) return []
    const stored = storedBox(region, orientation)
    const round = (value: number) => Math.round(value * 1e6) / 1e6
    const area = {
      X: round(stored.x + stored.width / 2),
      Y: round(stored.y + stored.height / 2),
      W: round(stored.width),
      H: round(stored.height),
      Unit: 'normalized',
    }
    return [{ Name: name, Type: 'Face', Area: area }]
  })
  if (list.length === 0 || photo.width === 0) return null
  const [width, height] = orientation >= 5 ? [photo.height, photo.width] : [photo.width, photo.height]
  return { AppliedToDimensions: { W: width, H: height, Unit: 'pixel' }, RegionList: list }
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** A box of the upright picture in the picture as its pixels are stored (EXIF 2.32, 4.6.4 Orientation). */
export function storedBox({ x, y, width, height }: Box, orientation: number): Box {
  const right = 1 - x - width
  const bottom = 1 - y - height
  const flat = (left: number, top: number): Box => ({ x: left, y: top, width, height })
  const turned = (left: number, top: number): Box => ({ x: left, y: top, width: height, height: width })
  switch (orientation) {
    case 2:
      return flat(right, y)
    case 3:
      return flat(right, bottom)
    case 4:
      return flat(x, bottom)
    case 5:
      return turned(y, x)
    case 6:
      return turned(y, right)
    case 7:
      return turned(bottom, right)
    case 8:
      return turned(bottom, x)
    default:
      return flat(x, y)
  }
}
