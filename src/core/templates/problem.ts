/** Looks up a message of `template.json`. */
type TemplateWords = (key: string, args?: Record<string, string>) => string

interface Problem {
  kind: string
  name: string
  part: string
  paragraph: number
  context: string
  nearest: string | null
}

/**
 * What is wrong at a placeholder of a template as people read it: what, what was probably meant, and where it stands.
 * A template that holds no placeholder at all has no such place.
 */
export function problemSentence(words: TemplateWords, problem: Problem): { what: string; where: string | null } {
  const { kind, name, nearest, part, paragraph, context } = problem
  const what = words(`template.problem.${kind}`, { name })
  const meant = nearest === null ? '' : ` (${meaning(words, kind, nearest)})`
  if (kind === 'nothing') return { what, where: null }
  const place = { part: words(`template.part.${part}`), paragraph: String(paragraph), context }
  return { what: `${what}${meant}`, where: words('template.where', place) }
}

/** For what belongs into a list, its marks; else the name that was probably meant. */
function meaning(words: TemplateWords, kind: string, nearest: string): string {
  if (kind !== 'outsideList') return words('template.nearest', { nearest })
  const list = nearest.replace(/^#/, '')
  return words('template.between', { open: `{{#${list}}}`, close: `{{/${list}}}` })
}
