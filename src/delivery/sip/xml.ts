import { xmlText } from '../words'

/** An element with its attributes and what is in it: text or other elements. Empty attributes are left out. */
export interface Element {
  name: string
  attributes: Record<string, string>
  inside: string | Element[]
}

export const element = (
  name: string,
  attributes: Record<string, string> = {},
  inside: string | Element[] = [],
): Element => ({ name, attributes, inside })

/** An XML document, indented; the same elements give the same text. */
export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}`
}

function written({ name, attributes, inside }: Element, indent: string): string {
  const told = Object.entries(attributes)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')
  const start = `${indent}<${name}${told}`
  if (typeof inside === 'string') return inside === '' ? `${start}/>\n` : `${start}>${escaped(inside)}</${name}>\n`
  if (inside.length === 0) return `${start}/>\n`
  return `${start}>\n${inside.map((one) => written(one, `${indent}  `)).join('')}${indent}</${name}>\n`
}

function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return xmlText(text).replace(/[&<>"]/g, (mark) => entities[mark] ?? mark)
}
