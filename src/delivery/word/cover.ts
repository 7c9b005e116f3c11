import { BorderStyle, type FileChild, type ISectionOptions, PageBorderDisplay } from 'docx'
import type { Instant, PartialDate } from '#core/model/common'
import type { DeliveryContext } from '../delivery'
import { fondsName } from '../describe'
import type { DeliveryRules } from '../rules'
import type { DeliveryWords } from '../words'
import { pageProperties, styled } from './parts'

/** What stands on the cover of a book. */
export interface CoverFacts {
  title: string
  volume: number | null
  dates: PartialDate[]
  numbers: { from: number; to: number }
  counts: { articles: number; photos: number; people: number }
  changedAt: Instant
}

const frame = { style: BorderStyle.DOUBLE, size: 6, space: 12, color: '000000' } as const

/** The cover: a page of its own in a frame, without a page number. */
export function cover(
  facts: CoverFacts,
  rules: DeliveryRules,
  words: DeliveryWords,
  { agency, fonds }: DeliveryContext,
): ISectionOptions {
  const { say, date } = words
  return framed(rules, [
    ...(agency === '' ? [] : [styled('CoverAgency', agency.toLocaleUpperCase('vi'))]),
    ...(fonds === '' ? [] : [styled('CoverLine', say('delivery.book.fonds', { fonds: fondsName(fonds) }))]),
    styled('CoverTitle', facts.title.toLocaleUpperCase('vi')),
    ...(facts.volume === null ? [] : [styled('CoverVolume', say('delivery.book.volume', { volume: facts.volume }))]),
    styled('CoverLine', period(facts.dates, words)),
    styled('CoverLine', say('delivery.book.counts', facts.counts)),
    ...(facts.volume === null ? [] : [styled('CoverLine', say('delivery.book.numbers', facts.numbers))]),
    styled('CoverPlace', say('delivery.book.updated', { date: date(facts.changedAt.slice(0, 10)) })),
  ])
}

/** A page of its own in a frame, without a page number. */
export function framed(rules: DeliveryRules, children: FileChild[]): ISectionOptions {
  const properties = pageProperties(rules, { titlePage: true })
  return {
    properties: {
      ...properties,
      page: {
        ...properties.page,
        borders: {
          pageBorders: { display: PageBorderDisplay.FIRST_PAGE },
          pageBorderTop: frame,
          pageBorderBottom: frame,
          pageBorderLeft: frame,
          pageBorderRight: frame,
        },
      },
    },
    children,
  }
}

function period(dates: PartialDate[], { say, date }: DeliveryWords): string {
  const sorted = [...dates].sort()
  const from = date(sorted[0]!)
  const to = date(sorted.at(-1)!)
  return from === to ? say('delivery.book.periodOne', { date: from }) : say('delivery.book.period', { from, to })
}
