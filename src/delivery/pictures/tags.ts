import {
  type CopyShape,
  liesSideways,
  type Orientation,
  orientationTurned,
  regionAsStored,
  regionInCopy,
} from '#core/pictures/regions'
import { boundBytes } from '#core/text/words'
import type { PictureFacts } from './describe'
import { type Said, saidNothing } from './said'

/** Tags by their group and name, as exiftool writes them; null takes one away. */
export type PictureTags = Record<string, string | number | string[] | object | null>

/** What a format has room for. XMP goes into all that we write. */
export interface Takes {
  iim: boolean
  /** EXIF is begun where there is none; else it is only kept in step. */
  exif: boolean
  /** A checksum of IPTC-IIM tells programs that XMP is in step with it; exiftool's in TIFF is none they read. */
  digest: boolean
  /** Programs turn its pixels by EXIF orientation. */
  orientation: boolean
}

/** What we write inside, by media type (MWG Guidelines 2.0, XMP part 3); of others the description lies beside. */
export const formats: Readonly<Record<string, Takes>> = {
  'image/jpeg': { iim: true, exif: true, digest: true, orientation: true },
  'image/tiff': { iim: true, exif: true, digest: false, orientation: true },
  'image/webp': { iim: false, exif: false, digest: false, orientation: true },
  'image/png': { iim: false, exif: false, digest: false, orientation: false },
  'image/heic': { iim: false, exif: false, digest: false, orientation: false },
  'image/avif': { iim: false, exif: false, digest: false, orientation: false },
  'image/gif': { iim: false, exif: false, digest: false, orientation: false },
}

// Lengths in bytes of IPTC-IIM 4.2: what is longer is cut after a whole word here, not inside a letter there.
const longest = {
  title: 64,
  headline: 256,
  caption: 2000,
  byline: 32,
  keyword: 64,
  rights: 128,
  place: 32,
  credit: 32,
  identifier: 32,
}

/**
 * The tags of a copy that keeps its original's pixels: IPTC-IIM for old readers, XMP (Dublin Core, IPTC Core and
 * Extension), the regions of the Metadata Working Group, and everything the file says elsewhere of the same brought in
 * step, so that each reader shows the same. What is not known leaves the file as it is.
 */
export function tagsOfCopy(facts: PictureFacts, said: Said, takes: Takes): PictureTags {
  // Of a format that is shown by its own turning, EXIF's is not believed.
  const stored = takes.orientation || said.hasGroup('PNG') ? said.orientation : 1
  const turned = takes.orientation && facts.turned !== 0
  return {
    ...known({
      ...(takes.iim ? said.unmarked() : {}),
      ...xmpOf(facts, said),
      ...(takes.iim ? iimOf(facts, said) : {}),
      ...inStep(facts, said, takes),
    }),
    ...(turned ? { 'IFD0:Orientation#': orientationTurned(stored, facts.turned) } : {}),
    ...regionTags(facts, said, storedMeasures(facts, stored)),
    ...(takes.iim && takes.digest ? { 'Photoshop:IPTCDigest': 'new' } : {}),
    ...(takes.iim && !takes.digest && said.has('Photoshop:IPTCDigest') ? { 'Photoshop:IPTCDigest': null } : {}),
  }
}

/** A JPEG that we made of a picture: how it differs from the upright original, and its pixels. */
export interface MadeCopy {
  shape: CopyShape
  width: number
  height: number
}

/** The tags of a copy that we made: upright and turned, so that boxes lie as it is seen. */
export function tagsOfMade(facts: PictureFacts, { shape, width, height }: MadeCopy): PictureTags {
  const takes = formats['image/jpeg']!
  const tags = { ...xmpOf(facts, saidNothing), ...iimOf(facts, saidNothing), ...inStep(facts, saidNothing, takes) }
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(facts.taken)?.[0]
  return {
    ...known(tags),
    ...(time ? { 'ExifIFD:DateTimeOriginal': exifTime(time) } : {}),
    // EXIF that is begun has to say what its picture is: of what size, and in sRGB (1).
    'ExifIFD:ColorSpace#': 1,
    'ExifIFD:ExifImageWidth': width,
    'ExifIFD:ExifImageHeight': height,
    ...regionTags(facts, saidNothing, { orientation: 1, shape, width, height }),
    'Photoshop:IPTCDigest': 'new',
  }
}

/** The tags of a file beside the copy (`.xmp`), for pictures that cannot be written into. */
export function tagsOfSidecar(facts: PictureFacts): PictureTags {
  return { ...known(xmpOf(facts, saidNothing)), ...regionTags(facts, saidNothing, storedMeasures(facts, 1)) }
}

/** `2024:07:08 09:06:31+07:00`, as exiftool takes times; a day, month or year alone where that is all there is. */
function exifTime(taken: string): string {
  const [day = '', time] = taken.split('T')
  return day.replaceAll('-', ':') + (time ? ` ${time}` : '')
}

function known(tags: PictureTags): PictureTags {
  const empty = (value: unknown) => value === '' || (Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries(tags).filter(([, value]) => !empty(value)))
}

function xmpOf(facts: PictureFacts, said: Said): PictureTags {
  const { agency, identifier, dossier, guid } = facts
  return {
    'XMP-dc:Title': facts.title,
    'XMP-dc:Description': facts.caption,
    'XMP-dc:Creator': facts.creators,
    'XMP-dc:Subject': keywordsOf(facts, said),
    'XMP-dc:Rights': facts.rights,
    'XMP-dc:Source': facts.sourceAddress,
    'XMP-dc:Identifier': identifier,
    'XMP-dc:Relation': dossier ? [dossier] : [],
    'XMP-photoshop:Headline': facts.headline,
    'XMP-photoshop:DateCreated': exifTime(facts.taken),
    'XMP-photoshop:Credit': said.has('XMP-photoshop:Credit') ? '' : facts.credit,
    'XMP-photoshop:Source': said.has('XMP-photoshop:Source') ? '' : facts.credit,
    'XMP-photoshop:TransmissionReference': identifier,
    'XMP-iptcCore:Location': facts.place,
    'XMP-iptcExt:Event': facts.event,
    'XMP-iptcExt:PersonInImage': facts.people,
    'XMP-iptcExt:DigitalImageGUID': guid,
    'XMP-iptcExt:RegistryID': agency && identifier ? [{ RegItemId: identifier, RegOrgId: agency }] : [],
  }
}

function iimOf(facts: PictureFacts, said: Said): PictureTags {
  const { taken } = facts
  const bound = (texts: string[], bytes: number) => texts.map((text) => boundBytes(text, bytes))
  const day = taken.length >= 10 ? taken.slice(0, 10).replaceAll('-', ':') : ''
  // Without its zone a time of day would be given that of this machine.
  const time = /T(\d\d:\d\d:\d\d[+-]\d\d:\d\d)$/.exec(taken)?.[1] ?? ''
  const otherDay = day !== '' && said.has('IPTC:DateCreated') && said.texts('IPTC:DateCreated')[0] !== day
  return {
    'IPTC:CodedCharacterSet': 'UTF8',
    'IPTC:ObjectName': boundBytes(facts.title, longest.title),
    'IPTC:Headline': boundBytes(facts.headline, longest.headline),
    'IPTC:Caption-Abstract': boundBytes(facts.caption, longest.caption),
    'IPTC:By-line': bound(facts.creators, longest.byline),
    'IPTC:Keywords': bound(keywordsOf(facts, said), longest.keyword),
    'IPTC:CopyrightNotice': boundBytes(facts.rights, longest.rights),
    'IPTC:Sub-location': boundBytes(facts.place, longest.place),
    'IPTC:DateCreated': day,
    'IPTC:TimeCreated': time === '' && otherDay ? null : time,
    'IPTC:Credit': said.has('IPTC:Credit') ? '' : boundBytes(facts.credit, longest.credit),
    'IPTC:Source': said.has('IPTC:Source') ? '' : boundBytes(facts.credit, longest.credit),
    'IPTC:OriginalTransmissionReference': boundBytes(facts.identifier, longest.identifier),
  }
}

/** The words a file is found by: its own stay, ours are added. */
function keywordsOf({ keywords }: PictureFacts, said: Said): string[] {
  const own = [...said.texts('XMP-dc:Subject'), ...said.texts('IPTC:Keywords')]
  return [...new Set([...own, ...keywords])]
}

/** Every other place where a file may say the same, in step with what we write (MWG Guidelines 2.0, 5.1). */
function inStep(facts: PictureFacts, said: Said, takes: Takes): PictureTags {
  const creators = facts.creators.join('; ')
  const exif = takes.exif || said.hasGroup('IFD0')
  const windows = windowsTags.some((tag) => said.has(tag))
  const only = (tags: PictureTags) => Object.fromEntries(Object.entries(tags).filter(([tag]) => said.has(tag)))
  return {
    ...(exif && {
      'IFD0:ImageDescription': facts.caption,
      'IFD0:Artist': creators,
      'IFD0:Copyright': facts.rights,
    }),
    ...(windows && {
      'IFD0:XPTitle': facts.title,
      'IFD0:XPComment': facts.caption,
      'IFD0:XPAuthor': creators,
      'IFD0:XPKeywords': keywordsOf(facts, said).join(';'),
    }),
    ...only({
      'IFD0:XPSubject': facts.title,
      'PNG:Title': facts.title,
      'PNG:Description': facts.caption,
      'PNG:Author': creators,
      'PNG:Artist': creators,
      'PNG:Copyright': facts.rights,
      'XMP-tiff:ImageDescription': facts.caption,
      'XMP-tiff:Artist': creators,
      'XMP-tiff:Copyright': facts.rights,
      'XMP-acdsee:Caption': facts.caption,
      'XMP-acdsee:Author': creators,
    }),
  }
}

const windowsTags = ['IFD0:XPTitle', 'IFD0:XPComment', 'IFD0:XPAuthor', 'IFD0:XPKeywords', 'IFD0:XPSubject']

/** The pixels that boxes are of: how they are stored, how they differ from the upright picture, their measures. */
interface Placed extends MadeCopy {
  orientation: Orientation
}

/** Those of the original as they are stored. */
function storedMeasures({ width, height }: PictureFacts, orientation: Orientation): Placed {
  const shape: CopyShape = { turned: 0, crop: null }
  return liesSideways(orientation)
    ? { orientation, shape, width: height, height: width }
    : { orientation, shape, width, height }
}

/**
 * Boxes of people. Those of the Metadata Working Group count from their middle, in the picture as it is stored: that is
 * how programs that know turned pictures read them. The file's own that are none of a face, or of somebody we have no
 * box for, stay; Windows' list is kept in step where there is one.
 */
function regionTags(facts: PictureFacts, said: Said, placed: Placed): PictureTags {
  const boxes = facts.regions.flatMap(({ name, region }) => {
    const inCopy = regionInCopy(region, placed.shape)
    return inCopy ? [{ name, box: regionAsStored(inCopy, placed.orientation) }] : []
  })
  if (boxes.length === 0 || placed.width === 0) return {}
  const boxed = new Set(boxes.map(({ name }) => name))
  const others = said.regions.filter(({ Type, Name }) => {
    const ours = boxed.has(String(Name ?? '').normalize('NFC'))
    return !ours && (Type !== 'Face' || facts.people.includes(String(Name ?? '').normalize('NFC')))
  })
  const rounded = (value: number) => Math.round(value * 1e6) / 1e6
  const faces = boxes.map(({ name, box }) => ({
    Name: name,
    Type: 'Face',
    Area: {
      X: rounded(box.x + box.width / 2),
      Y: rounded(box.y + box.height / 2),
      W: rounded(box.width),
      H: rounded(box.height),
      Unit: 'normalized',
    },
  }))
  const rectangle = (box: (typeof boxes)[number]['box']) =>
    [box.x, box.y, box.width, box.height].map(rounded).join(', ')
  return {
    RegionInfo: {
      AppliedToDimensions: { W: placed.width, H: placed.height, Unit: 'pixel' },
      RegionList: [...faces, ...others],
    },
    ...(said.has('XMP-MP:RegionInfoMP') && {
      RegionInfoMP: {
        Regions: boxes.map(({ name, box }) => ({ PersonDisplayName: name, Rectangle: rectangle(box) })),
      },
    }),
  }
}
