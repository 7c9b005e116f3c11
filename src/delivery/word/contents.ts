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
import type { DeliveryWords } from '../words'
import { runs, styled, textWidth } from './parts'

/** One line of the contents and where it leads. */
export interface Entry {
  bookmark: string
  title: string
  number?: number
  date?: PartialDate
}

/**
 * The contents list: a real TOC field, so that Word can bring it up to date, with its lines filled in
 * (number, title, date, page), so that it also reads right where nobody does.
 */
export function contents(entries: Entry[], rules: DeliveryRules, words: DeliveryWords): FileChild[] {
  const { say } = words
  return [
    styled('ContentsHeading', say('delivery.book.contents')),
    new TableOfContents(say('delivery.book.contents'), {
      hyperlink: true,
      headingStyleRange: '1-1',
      contentChildren: entries.map((entry) => line(entry, rules, words)),
    }),
  ]
}

function line(entry: Entry, rules: DeliveryRules, words: DeliveryWords): Paragraph {
  return new Paragraph({
    style: 'TOC1',
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth(rules), leader: LeaderType.DOT }],
    children: [
      new InternalHyperlink({
        anchor: entry.bookmark,
        children: [
          ...runs(text(entry, rules, words)),
          new TextRun({ children: [new Tab()] }),
          new PageReference(entry.bookmark, { hyperlink: true }),
        ],
      }),
    ],
  })
}

function text({ number, title, date }: Entry, rules: DeliveryRules, words: DeliveryWords): string {
  if (number === undefined) return title
  if (date === undefined || !rules.word.contents.dateInEntry) return words.say('delivery.book.entry', { number, title })
  return words.say('delivery.book.entryDated', { number, title, date: words.date(date) })
}
