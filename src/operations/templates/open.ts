import type { Archive } from '#archive/archive'
import type { TemplateChoice, TemplateProblem } from '#contract/templates'
import { KhoError } from '#core/errors'
import type { TemplatePurpose } from '#core/model/template'
import { checkTemplate, type TemplateCheck } from '#delivery/word/template/check'
import type { OpenTemplate } from '#delivery/word/template/fill'
import { type ReaderRequest, readerLimits, type TemplateRead } from '#intake/protocol'
import type { OperationContext } from '../context'
import { templateOf } from './held'

/** A template as the reader process took it apart, and what is wrong with it. */
export interface ReadTemplate extends TemplateCheck {
  parts: TemplateRead['parts']
  cut: string[]
}

/**
 * Opens a template file in the reader process and looks through it.
 * @throws KhoError template-unsafe and what the reader answers
 */
export async function readTemplateFile(
  context: OperationContext,
  path: string,
  purpose: TemplatePurpose,
  name = context.platform.files.baseName(path),
): Promise<ReadTemplate> {
  const { readers } = context.platform
  const request = { kind: 'template', path, name } as const
  const { parts, cut } = await readers.run<ReaderRequest, TemplateRead>(request, { timeoutMs: readerLimits.timeMs })
  const decoder = new TextDecoder()
  const texts = parts
    .filter(({ path }) => path.startsWith('word/') && path.endsWith('.xml'))
    .map(({ path, bytes }) => ({ path, xml: decoder.decode(bytes) }))
  return { parts, cut, ...checkTemplate(texts, purpose) }
}

/**
 * The template that an export asks for, checked; null where it is to be written in the program's own way.
 * @throws KhoError record-missing, template-unsafe, template-wrong
 */
export async function chosenTemplate(
  context: OperationContext,
  archive: Archive,
  choice: TemplateChoice,
  purpose: TemplatePurpose,
): Promise<OpenTemplate | null> {
  if (choice === 'none') return null
  const found = await fileOf(context, archive, choice, purpose)
  if (!found) return null
  const read = await readTemplateFile(context, found.path, purpose, found.name)
  refuseWrong(read.problems, found.name)
  return { name: found.name, purpose, parts: read.parts }
}

async function fileOf(
  context: OperationContext,
  archive: Archive,
  choice: Exclude<TemplateChoice, 'none'>,
  purpose: TemplatePurpose,
): Promise<{ path: string; name: string } | null> {
  if (choice !== 'in-use' && 'path' in choice)
    return { path: choice.path, name: context.platform.files.baseName(choice.path) }
  if (choice !== 'in-use') {
    const template = await templateOf(archive, choice.id)
    if (template.purpose !== purpose)
      throw new KhoError('record-missing', { args: { kind: 'template', id: choice.id } })
    return { path: archive.originals.pathOf(template.file), name: template.file.name }
  }
  const all = await archive.getMany('template', await archive.ids('template'))
  const used = all.find((one) => one.inUse && one.purpose === purpose)
  return used ? { path: archive.originals.pathOf(used.file), name: used.file.name } : null
}

/** @throws KhoError template-wrong with the first problem, named by place and nearest name */
export function refuseWrong([first]: readonly TemplateProblem[], file: string): void {
  if (!first) return
  const { kind, name, part, paragraph, context, nearest } = first
  throw new KhoError('template-wrong', {
    file,
    args: { kind, name, part, paragraph: String(paragraph), context, nearest: nearest ?? 'none' },
  })
}
