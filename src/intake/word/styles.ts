import type { Attributes, XmlHandler } from './xml'

/** What a style says; undefined where it leaves the matter to the style it is based on. */
export interface Style {
  name?: string
  basedOn?: string
  bold?: boolean
  italic?: boolean
  alignment?: string
  outline?: number
  font?: string
  list?: string
  level?: number
}

type Answer = Exclude<keyof Style, 'name' | 'basedOn'>

/** The styles of a document; every question is answered along the chain of base styles. */
export class Styles {
  private readonly byId = new Map<string, Style>()
  private readonly answers = new Map<string, Style[Answer]>()
  defaults: Style = {}
  defaultParagraph: string | null = null

  add(id: string, style: Style): void {
    this.byId.set(id, style)
  }

  /** Style names are fixed in English whatever the language of Word. */
  nameOf(id: string): string {
    return (this.byId.get(id)?.name ?? id).toLowerCase()
  }

  /** @returns what the style or one it is based on says; undefined where none does */
  ask<K extends Answer>(id: string | null, question: K): Style[K] {
    if (id === null) return undefined
    const key = `${id}\n${question}`
    if (!this.answers.has(key)) this.answers.set(key, this.search(id, question))
    return this.answers.get(key) as Style[K]
  }

  private search<K extends Answer>(id: string, question: K): Style[K] {
    const visited = new Set<string>()
    for (let at: string | undefined = id; at !== undefined && !visited.has(at); at = this.byId.get(at)?.basedOn) {
      visited.add(at)
      const answer = this.byId.get(at)?.[question]
      if (answer !== undefined) return answer
    }
    return undefined
  }
}

/** OOXML on/off values: present means on, unless said otherwise. */
export function isOn(attributes: Attributes): boolean {
  return !['0', 'false', 'off', 'none'].includes(attributes.val ?? '1')
}

/** The font of Latin letters beyond ASCII, which is where legacy encodings keep theirs. */
export function fontOf(attributes: Attributes): string | undefined {
  return attributes.hAnsi ?? attributes.ascii
}

/** Reads word/styles.xml into `styles`. */
export class StylesReader implements XmlHandler {
  private current: Style | null = null
  private id = ''
  private readonly styles: Styles

  constructor(styles: Styles) {
    this.styles = styles
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'w:docDefaults') this.current = this.styles.defaults
    if (name === 'w:style') {
      this.id = attributes.styleId ?? ''
      this.current = {}
      if (attributes.type === 'paragraph' && ['1', 'true'].includes(attributes.default ?? '')) {
        this.styles.defaultParagraph = this.id
      }
    }
    if (this.current) setProperty(this.current, name, attributes)
  }

  close(name: string): void {
    if (name === 'w:style' && this.current) this.styles.add(this.id, this.current)
    if (name === 'w:style' || name === 'w:docDefaults') this.current = null
  }

  text(): void {}
}

function setProperty(style: Style, name: string, attributes: Attributes): void {
  if (name === 'w:name') style.name = attributes.val
  else if (name === 'w:basedOn') style.basedOn = attributes.val
  else if (name === 'w:b') style.bold = isOn(attributes)
  else if (name === 'w:i') style.italic = isOn(attributes)
  else if (name === 'w:jc') style.alignment = attributes.val
  else if (name === 'w:outlineLvl') style.outline = Number(attributes.val)
  else if (name === 'w:rFonts') style.font = fontOf(attributes) ?? style.font
  else if (name === 'w:numId') style.list = attributes.val
  else if (name === 'w:ilvl') style.level = Number(attributes.val)
}
