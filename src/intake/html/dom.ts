import { type DefaultTreeAdapterTypes, parse } from 'parse5'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlDocument = DefaultTreeAdapterTypes.Document

/** The tree a browser would build (WHATWG HTML, 13.2). Scripts are text in it and never run. */
export function parseHtml(text: string): HtmlDocument {
  return parse(text)
}

/** True for tags, false for text, comments and the document type. */
export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node
}

/** True for text between tags. */
export function isText(node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text'
}

/** The value of an attribute; empty where it is not there. */
export function attribute(element: HtmlElement, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? ''
}

/** What a walk does at each node; `enter` returns false to pass by everything inside. */
export interface Visitor {
  // biome-ignore lint/suspicious/noConfusingVoidType: most visitors have nothing to say
  enter?(node: HtmlNode): boolean | void
  leave?(node: HtmlNode): void
}

/** Walks a tree in document order without recursion, so that no depth of nesting can end the process. */
export function walk(root: { childNodes: HtmlNode[] }, visitor: Visitor): void {
  const stack: { node: HtmlNode | null; children: HtmlNode[]; at: number }[] = [
    { node: null, children: root.childNodes, at: 0 },
  ]
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const node = frame.children[frame.at]
    if (node === undefined) {
      stack.pop()
      if (frame.node) visitor.leave?.(frame.node)
      continue
    }
    frame.at += 1
    if (visitor.enter?.(node) === false) continue
    if (isElement(node)) stack.push({ node, children: node.childNodes, at: 0 })
    else visitor.leave?.(node)
  }
}

/** All text inside, as written, scripts and styles included. */
export function textOf(root: { childNodes: HtmlNode[] }): string {
  let text = ''
  walk(root, {
    enter: (node) => {
      if (isText(node)) text += node.value
    },
  })
  return text
}

/** All elements of some names, in document order. */
export function elementsNamed(root: { childNodes: HtmlNode[] }, ...names: string[]): HtmlElement[] {
  const found: HtmlElement[] = []
  walk(root, {
    enter: (node) => {
      if (isElement(node) && names.includes(node.tagName)) found.push(node)
    },
  })
  return found
}

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td ' +
    'tfoot th thead tr ul'
  ).split(' '),
)

/** True for elements that begin and end a paragraph. */
export function isBlock(element: HtmlElement): boolean {
  return BLOCKS.has(element.tagName)
}

/** Elements whose content is never text of the page. */
const SILENT = new Set(
  (
    'head script style noscript template iframe frame frameset object embed applet svg canvas select input textarea ' +
    'button audio video map datalist noembed noframes'
  ).split(' '),
)

/** True for elements whose content nobody reads on the page. */
export function isSilent(element: HtmlElement): boolean {
  return SILENT.has(element.tagName)
}

/** Class and id as words: `newsDetail-box` gives `news detail box`. */
export function hintsOf(element: HtmlElement): string {
  return `${attribute(element, 'class')} ${attribute(element, 'id')}`
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_\s]+/g, ' ')
    .toLowerCase()
}
