import type ExcelJS from 'exceljs'
import type { ColumnRule, LookRule } from '../rules'

type Style = Partial<ExcelJS.Style>
export type CellLook = 'plain' | 'text' | 'date' | 'link'

/** How a line above or below the table looks. */
export interface LineLook {
  bold?: boolean
  italic?: boolean
  underline?: boolean
  size?: number
  align?: 'left' | 'center' | 'right'
}

/** The styles of one workbook by look: one object each, so that its style table stays small. */
export class Looks {
  private readonly known = new Map<string, Style>()

  constructor(
    private readonly look: LookRule & { font: string; linkColour: string },
    private readonly register: (style: Style) => number,
  ) {}

  /** The number of a cell's style. */
  cell(column: ColumnRule, look: CellLook): number {
    const horizontal = column.align ?? (column.kind === 'date' ? 'center' : 'left')
    const numFmt = look === 'date' ? 'dd/mm/yyyy' : look === 'text' ? '@' : undefined
    return this.register(
      this.once(`cell ${look} ${horizontal}`, () => ({
        font: this.font(look === 'link' ? { underline: true, color: { argb: this.look.linkColour } } : {}),
        alignment: { vertical: this.look.vertical, wrapText: true, horizontal },
        border: this.border(),
        ...(numFmt ? { numFmt } : {}),
      })),
    )
  }

  /** The number of the style of a heading among the rows. */
  heading(): number {
    return this.register(
      this.once('heading', () => ({
        font: this.font({ bold: true }),
        alignment: { vertical: 'middle', wrapText: true },
        border: this.border(),
      })),
    )
  }

  head(): Style {
    const { headFill } = this.look
    return this.once('head', () => ({
      font: this.font({ bold: true }),
      alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
      border: this.border(),
      numFmt: '@',
      ...(headFill ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: headFill } } } : {}),
    }))
  }

  /** The row of numbers under the head: (1), (2) … */
  numbering(): Style {
    return this.once('numbering', () => ({
      font: this.font({ italic: true, size: this.look.size - 1 }),
      alignment: { horizontal: 'center', vertical: 'middle' },
      border: this.border(),
      numFmt: '@',
    }))
  }

  line({ bold, italic, underline, size = this.look.size, align = 'left' }: LineLook): Style {
    return this.once(`line ${bold} ${italic} ${underline} ${size} ${align}`, () => ({
      font: this.font({ bold, italic, underline, size }),
      alignment: { horizontal: align, vertical: 'middle', wrapText: true },
    }))
  }

  private once(key: string, make: () => Style): Style {
    const known = this.known.get(key)
    if (known) return known
    const made = make()
    this.known.set(key, made)
    return made
  }

  private font(more: Partial<ExcelJS.Font>): Partial<ExcelJS.Font> {
    const { font, size } = this.look
    return { name: font, size, ...more }
  }

  private border(): Partial<ExcelJS.Borders> {
    const line = { style: 'thin', color: { argb: this.look.lineColour } } as const
    return { top: line, bottom: line, left: line, right: line }
  }
}
