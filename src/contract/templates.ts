import { z } from 'zod'
import { Id } from '#core/model/common'
import { Template, TemplatePurpose } from '#core/model/template'
import { change, query } from './operation'

const Nothing = z.object({})

/** Something of a template that has to be mended; the words stand in the locale files under `template.problem`. */
export const TemplateProblem = z.object({
  kind: z.enum([
    'unknown',
    'outsideList',
    'unknownList',
    'open',
    'closedNotOpened',
    'notClosed',
    'pictureElsewhere',
    'nothing',
  ]),
  /** The placeholder as it stands there. */
  name: z.string(),
  part: z.enum(['body', 'header', 'footer', 'notes']),
  /** Which paragraph of that part, and its words. */
  paragraph: z.number().int(),
  context: z.string(),
  /** The name that was probably meant. */
  nearest: z.string().nullable(),
})
export type TemplateProblem = z.infer<typeof TemplateProblem>

export const TemplateCheck = z.object({
  problems: z.array(TemplateProblem),
  /** Placeholders that it uses. */
  used: z.array(z.string()),
  /** Ties to files of other machines that are cut when it is filled. */
  cut: z.array(z.string()),
})
export type TemplateCheck = z.infer<typeof TemplateCheck>

/** A placeholder; `within` names the list between whose marks it stands, `kind` whether it opens one itself. */
export const TemplateField = z.object({
  name: z.string(),
  field: z.string(),
  kind: z.enum(['text', 'picture', 'list']),
  within: z.string().nullable(),
})
export type TemplateField = z.infer<typeof TemplateField>

/** Which template an export fills: the one that the archive uses, none, a kept one, or a file. */
export const TemplateChoice = z.union([
  z.literal('in-use'),
  z.literal('none'),
  z.object({ id: Id }),
  z.object({ path: z.string().min(1) }),
])
export type TemplateChoice = z.infer<typeof TemplateChoice>

const path = z.string().min(1)

export const templateOperations = {
  'template.list': query(Nothing, z.object({ templates: z.array(Template) })),
  /** The names that a template of a purpose may use; no archive is needed. */
  'template.fields': query(
    z.object({ purpose: TemplatePurpose }),
    z.object({ fields: z.array(TemplateField), open: z.string(), close: z.string() }),
  ),
  /** What is wrong with a template, if anything; no archive is needed. Errors: template-unsafe. */
  'template.check': query(z.object({ path, purpose: TemplatePurpose }), TemplateCheck),
  /** Keeps a template, and uses it from now on. Errors: template-unsafe, template-wrong (the first problem). */
  'template.add': change(
    z.object({ path, purpose: TemplatePurpose, name: z.string().trim().max(200).default('') }),
    Template,
  ),
  /** Puts another file in the place of a kept template's: its name, purpose and use stay. Errors as of `template.add`. */
  'template.replace': change(z.object({ id: Id, path }), Template),
  /** Uses a kept template from now on, or none of its purpose. */
  'template.use': change(z.object({ id: Id, inUse: z.boolean().default(true) }), Template),
  'template.remove': change(z.object({ id: Id }), Nothing),
  /** Writes a template into a folder: a kept one as it came, or a simple one of a purpose to begin with. */
  'template.save': query(
    z.object({ of: z.union([z.object({ id: Id }), z.object({ purpose: TemplatePurpose })]), folder: path }),
    z.object({ path: z.string() }),
  ),
} as const
