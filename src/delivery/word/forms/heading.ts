import { BorderStyle, type FileChild, Paragraph } from 'docx'
import type { DeliveryRules } from '../../rules'
import { taking } from '../layout/blocks'
import { looksOf, textWidth as widthOf } from '../layout/type'
import { textWidth } from '../parts'
import { type Cell, type CellLine, table } from '../table'
import type { FormFacts } from './facts'
import type { FormTexts } from './texts'

/**
 * The heading of an official document (Nghị định 30/2020/NĐ-CP, Phụ lục I): the office and the one above it on
 * the left, Quốc hiệu and Tiêu ngữ on the right, under them number, place and date where the form has them.
 */
export function formHeading(
  rules: DeliveryRules,
  { office }: FormFacts,
  texts: FormTexts,
  { number, placeDate }: { number: boolean; placeDate: boolean },
): FileChild[] {
  const { heading } = rules.wordForms
  const { name, motto } = heading[office.regime]
  const shares = heading.leftShare + heading.rightShare
  const left = (textWidth(rules) * heading.leftShare) / shares
  const right = (textWidth(rules) * heading.rightShare) / shares
  const upper = (text: string) => text.toLocaleUpperCase('vi')
  const from: Cell = [
    ...(office.parentAgency ? [['FormAgencyAbove', upper(office.parentAgency)] satisfies CellLine] : []),
    ['FormAgency', upper(office.agency)],
    rule(left, left * heading.ruleShare),
  ]
  const state: Cell = [
    ['FormState', name],
    ...(motto ? [['FormMotto', motto] satisfies CellLine] : []),
    rule(right, motto ? printed(rules, 'FormMotto', motto) : printed(rules, 'FormState', name)),
  ]
  const under: Cell[][] =
    number || placeDate
      ? [
          [
            [['FormNumber', number ? texts.say(heading.number) : '']],
            [['FormPlaceDate', placeDate ? texts.placeDate() : '']],
          ],
        ]
      : []
  const widths = [heading.leftShare, heading.rightShare]
  return [table(rules, { widths, rows: [[from, state], ...under], lines: 'none', together: true })]
}

/** A line under a text, in the middle of its cell, in twentieths of a point. */
function rule(room: number, width: number): (keepNext: boolean) => Paragraph {
  const indent = Math.max(0, Math.round((room - width) / 2))
  return (keepNext) =>
    taking(
      new Paragraph({
        style: 'FormRule',
        keepNext,
        indent: { left: indent, right: indent },
        border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
      }),
      { kind: 'text', style: 'FormRule', text: '', keepNext },
    )
}

function printed(rules: DeliveryRules, style: string, text: string): number {
  return (widthOf(text, looksOf(rules).of(style)) ?? 0) * 20
}
