import { oneLine } from '../clean'
import { type HtmlDocument, type HtmlElement, hintsOf, isElement, isText, walk } from './dom'
import { saysFurniture } from './hints'

/** What the page calls itself: in its meta elements, and on the browser's tab. */
export interface PageTitles {
  stated: string
  tab: string
}

const SHORTEST = 12
const LONGEST = 400
const TITLE_HINT =
  /\b((news|article|asset|page|view|item|header|detail|post|entry|story|content|bai ?viet|tin) ?(title|headline|heading|name|tieu ?de)|tieu ?de( ?(bai|tin))?|title ?(news|article|detail|post|bai|tin)|headline|article ?header)\b/

/** True where an element's class or id calls it the headline. */
export function hintsTitle(element: HtmlElement): boolean {
  return TITLE_HINT.test(hintsOf(element))
}

/**
 * The element whose text is what the page calls itself, headings before others; null where none is.
 * A tab often adds the site's name behind the title, so the beginning is enough.
 */
export function findTitle(document: HtmlDocument, hidden: Set<HtmlElement>, titles: PageTitles): HtmlElement | null {
  const wanted = [titles.stated, titles.tab].map(key).filter((one) => one.length >= SHORTEST)
  let best: HtmlElement | null = null
  let bestRank = Number.POSITIVE_INFINITY
  let links = 0
  let frames = 0
  if (wanted.length === 0) return null
  walk(document, {
    enter: (node) => {
      if (!isElement(node)) return true
      if (hidden.has(node)) return false
      if (node.tagName === 'a') links += 1
      if (saysFurniture(node)) frames += 1
      // A section's name on the tab stands in the page's menu and its path, the headline does not.
      const own = rankOf(node)
      const rank = own > 2 && (links > 0 || frames > 0) ? Number.POSITIVE_INFINITY : own + (links > 0 ? 5 : 0)
      if (rank < bestRank && says(shortText(node), wanted)) {
        best = node
        bestRank = rank
      }
      return true
    },
    leave: (node) => {
      if (!isElement(node)) return
      if (node.tagName === 'a') links -= 1
      if (saysFurniture(node) && !hidden.has(node)) frames -= 1
    },
  })
  return best
}

/** Headings first, then what is called a title, then anything; within a rank the first in the page. */
function rankOf(element: HtmlElement): number {
  if (element.tagName === 'h1') return 0
  if (/^h[2-4]$/.test(element.tagName)) return 1
  if (hintsTitle(element)) return 2
  return ['body', 'html', 'title', 'option'].includes(element.tagName) ? Number.POSITIVE_INFINITY : 3
}

function says(text: string, wanted: string[]): boolean {
  const own = key(text)
  return (
    own.length >= SHORTEST &&
    wanted.some((one) => one.startsWith(own) || own === one || (own.startsWith(one) && own.length < one.length * 1.3))
  )
}

/** The text of an element that is short enough to be a title; empty for longer ones. */
function shortText(element: HtmlElement): string {
  let text = ''
  walk(element, {
    enter: (node) => {
      if (isText(node)) text += node.value
      return text.length < LONGEST * 2
    },
  })
  const line = oneLine(text)
  return line.length <= LONGEST ? line : ''
}

function key(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
