import type { Archive } from '#archive/archive'
import { KhoError } from '#core/errors'
import type { Template } from '#core/model/template'

/** @throws KhoError record-missing */
export async function templateOf(archive: Archive, id: string): Promise<Template> {
  const template = await archive.get('template', id)
  if (!template) throw new KhoError('record-missing', { args: { kind: 'template', id } })
  return template
}
