import {
  type FileChild,
  InternalHyperlink,
  LeaderType,
  PageReference,
  Paragraph,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx'
import type { PartialDate } from '#core/model/common'
import type { DeliveryRules } from '../rules'
import { type DeliveryWords, xmlText } from '../words'
import { blocksOf, taking } from './layout/blocks'
import { runs, styled, textWidth } from './parts'

/** One line of the contents and where it leads. */
export interface Entry {
  bookmark: string
  title: string
  /** What stands over the part itself, where that is not the title alone. */
  heading?: string
  number?: number
  date?: PartialDate
}

/**
 * The contents list: a real TOC field, so that Word can bring it up to date, with its lines filled in
 * (number, title, date, page), so that it also reads right where nobody does.
 */
export function contents(entries: Entry[], rules: DeliveryRules, words: DeliveryWords): FileChild[] {
  const heading = words.say('delivery.book.contents')
  const lines = entries.map((entry) => line(entry, rules, words))
  const table = new TableOfContents(heading, { hyperlink: true, headingStyleRange: '1-1', contentChildren: lines })
  // The field begins and ends in a paragraph of its own.
  const mark = { kind: 'text', style: 'Normal', text: '' } as const
  return [
    styled('ContentsHeading', heading),
    taking(table, { kind: 'group', blocks: [mark, ...(blocksOf(lines) ?? []), mark] }),
  ]
}

function line(entry: Entry, rules: DeliveryRules, words: DeliveryWords): Paragraph {
  const title = text(entry, rules, words)
  const paragraph = new Paragraph({
    style: 'TOC1',
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth(rules), leader: LeaderType.DOT }],
    children: [
      new InternalHyperlink({
        anchor: entry.bookmark,
        children: [
          ...runs(title),
          new TextRun({ children: [new Tab()] }),
          new PageReference(entry.bookmark, { hyperlink: true }),
        ],
      }),
    ],
  })
  return taking(paragraph, { kind: 'text', style: 'TOC1', text: `${xmlText(title)}${pageRoom}` })
}

// Dots and a page number.
const pageRoom = ' ...... 000'

function text({ number, title, date }: Entry, rules: DeliveryRules, words: DeliveryWords): string {
  if (number === undefined) return title
  if (date === undefined || !rules.word.contents.dateInEntry) return words.say('delivery.book.entry', { number, title })
  return words.say('delivery.book.entryDated', { number, title, date: words.date(date) })
}
