import type { Archive, ChangeEntry } from '#archive/archive'
import type { Template, TemplatePurpose } from '#core/model/template'
import { sortedVi } from '#core/text/collate'
import { writeAside } from '#delivery/aside'
import { allFields, delimiters } from '#delivery/word/template/placeholders'
import { writeStarter } from '#delivery/word/template/starter'
import { now, type OperationContext, openArchiveOf, writableArchiveOf } from '../context'
import type { Handler } from '../runner'
import { templateOf } from './held'
import { readTemplateFile, refuseWrong } from './open'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const templateType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.template'

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
  const at = now(context)
  const file = await fitting(context, archive, path, purpose)
  const after: Template = {
    id: context.platform.ids.next(),
    createdAt: at,
    updatedAt: at,
    name: name || file.name.replace(/\.\w+$/, ''),
    purpose,
    file,
    inUse: true,
  }
  const kept = await committed(archive, 'template.add', after, await others(archive, after, at))
  context.changed(['template'])
  return kept
}

/** The same template by another file: what was mended in Word. The former file stays with the originals. */
export const replaceTemplate: Handler<'template.replace'> = async (context, { id, path }) => {
  const archive = writableArchiveOf(context)
  const before = await templateOf(archive, id)
  const file = await fitting(context, archive, path, before.purpose)
  const kept = await committed(archive, 'template.replace', { ...before, file, updatedAt: now(context) }, [])
  context.changed(['template'])
  return kept
}

/**
 * A template file among the originals, once it is known that it can be filled.
 * @throws KhoError template-unsafe, template-wrong
 */
async function fitting(context: OperationContext, archive: Archive, path: string, purpose: TemplatePurpose) {
  const name = context.platform.files.baseName(path)
  const { problems } = await readTemplateFile(context, path, purpose)
  refuseWrong(problems, name)
  const mediaType = /\.dotx$/i.test(name) ? templateType : wordType
  return archive.originals.addFile(path, { name, mediaType, receivedAt: now(context), role: 'other' })
}

/** A kept template as it came, or one to begin with, beside what is there. */
export const saveTemplate: Handler<'template.save'> = async (context, { of, folder }, work) => {
  const { files } = context.platform
  if ('purpose' in of) return writeStarter(of.purpose, folder, files, work.signal)
  const archive = openArchiveOf(context)
  const { file } = await templateOf(archive, of.id)
  return writeAside(files, folder, work.signal, async (copy) => {
    await copy.write(await files.read(archive.originals.pathOf(file)))
    return copy.finish(files.join(folder, file.name))
  })
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
