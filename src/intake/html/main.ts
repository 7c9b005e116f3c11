import {
  attribute,
  elementsNamed,
  type HtmlDocument,
  type HtmlElement,
  type HtmlNode,
  isBlock,
  isElement,
  isSilent,
  isText,
  walk,
} from './dom'
import { saysFurniture } from './hints'
import { type Looks, looksOf } from './looks'

/** What lies inside an element: letters of running text, letters of links, whether a headline does. */
interface Weight {
  text: number
  links: number
  headline: boolean
}

/** Which element holds the article, and which elements are no part of it. */
export interface MainPart {
  main: HtmlElement | null
  furniture: Set<HtmlElement>
  hidden: Set<HtmlElement>
  /** True where the page's own markup names the article. */
  claimed: boolean
  /** False where several parts of the page could be the article. */
  sure: boolean
}

const MOST = 0.8

/**
 * Finds the article in a page: what its markup says first, then where the running text lies.
 * Text in links weighs nothing, so that lists of other news never win.
 */
export function findMain(document: HtmlDocument, rules: Map<string, Looks>): MainPart {
  const hidden = new Set<HtmlElement>()
  const all = weigh(document, (element) => {
    if (!isSilent(element) && !looksOf(element, rules).hidden) return true
    hidden.add(element)
    return false
  })
  const body = elementsNamed(document, 'body')[0] ?? null
  const total = (body && all.get(body)?.text) || 0
  const furniture = new Set<HtmlElement>()
  walk(document, {
    enter: (node) => {
      if (!isElement(node) || hidden.has(node)) return !isElement(node)
      const weight = all.get(node)
      const holdsArticle = weight && (weight.headline || weight.text > total / 2)
      if (!saysFurniture(node) || (holdsArticle && node.tagName !== 'nav')) return true
      furniture.add(node)
      return false
    },
  })
  const kept = weigh(document, (element) => !hidden.has(element) && !furniture.has(element))
  const claimed = body && claimedMain(body, kept)
  const main = descend(claimed ?? body, kept)
  const share = main && body ? (kept.get(main)?.text ?? 0) / Math.max(1, kept.get(body)?.text ?? 0) : 0
  return { main, furniture, hidden, claimed: claimed !== null, sure: claimed !== null || share > 0.6 }
}

function weigh(root: { childNodes: HtmlNode[] }, counts: (element: HtmlElement) => boolean): Map<HtmlElement, Weight> {
  const weights = new Map<HtmlElement, Weight>()
  const open: { element: HtmlElement; weight: Weight; inLink: boolean }[] = []
  walk(root, {
    enter: (node) => {
      const top = open.at(-1)
      if (isText(node)) {
        const length = node.value.replace(/\s+/g, ' ').trim().length
        if (top) top.weight[top.inLink ? 'links' : 'text'] += length
        return true
      }
      if (!isElement(node) || !counts(node)) return false
      const inLink = (top?.inLink ?? false) || node.tagName === 'a'
      open.push({ element: node, weight: { text: 0, links: 0, headline: node.tagName === 'h1' }, inLink })
      return true
    },
    leave: (node) => {
      if (!isElement(node)) return
      const done = open.pop()
      const parent = open.at(-1)
      if (!done) return
      weights.set(done.element, done.weight)
      if (!parent) return
      parent.weight.text += done.weight.text
      parent.weight.links += done.weight.links
      parent.weight.headline ||= done.weight.headline
    },
  })
  return weights
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
    for (const [element, weight] of weights) {
      if (claim(element) && weight.text > (best ? (weights.get(best)?.text ?? 0) : 0)) best = element
    }
    if (best && (weights.get(best)?.text ?? 0) >= total * 0.25) return best
  }
  return null
}

/** Goes down while one child alone holds most of the text. */
function descend(from: HtmlElement | null, weights: Map<HtmlElement, Weight>): HtmlElement | null {
  let at = from
  while (at) {
    const own = weights.get(at)?.text ?? 0
    const heavy: HtmlElement | undefined = at.childNodes
      .filter(isElement)
      .find((child) => (weights.get(child)?.text ?? 0) > own * MOST && holdsBlocks(child))
    if (!heavy) return at
    at = heavy
  }
  return at
}

/** A lone paragraph is no article, however long: going into it would leave the others out. */
function holdsBlocks(element: HtmlElement): boolean {
  for (let at: HtmlElement | undefined = element; at && at.tagName !== 'p'; ) {
    const inside: HtmlElement[] = at.childNodes
      .filter(isElement)
      .filter((child) => isBlock(child) || child.tagName === 'br')
    if (inside.length > 1) return true
    at = inside[0]
  }
  return false
}
