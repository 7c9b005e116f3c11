import type { Archive } from '#archive/archive'
import { KhoError } from '#core/errors'
import { photoMappingId } from '#core/model/mapping'
import { PhotoRules } from '#core/pictures/mapping'
import type { Resources } from '#platform/ports'
import type { OperationContext } from '../context'

const shipped = new WeakMap<Resources, Promise<PhotoRules>>()

/**
 * The rule shipped by which words inside pictures become fields (resources/photos/mapping.json).
 * @throws KhoError file-damaged
 */
export function shippedPhotoRules(resources: Resources): Promise<PhotoRules> {
  const held = shipped.get(resources)
  if (held) return held
  const rules = load(resources)
  shipped.set(resources, rules)
  rules.catch(() => shipped.delete(resources))
  return rules
}

/** The same with the mapping of the archive where it has one of its own. */
export async function photoRules(context: OperationContext, archive: Archive | null): Promise<PhotoRules> {
  const rules = await shippedPhotoRules(context.platform.resources)
  const own = await archive?.get('mapping', photoMappingId)
  if (!own) return rules
  // A field that came after the archive wrote its mapping goes by the one shipped.
  return { ...rules, mapping: { fields: { ...rules.mapping.fields, ...own.fields }, sidecarFirst: own.sidecarFirst } }
}

async function load(resources: Resources): Promise<PhotoRules> {
  const parsed = PhotoRules.safeParse(await resources.json('photos', 'mapping.json'))
  if (parsed.success) return parsed.data
  const detail = parsed.error.issues[0]?.path.join('.') ?? ''
  throw new KhoError('file-damaged', { file: resources.path('photos', 'mapping.json'), args: { detail } })
}
