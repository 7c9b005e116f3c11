import { type HtmlElement, type HtmlNode, isBlock, isElement, isText, walk } from './dom'

/** Letters of running text and letters of links inside an element. */
export interface Weight {
  text: number
  links: number
}

/** Weighs every element that counts; what does not is passed by with everything inside. */
export function weigh(
  root: { childNodes: HtmlNode[] },
  counts: (element: HtmlElement) => boolean,
): Map<HtmlElement, Weight> {
  const weights = new Map<HtmlElement, Weight>()
  const open: { weight: Weight; inLink: boolean }[] = []
  walk(root, {
    enter: (node) => {
      const top = open.at(-1)
      if (isText(node) && top) top.weight[top.inLink ? 'links' : 'text'] += lettersIn(node.value)
      if (!isElement(node)) return true
      if (!counts(node)) return false
      open.push({ weight: { text: 0, links: 0 }, inLink: (top?.inLink ?? false) || node.tagName === 'a' })
      return true
    },
    leave: (node) => {
      if (!isElement(node)) return
      const done = open.pop()
      if (!done) return
      weights.set(node, done.weight)
      const above = open.at(-1)?.weight
      if (!above) return
      above.text += done.weight.text
      above.links += done.weight.links
    },
  })
  return weights
}

const SHORTEST_PARAGRAPH = 25
/** Paragraph by nature: what they hold speaks for the element around them, not for themselves. */
const PARAGRAPHS = new Set([
  'p',
  'li',
  'blockquote',
  'pre',
  'figcaption',
  'dd',
  'dt',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
])

/**
 * Points for every element around which paragraphs stand: each paragraph's letters go to its parent,
 * half of them to the next above, a third to the one above that (after Readability).
 */
export function score(
  root: { childNodes: HtmlNode[] },
  counts: (element: HtmlElement) => boolean,
): Map<HtmlElement, number> {
  const points = new Map<HtmlElement, number>()
  const path: HtmlElement[] = []
  const blocks: { element: HtmlElement; own: number }[] = []
  let links = 0
  walk(root, {
    enter: (node) => {
      const block = blocks.at(-1)
      if (isText(node) && block && links === 0) block.own += lettersIn(node.value)
      if (!isElement(node)) return true
      if (!counts(node)) return false
      path.push(node)
      if (node.tagName === 'a') links += 1
      if (isBlock(node)) blocks.push({ element: node, own: 0 })
      return true
    },
    leave: (node) => {
      if (!isElement(node)) return
      if (node.tagName === 'a') links -= 1
      path.pop()
      if (!isBlock(node)) return
      const own = blocks.pop()?.own ?? 0
      if (own >= SHORTEST_PARAGRAPH) award(points, path, node, own)
    },
  })
  return points
}

function award(points: Map<HtmlElement, number>, path: HtmlElement[], element: HtmlElement, letters: number): void {
  const give = (to: HtmlElement | undefined, share: number) => {
    if (to) points.set(to, (points.get(to) ?? 0) + letters * share)
  }
  // A div may be a paragraph or hold many parted by line breaks: it and its parent have the same claim.
  const isParagraph = PARAGRAPHS.has(element.tagName)
  if (!isParagraph) give(element, 1)
  give(path.at(-1), isParagraph ? 1 : 0.9)
  give(path.at(-2), 0.5)
  give(path.at(-3), 1 / 3)
}

function lettersIn(text: string): number {
  return text.replace(/\s+/g, ' ').trim().length
}
