import type { Region } from '#core/model/region'
import { boundRegion } from '#core/pictures/bound-region'
import type { NamedUnder } from '#core/pictures/inside'
import { liesSideways, type Orientation, regionUpright } from '#core/pictures/regions'
import { kept } from './text'
import type { XmpProperties, XmpStruct, XmpValue } from './xmp'

/** The picture as its pixels are stored, and how it is turned to be upright. */
export interface Stored {
  width: number
  height: number
  orientation: Orientation
}

const MOST_NAMED = 500

/**
 * Everybody the XMP of a picture names: regions of the Metadata Working Group (2.0, 5.6), of Microsoft, ACDSee and
 * IPTC (Photo Metadata 2023, Image Region), and PersonInImage without a place.
 */
export function namedIn(properties: XmpProperties, stored: Stored): NamedUnder[] {
  const named = [
    ...mwgRegions(properties.get('mwg-rs:Regions'), 'XMP-mwg-rs:Regions', stored),
    ...microsoftRegions(properties.get('MP:RegionInfo'), stored),
    ...iptcRegions(properties.get('iptcExt:ImageRegion'), stored),
    ...mwgRegions(properties.get('acdsee-rs:Regions'), 'XMP-acdsee-rs:Regions', stored),
    ...textsOf(properties.get('iptcExt:PersonInImage')).map((name) => unplaced(name, 'XMP-iptcExt:PersonInImage')),
    ...structsOf(properties.get('iptcExt:PersonInImageWDetails')).flatMap((one) =>
      textsOf(one.fields.get('iptcExt:PersonName'))
        .slice(0, 1)
        .map((name) => unplaced(name, 'XMP-iptcExt:PersonInImageWDetails')),
    ),
  ]
  return named.filter(({ name }) => name !== '').slice(0, MOST_NAMED)
}

const unplaced = (name: string, tag: string): NamedUnder => ({ tag, name: kept(name), region: null })

function mwgRegions(value: XmpValue | undefined, tag: string, stored: Stored): NamedUnder[] {
  const [info] = structsOf(value)
  if (!info) return []
  const prefix = tag.slice(4).split(':')[0]
  const [applied] = structsOf(info.fields.get(`${prefix}:AppliedToDimensions`))
  const turned = alreadyUpright(applied, stored) ? 1 : stored.orientation
  return structsOf(info.fields.get(`${prefix}:RegionList`)).flatMap((region) => {
    const type = textsOf(region.fields.get(`${prefix}:Type`))[0] ?? ''
    const [name = ''] = textsOf(region.fields.get(`${prefix}:Name`))
    // Where the camera focused, a pet or a bar code is nobody.
    if (name === '' || /^(focus|pet|barcode)$/i.test(type)) return []
    const parts = ['Area', 'DLYArea', 'ALGArea'].flatMap((part) => structsOf(region.fields.get(`${prefix}:${part}`)))
    return [{ tag, name: kept(name), region: parts[0] ? area(parts[0], turned) : null }]
  })
}

/** Some programs count in the picture as shown: then what they say it measures is its measure upright. */
function alreadyUpright(applied: XmpStruct | undefined, { width, height, orientation }: Stored): boolean {
  if (!applied || !liesSideways(orientation) || width === height) return false
  const said = numbers(applied, ['W', 'H'])
  if (!said) return false
  const [w = 0, h = 0] = said
  return w !== h && w > h !== width > height
}

/** The middle and the measures in fractions of the picture; a point has no measures, and no box. */
function area(struct: XmpStruct, orientation: Orientation): Region | null {
  const unit = textsOf(byLocal(struct, 'Unit'))[0] ?? 'normalized'
  const said = numbers(struct, ['X', 'Y', 'W', 'H'])
  if (!said || unit !== 'normalized') return null
  const [x = 0, y = 0, width = 0, height = 0] = said
  return boundRegion(regionUpright({ x: x - width / 2, y: y - height / 2, width, height }, orientation))
}

/** `x, y, width, height` from the upper left, in fractions (Microsoft, People Tagging Overview). */
function microsoftRegions(value: XmpValue | undefined, { orientation }: Stored): NamedUnder[] {
  const [info] = structsOf(value)
  return structsOf(info?.fields.get('MPRI:Regions')).map((region) => {
    const name = textsOf(region.fields.get('MPReg:PersonDisplayName'))[0] ?? ''
    const rectangle = textsOf(region.fields.get('MPReg:Rectangle'))[0] ?? ''
    const [x = Number.NaN, y = 0, width = 0, height = 0] = rectangle.split(',').map(Number)
    return {
      tag: 'XMP-MP:RegionInfo',
      name: kept(name),
      region: boundRegion(regionUpright({ x, y, width, height }, orientation)),
    }
  })
}

/** Rectangles in fractions; of circles and polygons only the names are taken. */
function iptcRegions(value: XmpValue | undefined, { orientation }: Stored): NamedUnder[] {
  return structsOf(value).flatMap((region) => {
    const boundary = structsOf(region.fields.get('iptcExt:RegionBoundary'))[0]
    const unit = boundary ? textsOf(byLocal(boundary, 'RbUnit'))[0] : ''
    const said = boundary && unit === 'relative' ? numbers(boundary, ['RbX', 'RbY', 'RbW', 'RbH']) : null
    const [x = 0, y = 0, width = 0, height = 0] = said ?? []
    const box = said ? boundRegion(regionUpright({ x, y, width, height }, orientation)) : null
    const people = textsOf(region.fields.get('iptcExt:PersonInImage'))
    const names = people.length > 0 ? people : textsOf(region.fields.get('iptcExt:Name')).slice(0, 1)
    return names.map((name) => ({
      tag: 'XMP-iptcExt:ImageRegion',
      name: kept(name),
      region: names.length === 1 ? box : null,
    }))
  })
}

function byLocal({ fields }: XmpStruct, local: string): XmpValue | undefined {
  for (const [name, value] of fields) if (name.endsWith(`:${local}`)) return value
  return undefined
}

function numbers(struct: XmpStruct, names: string[]): number[] | null {
  const found = names.map((name) => Number.parseFloat(textsOf(byLocal(struct, name))[0] ?? ''))
  return found.every(Number.isFinite) ? found : null
}

function structsOf(value: XmpValue | undefined): XmpStruct[] {
  if (value === undefined || typeof value === 'string') return []
  return 'fields' in value ? [value] : value.list.flatMap((one) => structsOf(one.value))
}

/** Texts of a value; of alternatives the one for everybody first. */
export function textsOf(value: XmpValue | undefined): string[] {
  if (value === undefined) return []
  if (typeof value === 'string') return [value]
  return 'list' in value ? value.list.flatMap((one) => (typeof one.value === 'string' ? [one.value] : [])) : []
}
