import { nearestName } from '#core/text/nearest'
import { delimiters, insideOf, listWith, lookUp, namesIn, type Purpose, type Scope, scopeOf } from './placeholders'

/** Something of a template that has to be mended before it can be used. */
export interface TemplateProblem {
  kind:
    | 'unknown'
    | 'outsideList'
    | 'unknownList'
    | 'open'
    | 'closedNotOpened'
    | 'notClosed'
    | 'pictureElsewhere'
    | 'nothing'
  /** The placeholder as it stands there. */
  name: string
  /** Where it stands: part of the document, number of the paragraph in it, the words of that paragraph. */
  part: TemplatePlace
  paragraph: number
  context: string
  /** The name that was probably meant; null where none is near. */
  nearest: string | null
}

export type TemplatePlace = 'body' | 'header' | 'footer' | 'notes'

/** What a check found: nothing in `problems` means that the template can be used. */
export interface TemplateCheck {
  problems: TemplateProblem[]
  /** Names of the placeholders that it uses, as the data file writes them. */
  used: string[]
}

interface Paragraph {
  text: string
  number: number
}

/** Parts of a Word file that may hold placeholders. */
const places: [RegExp, TemplatePlace][] = [
  [/^word\/document\.xml$/, 'body'],
  [/^word\/header\d*\.xml$/, 'header'],
  [/^word\/footer\d*\.xml$/, 'footer'],
  [/^word\/(footnotes|endnotes)\.xml$/, 'notes'],
]

export const placeOf = (path: string): TemplatePlace | null => places.find(([shape]) => shape.test(path))?.[1] ?? null

/**
 * Looks through a template for placeholders that are not known, not closed, or where they cannot be.
 * Placeholders that Word has spread over several runs are one.
 * @param parts path and XML of each part that may hold any
 */
export function checkTemplate(parts: readonly { path: string; xml: string }[], purpose: Purpose): TemplateCheck {
  const problems: TemplateProblem[] = []
  const used = new Set<string>()
  for (const { path, xml } of parts) {
    const part = placeOf(path)
    if (part) problems.push(...new PartCheck(part, scopeOf(purpose), used).run(paragraphsOf(xml)))
  }
  if (problems.length === 0 && used.size === 0)
    problems.push({ kind: 'nothing', name: '', part: 'body', paragraph: 0, context: '', nearest: null })
  return { problems: distinct(problems), used: [...used] }
}

class PartCheck {
  private readonly open: { name: string; scope: Scope; at: Paragraph }[] = []
  private readonly problems: TemplateProblem[] = []

  constructor(
    private readonly part: TemplatePlace,
    private readonly top: Scope,
    private readonly used: Set<string>,
  ) {}

  run(paragraphs: Paragraph[]): TemplateProblem[] {
    for (const paragraph of paragraphs) this.paragraph(paragraph)
    for (const { name, at } of this.open) this.note('notClosed', name, at)
    return this.problems
  }

  private paragraph(at: Paragraph): void {
    const { start, end } = delimiters
    for (let from = at.text.indexOf(start); from >= 0; from = at.text.indexOf(start, from)) {
      const to = at.text.indexOf(end, from)
      const next = at.text.indexOf(start, from + start.length)
      if (to < 0 || (next >= 0 && next < to)) {
        this.note('open', at.text.slice(from, from + 40), at)
        from += start.length
        continue
      }
      this.placeholder(at.text.slice(from + start.length, to).trim(), at)
      from = to + end.length
    }
  }

  private placeholder(text: string, at: Paragraph): void {
    const scope = this.open.at(-1)?.scope ?? this.top
    const name = text.replace(/^[#^/]\s*/, '')
    if (text.startsWith('/')) this.close(name, at)
    else if (text.startsWith('#') || text.startsWith('^')) this.begin(name, scope, at)
    else this.field(name, scope, at)
  }

  private field(name: string, scope: Scope, at: Paragraph): void {
    const known = lookUp(scope, 'fields', name)
    const list = known ? null : listWith(scope, name)
    if (list) this.note('outsideList', name, at, `#${list}`)
    else if (!known) this.note('unknown', name, at, nearestName(name, namesIn(scope, 'fields')))
    else if (known.field === 'picture' && this.part !== 'body') this.note('pictureElsewhere', name, at)
    else this.used.add(known.name)
  }

  private begin(name: string, scope: Scope, at: Paragraph): void {
    const inside = insideOf(scope, name)
    if (inside) this.used.add(lookUp(scope, 'lists', name)?.name ?? name)
    else this.note('unknownList', name, at, nearestName(name, namesIn(scope, 'lists')))
    this.open.push({ name, scope: inside ?? scope, at })
  }

  private close(name: string, at: Paragraph): void {
    const last = this.open.pop()
    if (!last) this.note('closedNotOpened', name, at)
    else if (name !== '' && name !== last.name) this.note('notClosed', last.name, last.at, `/${last.name}`)
  }

  private note(kind: TemplateProblem['kind'], name: string, at: Paragraph, nearest: string | null = null): void {
    const context = at.text.length > 160 ? `${at.text.slice(0, 160)}…` : at.text
    this.problems.push({ kind, name, part: this.part, paragraph: at.number, context, nearest })
  }
}

/** The paragraphs of a part with their words in one piece, those of text boxes as well. */
export function paragraphsOf(xml: string): Paragraph[] {
  const found: Paragraph[] = []
  const open: Paragraph[] = []
  let number = 0
  for (const [tag, text] of xml.matchAll(
    /<w:p(?:\s[^>]*)?>|<\/w:p>|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br)\b[^>]*\/>/g,
  )) {
    if (tag.startsWith('</')) {
      const closed = open.pop()
      if (closed) found.push(closed)
    } else if (text !== undefined) {
      const last = open.at(-1)
      if (last) last.text += unescaped(text)
    } else if (tag.startsWith('<w:p')) {
      if (!tag.endsWith('/>')) open.push({ text: '', number: ++number })
    } else if (open.length > 0) open.at(-1)!.text += ' '
  }
  return found
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (text: string) => text.replace(/&(\w+);/g, (whole, name) => entities[name] ?? whole)

/** Word keeps a text box twice, for itself and for older programs. */
function distinct(problems: TemplateProblem[]): TemplateProblem[] {
  const seen = new Set<string>()
  return problems.filter(({ kind, name, part, context }) => {
    const key = [kind, name, part, context].join('\n')
    return !seen.has(key) && seen.add(key)
  })
}
