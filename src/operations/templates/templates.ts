import type { Archive, ChangeEntry } from '#archive/archive'
import type { Template } from '#core/model/template'
import { sortedVi } from '#core/text/collate'
import { allFields, delimiters } from '#delivery/word/template/placeholders'
import { now, openArchiveOf, writableArchiveOf } from '../context'
import type { Handler } from '../runner'
import { templateOf } from './held'
import { readTemplateFile, refuseWrong } from './open'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Kept templates by name, in Vietnamese order. */
export const listTemplates: Handler<'template.list'> = async (context) => ({
  templates: sortedVi(await all(openArchiveOf(context)), ({ name }) => name),
})

export const templateFields: Handler<'template.fields'> = async (_context, { purpose }) => ({
  fields: allFields(purpose),
  open: delimiters.start,
  close: delimiters.end,
})

export const checkTemplateFile: Handler<'template.check'> = async (context, { path, purpose }) => {
  const { problems, used, cut } = await readTemplateFile(context, path, purpose)
  return { problems, used, cut }
}

/** Keeps a template that can be filled; others of its purpose are no longer used. */
export const addTemplate: Handler<'template.add'> = async (context, { path, purpose, name }) => {
  const archive = writableArchiveOf(context)
  const fileName = context.platform.files.baseName(path)
  const { problems } = await readTemplateFile(context, path, purpose)
  refuseWrong(problems, fileName)
  const at = now(context)
  const meta = { name: fileName, mediaType: wordType, receivedAt: at, role: 'other' as const }
  const after: Template = {
    id: context.platform.ids.next(),
    createdAt: at,
    updatedAt: at,
    name: name || fileName.replace(/\.\w+$/, ''),
    purpose,
    file: await archive.originals.addFile(path, meta),
    inUse: true,
  }
  const kept = await committed(archive, 'template.add', after, await others(archive, after, at))
  context.changed(['template'])
  return kept
}

export const useTemplate: Handler<'template.use'> = async (context, { id, inUse }) => {
  const archive = writableArchiveOf(context)
  const at = now(context)
  const after = { ...(await templateOf(archive, id)), inUse, updatedAt: at }
  const kept = await committed(archive, 'template.use', after, inUse ? await others(archive, after, at) : [])
  context.changed(['template'])
  return kept
}

/** Takes a template away; its file stays with the originals, as every file that came in does. */
export const removeTemplate: Handler<'template.remove'> = async (context, { id }) => {
  const archive = writableArchiveOf(context)
  const { name } = await templateOf(archive, id)
  await archive.commit({
    operation: 'template.remove',
    args: { name },
    entries: [{ kind: 'template', id, after: null }],
  })
  context.changed(['template'])
  return {}
}

const all = async (archive: Archive): Promise<Template[]> => archive.getMany('template', await archive.ids('template'))

/** Templates of the same purpose that give way to another. */
async function others(archive: Archive, { id, purpose }: Template, at: string): Promise<ChangeEntry[]> {
  return (await all(archive))
    .filter((one) => one.inUse && one.purpose === purpose && one.id !== id)
    .map((one) => ({ kind: 'template', id: one.id, after: { ...one, inUse: false, updatedAt: at } }))
}

async function committed(archive: Archive, operation: string, after: Template, more: ChangeEntry[]): Promise<Template> {
  const entries: ChangeEntry[] = [{ kind: 'template', id: after.id, after }, ...more]
  await archive.commit({ operation, args: { name: after.name }, entries })
  return after
}
