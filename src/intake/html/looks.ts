import { attribute, elementsNamed, type HtmlDocument, type HtmlElement, textOf } from './dom'

/** How an element makes its text look; undefined where it leaves that to its surroundings. */
export interface Looks {
  font?: string
  bold?: boolean
  italic?: boolean
  align?: string
  hidden?: boolean
  legacyCapitals?: boolean
}

const LONGEST_SHEET = 500_000

/** The simple rules of a page's own style sheets: `.class`, `tag`, `tag.class`, by selector. */
export function sheetRules(document: HtmlDocument): Map<string, Looks> {
  const rules = new Map<string, Looks>()
  for (const style of elementsNamed(document, 'style')) {
    const sheet = textOf(style)
      .slice(0, LONGEST_SHEET)
      .replace(/<!--|-->/g, '')
      .replace(/\/\*[\s\S]*?\*\//g, '')
    for (const [selectors, declarations] of plainRules(sheet)) {
      const looks = declared(declarations)
      if (Object.keys(looks).length === 0) continue
      for (const selector of selectors.split(',').map((one) => one.trim().toLowerCase())) {
        if (/^[a-z0-9]*(\.[\w-]+)?$/.test(selector)) rules.set(selector, { ...rules.get(selector), ...looks })
      }
    }
  }
  return rules
}

/** Rules that always hold; those for print or small screens inside `@media` do not. */
function* plainRules(sheet: string): Generator<[selectors: string, declarations: string]> {
  let depth = 0
  let from = 0
  let body = 0
  for (const { 0: brace, index } of sheet.matchAll(/[{}]/g)) {
    if (brace === '{') {
      if (depth === 0) body = index
      depth += 1
      continue
    }
    depth = Math.max(0, depth - 1)
    if (depth > 0) continue
    const selectors = sheet.slice(from, body)
    if (!selectors.includes('@')) yield [selectors, sheet.slice(body + 1, index)]
    from = index + 1
  }
}

/** What one element says about looks: its tag, old attributes, the page's rules, its own style. */
export function looksOf(element: HtmlElement, rules: Map<string, Looks>): Looks {
  const tag = element.tagName
  const looks: Looks = { ...byTag(element) }
  Object.assign(looks, rules.get(tag))
  for (const name of attribute(element, 'class').toLowerCase().split(/\s+/).filter(Boolean)) {
    Object.assign(looks, rules.get(`.${name}`), rules.get(`${tag}.${name}`))
  }
  const style = attribute(element, 'style')
  if (style) Object.assign(looks, declared(style))
  if (element.attrs.some((one) => one.name === 'hidden')) looks.hidden = true
  // Pages hide their body until their scripts have run.
  if (tag === 'body' || tag === 'html') looks.hidden = false
  return looks
}

function byTag(element: HtmlElement): Looks {
  const align = attribute(element, 'align').toLowerCase()
  const aligned: Looks = align && element.tagName !== 'img' && element.tagName !== 'table' ? { align } : {}
  switch (element.tagName) {
    case 'b':
    case 'strong':
    case 'th':
      return { ...aligned, bold: true }
    case 'i':
    case 'em':
    case 'cite':
      return { ...aligned, italic: true }
    case 'center':
      return { align: 'center' }
    case 'font':
      return attribute(element, 'face') ? { font: attribute(element, 'face') } : {}
    default:
      return aligned
  }
}

function declared(declarations: string): Looks {
  const looks: Looks = {}
  for (const declaration of declarations.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    const value = declaration
      .slice(colon + 1)
      .replace(/!important/i, '')
      .trim()
    setLook(looks, declaration.slice(0, colon).trim().toLowerCase(), value)
  }
  return looks
}

function setLook(looks: Looks, property: string, value: string): void {
  const plain = value.toLowerCase()
  if (property === 'font-family') looks.font = value
  else if (property === 'font-weight') looks.bold = plain === 'bold' || plain === 'bolder' || Number(plain) >= 600
  else if (property === 'font-style') looks.italic = plain === 'italic' || plain === 'oblique'
  else if (property === 'text-align') looks.align = plain
  else if (property === 'display' && plain === 'none') looks.hidden = true
  else if (property === 'visibility' && plain !== 'visible') looks.hidden = plain === 'hidden' || plain === 'collapse'
}
