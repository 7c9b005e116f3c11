import { KhoError } from '#core/errors'
import type { Part } from '../word/container'
import { parseXml, type XmlHandler } from '../word/xml'

const mostStrings = 4_000_000

/** The text of `t` elements of a string or cell, without the reading aids (`rPh`) of East Asian scripts. */
export class RunText {
  private text = ''
  private open = 0
  private aside = 0

  enter(name: string): void {
    if (name === 't') this.open += 1
    else if (name === 'rPh') this.aside += 1
  }

  leave(name: string): void {
    if (name === 't') this.open -= 1
    else if (name === 'rPh') this.aside -= 1
  }

  add(value: string): void {
    if (this.open > 0 && this.aside === 0) this.text += value
  }

  /** What came together; begins anew. */
  take(): string {
    const text = unescaped(this.text)
    this.text = ''
    this.open = 0
    this.aside = 0
    return text
  }
}

/** Characters that XML cannot hold stand as `_x000D_` (ECMA-376, 22.9.2.19); line ends become one kind. */
export function unescaped(text: string): string {
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\r\n?/g, '\n')
}

/** @throws KhoError file-hostile for more strings than any sheet can use, and as `parseXml` */
export async function sharedStrings(part: Part | null, file: string): Promise<string[]> {
  const strings: string[] = []
  if (!part) return strings
  const run = new RunText()
  const handler: XmlHandler = {
    open: (name) => run.enter(name),
    close(name) {
      run.leave(name)
      if (name !== 'si') return
      strings.push(run.take())
      if (strings.length > mostStrings) throw new KhoError('file-hostile', { file, cause: 'too many strings' })
    },
    text: (value) => run.add(value),
  }
  await parseXml(part.chunks(), handler, file)
  return strings
}
