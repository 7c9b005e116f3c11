import {
  BorderStyle,
  Header,
  type ISectionPropertiesOptions,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import type { DeliveryRules } from '../rules'
import { xmlText } from '../words'
import { blocksOf, taking } from './layout/blocks'
import { twips } from './layout/units'
import type { StyleId } from './styles'

/** Text as runs; a line end becomes a line break, a tab stays one. */
export function runs(text: string): TextRun[] {
  return xmlText(text)
    .split('\n')
    .map((line, index) => {
      const [first = '', ...rest] = line.split('\t')
      const children = [first, ...rest.flatMap((piece) => [new Tab(), piece])].filter((piece) => piece !== '')
      return new TextRun({ children, ...(index > 0 ? { break: 1 } : {}) })
    })
}

/** A paragraph in a style of the data file; `children` where its text is more than plain runs. */
export function styled(style: StyleId, text: string, children: ParagraphChild[] = runs(text)): Paragraph {
  return taking(new Paragraph({ style, children }), { kind: 'text', style, text: xmlText(text) })
}

/** Width between the margins, in twips. */
export function textWidth({ page }: DeliveryRules): number {
  return twips(page.paper.widthMm - page.marginsMm.left - page.marginsMm.right)
}

/**
 * Paper and margins of a section. Nghị định 30/2020/NĐ-CP: no number on page 1, hence `titlePage`
 * on the first section.
 */
export function pageProperties({ page }: DeliveryRules, options: { titlePage: boolean }): ISectionPropertiesOptions {
  const { top, bottom, left, right, header, footer } = page.marginsMm
  return {
    titlePage: options.titlePage,
    page: {
      size: { width: twips(page.paper.widthMm), height: twips(page.paper.heightMm) },
      margin: {
        top: twips(top),
        bottom: twips(bottom),
        left: twips(left),
        right: twips(right),
        header: twips(header),
        footer: twips(footer),
      },
    },
  }
}

/** The page number centred in the top margin, and under it, where given, a running head left and right. */
export function pageHeader(rules: DeliveryRules, running?: { left: string; right: string }): Header {
  const number = styled('Header', '', [new TextRun({ children: [PageNumber.CURRENT] })])
  if (!running) return new Header({ children: [number] })
  const line = new Paragraph({
    style: 'RunningHead',
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth(rules) }],
    border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 1, color: '808080' } },
    children: [...runs(running.left), new TextRun({ children: [new Tab()] }), ...runs(running.right)],
  })
  return new Header({ children: [number, line] })
}

const line = { style: BorderStyle.SINGLE, size: 4, color: 'A0A0A0' } as const

/** A table over the text width with thin lines; `head` is repeated on every page. */
export function ruledTable(
  rules: DeliveryRules,
  widths: number[],
  head: Paragraph[] | null,
  rows: Paragraph[][][],
): Table {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const columnWidths = widths.map((width) => Math.round((textWidth(rules) * width) / total))
  const cells = (row: Paragraph[][]) =>
    row.map(
      (children, column) => new TableCell({ width: { size: columnWidths[column]!, type: WidthType.DXA }, children }),
    )
  // A long list may go over the page; a few lines stay together.
  const whole = (row: Paragraph[][]) => row.every((cell) => cell.length <= 4)
  const table = new Table({
    width: { size: textWidth(rules), type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    margins: { left: cellPadding, right: cellPadding, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [
      ...(head
        ? [new TableRow({ tableHeader: true, cantSplit: true, children: cells(head.map((one) => [one])) })]
        : []),
      ...rows.map((row) => new TableRow({ cantSplit: whole(row), children: cells(row) })),
    ],
  })
  const taken = (row: Paragraph[][]) => ({ cells: row.map((cell) => blocksOf(cell) ?? []), whole: whole(row) })
  return taking(table, {
    kind: 'table',
    columnWidths: columnWidths.map((width) => width / 20),
    padding: cellPadding / 20,
    head: head ? taken(head.map((one) => [one])) : null,
    rows: rows.map(taken),
  })
}

const cellPadding = 80
