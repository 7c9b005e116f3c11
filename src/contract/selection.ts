import { z } from 'zod'
import { Id } from '#core/model/common'
import { ArticleTerms } from '#core/model/views'

/** Which articles something takes: named ones, or all that a query finds. */
export const Selection = z.union([z.object({ ids: z.array(Id).min(1) }), z.object({ query: ArticleTerms })])
export type Selection = z.infer<typeof Selection>

export const ExportReport = z.object({
  folder: z.string(),
  files: z.array(z.object({ path: z.string(), size: z.number().int(), articles: z.number().int() })),
})
export type ExportReport = z.infer<typeof ExportReport>

type Bare<T> = T extends z.ZodDefault<infer Inner> ? Inner : T
type Patch<S extends z.ZodRawShape> = z.ZodObject<{ [K in keyof S]: z.ZodOptional<Bare<S[K]> & z.core.SomeType> }>

/** A schema of changes: every field may be left out, and what is left out is not filled with its default. */
export function patchOf<S extends z.ZodRawShape>(shape: S): Patch<S> {
  const fields = Object.entries(shape).map(([name, field]) => {
    const bare = field instanceof z.ZodDefault ? field.unwrap() : field
    return [name, z.optional(bare as z.ZodType)]
  })
  return z.object(Object.fromEntries(fields)) as unknown as Patch<S>
}
