import {
  BorderStyle,
  Header,
  type ISectionPropertiesOptions,
  LeaderType,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import type { DeliveryRules } from '../rules'
import { xmlText } from '../words'
import { taking } from './layout/blocks'
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

/** What a paragraph may have beyond its style: other children than plain runs, the company of the next one. */
export interface Beyond {
  children?: ParagraphChild[]
  keepNext?: boolean
  /** Where its right tab stands, in twentieths of a point: dots lead to it. */
  dotsTo?: number | undefined
}

/** A paragraph in a style of the data file. */
export function styled(style: StyleId, text: string, { children, keepNext = false, dotsTo }: Beyond = {}): Paragraph {
  const paragraph = new Paragraph({
    style,
    children: children ?? runs(text),
    ...(keepNext ? { keepNext } : {}),
    ...(dotsTo ? { tabStops: [{ type: TabStopType.RIGHT, position: dotsTo, leader: LeaderType.DOT }] } : {}),
  })
  return taking(paragraph, { kind: 'text', style, text: xmlText(text), keepNext })
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
  const number = styled('Header', '', { children: [new TextRun({ children: [PageNumber.CURRENT] })] })
  if (!running) return new Header({ children: [number] })
  const line = new Paragraph({
    style: 'RunningHead',
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth(rules) }],
    border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 1, color: '808080' } },
    children: [...runs(running.left), new TextRun({ children: [new Tab()] }), ...runs(running.right)],
  })
  return new Header({ children: [number, line] })
}
