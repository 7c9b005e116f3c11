import { Document, type ISectionOptions, type PageNumberEstimator } from 'docx'
import { layoutDocument } from 'docx/layout'
import type { DeliveryRules } from '../../rules'
import { docxStyles } from '../styles'

/**
 * How many pages a section fills, laid out as Word does it. Sections begin on new pages, so that a book
 * can be counted part by part, without holding up everything else for the whole of it.
 */
export function exactPagesOf(section: ISectionOptions, rules: DeliveryRules): number {
  const document = new Document({ styles: docxStyles(rules), sections: [section] })
  return layoutDocument(document, { guess: true }).pages.length
}

/** Gives docx the pages counted before: it fills them into the contents instead of laying everything out again. */
export function knownPages(pages: ReadonlyMap<string, number>): PageNumberEstimator {
  const bookmarks = new Map([...pages].map(([bookmark, page]) => [bookmark, String(page)]))
  return () => ({ bookmarks, bookmarkPageNumbers: pages })
}
