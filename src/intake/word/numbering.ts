import type { Attributes, XmlHandler } from './xml'

interface Level {
  start: number
  format: string
  text: string
}

/** A list as used: its definition, and the levels it starts or shows otherwise. */
interface List {
  abstract: string
  starts: Map<number, number>
  levels: Map<number, Level>
}

/** The numbers Word shows before paragraphs but does not store in them (ECMA-376 Part 1, 17.9). */
export class Numbering {
  private readonly abstracts = new Map<string, Map<number, Level>>()
  private readonly lists = new Map<string, List>()
  private readonly counters = new Map<string, number[]>()
  private readonly begun = new Set<string>()

  setLevel(abstract: string, level: number, value: Level): void {
    const levels = this.abstracts.get(abstract) ?? new Map<number, Level>()
    this.abstracts.set(abstract, levels.set(level, value))
  }

  setList(id: string, list: List): void {
    this.lists.set(id, list)
  }

  /**
   * Counts one paragraph.
   * @returns its number as shown ("2.1", "b)", "IV."); empty for bullets
   */
  next(list: string, level: number): string {
    const used = this.lists.get(list)
    if (!used || level > 8) return ''
    const levels = new Map([...(this.abstracts.get(used.abstract) ?? []), ...used.levels])
    const own = levels.get(level)
    if (!own) return ''
    const counters = this.counters.get(used.abstract) ?? []
    this.counters.set(used.abstract, counters)
    if (!this.begun.has(list)) {
      this.begun.add(list)
      for (const at of used.starts.keys()) counters[at] = (used.starts.get(at) as number) - 1
    }
    counters[level] = (counters[level] ?? own.start - 1) + 1
    counters.length = level + 1
    if (own.format === 'bullet' || own.format === 'none') return ''
    return own.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const shown = levels.get(at)
      return numeral(counters[at] ?? shown?.start ?? 1, shown?.format ?? 'decimal')
    })
  }
}

function numeral(value: number, format: string): string {
  if (format === 'decimalZero') return String(value).padStart(2, '0')
  if (format.endsWith('Letter')) {
    const letter = String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(9, Math.ceil(value / 26)))
    return format === 'upperLetter' ? letter.toUpperCase() : letter
  }
  if (format.endsWith('Roman')) return format === 'upperRoman' ? roman(value) : roman(value).toLowerCase()
  return String(value)
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  const steps: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = value
  let text = ''
  for (const [step, letters] of steps) {
    text += letters.repeat(Math.floor(rest / step))
    rest %= step
  }
  return text
}

/** Reads word/numbering.xml into `numbering`. */
export class NumberingReader implements XmlHandler {
  private abstract: string | null = null
  private list: (List & { id: string }) | null = null
  private at = 0
  private level: Level | null = null
  private readonly numbering: Numbering

  constructor(numbering: Numbering) {
    this.numbering = numbering
  }

  open(name: string, attributes: Attributes): void {
    const { val = '' } = attributes
    if (name === 'w:abstractNum') this.abstract = attributes.abstractNumId ?? ''
    else if (name === 'w:num')
      this.list = { id: attributes.numId ?? '', abstract: '', starts: new Map(), levels: new Map() }
    else if (name === 'w:abstractNumId' && this.list) this.list.abstract = val
    else if (name === 'w:lvlOverride') this.at = Number(attributes.ilvl)
    else if (name === 'w:startOverride') this.list?.starts.set(this.at, Number(val))
    else if (name === 'w:lvl') {
      this.at = Number(attributes.ilvl)
      this.level = { start: 1, format: 'decimal', text: '' }
    } else if (this.level && name === 'w:start') this.level.start = Number(val)
    else if (this.level && name === 'w:numFmt') this.level.format = val
    else if (this.level && name === 'w:lvlText') this.level.text = val
  }

  close(name: string): void {
    if (name === 'w:abstractNum') this.abstract = null
    if (name === 'w:num' && this.list) {
      this.numbering.setList(this.list.id, this.list)
      this.list = null
    }
    if (name === 'w:lvl' && this.level) {
      if (this.abstract !== null) this.numbering.setLevel(this.abstract, this.at, this.level)
      else this.list?.levels.set(this.at, this.level)
      this.level = null
    }
  }

  text(): void {}
}
