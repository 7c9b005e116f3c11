import { attribute, elementsNamed, type HtmlDocument, type HtmlElement, isElement, isSilent, walk } from './dom'
import { saysFurniture } from './hints'
import { type Looks, looksOf } from './looks'
import { findTitle, type PageTitles } from './title'
import { score, type Weight, weigh } from './weigh'

/** Where the article stands in a page. */
export interface MainPart {
  /** The element that holds the running text, and what follows beside it with more of the same. */
  core: HtmlElement | null
  tail: Set<HtmlElement>
  /** What the page's own markup calls the article, around the core; null where it says nothing. */
  claimed: HtmlElement | null
  title: HtmlElement | null
  furniture: Set<HtmlElement>
  hidden: Set<HtmlElement>
  /** False where several parts of the page could be the article. */
  sure: boolean
}

/**
 * Finds the article in a page: what its markup says first, then where paragraphs stand together.
 * Text in links weighs nothing, so that lists of other news never win.
 */
export function findMain(document: HtmlDocument, rules: Map<string, Looks>, titles: PageTitles): MainPart {
  const hidden = new Set<HtmlElement>()
  const all = weigh(document, (element) => {
    if (!isSilent(element) && !looksOf(element, rules).hidden) return true
    hidden.add(element)
    return false
  })
  const body = elementsNamed(document, 'body')[0] ?? null
  const title = findTitle(document, hidden, titles)
  const furniture = findFurniture(document, hidden, title, (element) => isMost(all, element, body))
  const counts = (element: HtmlElement) => !hidden.has(element) && !furniture.has(element)
  const kept = weigh(document, counts)
  const claimed = body && claimedMain(body, kept)
  const core = strongest(claimed ?? body, score(document, counts), kept) ?? claimed ?? body
  const share = core && body ? (kept.get(core)?.text ?? 0) / Math.max(1, kept.get(body)?.text ?? 0) : 0
  const tail = core ? tailOf(core, kept) : new Set<HtmlElement>()
  return { core, tail, claimed, title, furniture, hidden, sure: claimed !== null || share > 0.4 }
}

function isMost(weights: Map<HtmlElement, Weight>, element: HtmlElement, body: HtmlElement | null): boolean {
  const total = (body && weights.get(body)?.text) || 0
  return (weights.get(element)?.text ?? 0) > total / 2
}

/** What says it is no part of the article, unless the headline or most of the page's text is in it. */
function findFurniture(
  document: HtmlDocument,
  hidden: Set<HtmlElement>,
  title: HtmlElement | null,
  isMostOfPage: (element: HtmlElement) => boolean,
): Set<HtmlElement> {
  const protectedOnes = new Set<HtmlElement>()
  for (const one of title ? [title] : elementsNamed(document, 'h1')) {
    for (let at: HtmlElement | null = one; at; at = parentOf(at)) protectedOnes.add(at)
  }
  const furniture = new Set<HtmlElement>()
  walk(document, {
    enter: (node) => {
      if (!isElement(node) || hidden.has(node)) return !isElement(node)
      if (!saysFurniture(node) || protectedOnes.has(node) || isMostOfPage(node)) return true
      furniture.add(node)
      return false
    },
  })
  return furniture
}

/** The heaviest element that calls itself the article, where it holds a fair share of the text. */
function claimedMain(body: HtmlElement, weights: Map<HtmlElement, Weight>): HtmlElement | null {
  const total = weights.get(body)?.text ?? 0
  const claims: ((element: HtmlElement) => boolean)[] = [
    (element) => /articlebody/i.test(attribute(element, 'itemprop')),
    (element) => element.tagName === 'article',
    (element) => element.tagName === 'main' || attribute(element, 'role') === 'main',
  ]
  for (const claim of claims) {
    let best: HtmlElement | null = null
    let most = 0
    for (const [element, { text }] of weights) {
      if (!claim(element) || text <= most) continue
      best = element
      most = text
    }
    if (best && most >= total * 0.25) return best
  }
  return null
}

/** The element inside `root` around which paragraphs gather most, links held against it. */
function strongest(
  root: HtmlElement | null,
  scores: Map<HtmlElement, number>,
  weights: Map<HtmlElement, Weight>,
): HtmlElement | null {
  let best: HtmlElement | null = null
  let most = 0
  for (const [element, points] of scores) {
    const { text, links } = weights.get(element) ?? { text: 0, links: 0 }
    const worth = points * (text / Math.max(1, text + links))
    if (worth < most || !isInside(element, root)) continue
    best = element
    most = worth
  }
  return best
}

function isInside(element: HtmlElement, root: HtmlElement | null): boolean {
  let at: HtmlElement | null = element
  while (at && at !== root) at = parentOf(at)
  return at !== null
}

const LEAST_TAIL = 80

/** Neighbours right after the core that go on with running text. */
function tailOf(core: HtmlElement, weights: Map<HtmlElement, Weight>): Set<HtmlElement> {
  const beside = parentOf(core)?.childNodes.filter(isElement) ?? []
  const tail = new Set<HtmlElement>()
  for (const element of beside.slice(beside.indexOf(core) + 1)) {
    const weight = weights.get(element)
    if (!weight) break
    if (weight.text >= LEAST_TAIL && weight.links < weight.text / 4) tail.add(element)
  }
  return tail
}

function parentOf(element: HtmlElement): HtmlElement | null {
  const parent = element.parentNode
  return parent && 'tagName' in parent ? parent : null
}
