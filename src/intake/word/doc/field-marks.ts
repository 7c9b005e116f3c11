import type { Fields } from '../fields'

/** Begin, separator and end of fields: their code is no text, their result is. */
export class FieldMarks {
  private readonly open: ('code' | 'result')[] = []

  constructor(private readonly fields: Fields) {}

  get inCode(): boolean {
    return this.open.at(-1) === 'code'
  }

  code(text: string): void {
    this.fields.code(text)
  }

  mark(mark: number): void {
    this.fields.mark('')
    if (mark === 0x13) this.open.push('code')
    else if (mark === 0x15) this.open.pop()
    else if (this.open.length > 0) this.open[this.open.length - 1] = 'result'
  }
}
