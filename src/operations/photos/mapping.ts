import { KhoError } from '#core/errors'
import { photoMappingId } from '#core/model/mapping'
import {
  candidatesOf,
  type MappedField,
  mappedFields,
  type PhotoMapping,
  type PhotoRules,
} from '#core/pictures/mapping'
import { now, type OperationContext, openArchiveOf, writableArchiveOf } from '../context'
import { sidecarsBeside } from '../intake/sidecars'
import { readPicture } from '../intake/take-photo'
import type { Handler } from '../runner'
import { readInside } from './inside'
import { photoOf } from './photos'
import { photoRules, shippedPhotoRules } from './rules'

export const getMapping: Handler<'photo.mapping'> = async (context) => {
  const { archive } = context
  const rules = await photoRules(context, archive)
  const shipped = await shippedPhotoRules(context.platform.resources)
  const tags = mappedFields.map((field) => [field, tagsOf(field, shipped, rules.mapping)] as const)
  return {
    mapping: rules.mapping,
    own: Boolean(await archive?.get('mapping', photoMappingId)),
    tags: Object.fromEntries(tags) as Record<MappedField, string[]>,
  }
}

/** Tags that may fill a field: those shipped, those that may be added, and what the archive wrote itself. */
function tagsOf(field: MappedField, shipped: PhotoRules, own: PhotoMapping): string[] {
  return [...new Set([...shipped.mapping.fields[field].from, ...shipped.further[field], ...own.fields[field].from])]
}

export const getInside: Handler<'photo.inside'> = async (context, input) => {
  const file = 'id' in input ? await kept(context, input.id) : await found(context, input.path)
  const read = await readPicture(context, file)
  const own = await photoRules(context, context.archive)
  const rules = input.mapping ? { ...own, mapping: input.mapping } : own
  const said = { words: read.inside, named: read.named }
  const { mediaType, width, height, gps, credentials } = read
  return {
    name: file.name,
    ...{ mediaType, width, height, gps, credentials },
    words: read.inside,
    named: read.named,
    sidecars: file.sidecarNames,
    fields: mappedFields.map((field) => ({ field, candidates: candidatesOf(field, said, rules) })),
    warnings: readInside(read, file.name, rules).warnings,
  }
}

interface PictureFile {
  path: string
  name: string
  sidecars: string[]
  sidecarNames: string[]
}

async function kept(context: OperationContext, id: string): Promise<PictureFile> {
  const archive = openArchiveOf(context)
  const { file, sidecars = [] } = await photoOf(archive, id)
  return {
    path: archive.originals.pathOf(file),
    name: file.name,
    sidecars: sidecars.map((one) => archive.originals.pathOf(one)),
    sidecarNames: sidecars.map(({ name }) => name),
  }
}

/** A file of the user's disk, with the .xmp files beside it. */
async function found({ platform: { files } }: OperationContext, path: string): Promise<PictureFile> {
  const stat = await files.stat(path)
  if (!stat) throw new KhoError('file-missing', { file: path })
  const sidecars = await sidecarsBeside([path], files)
  return { path, name: files.baseName(path), sidecars, sidecarNames: sidecars.map((one) => files.baseName(one)) }
}

export const saveMapping: Handler<'photo.saveMapping'> = async (context, { mapping }) => {
  const archive = writableArchiveOf(context)
  const held = await archive.get('mapping', photoMappingId)
  if (!mapping && !held) return {}
  const at = now(context)
  const after = mapping && { id: photoMappingId, createdAt: held?.createdAt ?? at, updatedAt: at, ...mapping }
  await archive.commit({
    operation: 'photo.saveMapping',
    args: {},
    entries: [{ kind: 'mapping', id: photoMappingId, after }],
  })
  context.changed(['mapping'])
  return {}
}
