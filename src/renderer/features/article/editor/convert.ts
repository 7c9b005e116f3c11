import type { JSONContent } from '@tiptap/core'
import type { ArticleEdit } from '#contract/articles'
import type { Block } from '#core/model/article'
import type { TextSpan } from '#core/model/common'
import type { TextBlock } from './schema'

/** What the editor holds of an article. */
export type EditedText = Pick<ArticleEdit, 'lede' | 'body'> & {
  /** Where each tag's name stands in lede and body, by the key of the tag. */
  spans: Map<string, TextSpan[]>
}

type Tags = Pick<ArticleEdit, 'mentions' | 'organizations' | 'places' | 'documents'>

/** A tag by kind and record, as marks in the editor know it; a record that is yet to be made goes by its name. */
export const tagKey = (kind: string, id: string | null, name: string): string => `${kind}:${id ?? `new ${name}`}`

/** Every tag that can stand in the text, with its key. */
export function tagsOf({ mentions, organizations, places, documents }: Tags) {
  return [
    ...mentions.map((tag) => ({ key: tagKey('person', tag.personId, tag.name), tag })),
    ...organizations.map((tag) => ({ key: tagKey('organization', tag.id, tag.name), tag })),
    ...places.map((tag) => ({ key: tagKey('place', tag.id, tag.name), tag })),
    ...documents.map((tag) => ({ key: tagKey('document', tag.id, tag.number ?? tag.subject ?? ''), tag })),
  ]
}

const nodeOf: Record<Exclude<Block['kind'], 'figure'>, TextBlock> = {
  paragraph: 'paragraph',
  heading: 'heading',
  'list-item': 'listItem',
  quote: 'quote',
  'table-row': 'tableRow',
  footnote: 'footnote',
}
const kindOf = Object.fromEntries(Object.entries(nodeOf).map(([kind, node]) => [node, kind as Block['kind']]))

interface Stretch {
  start: number
  end: number
  /** Key and number, so that two places of one name stay two. */
  key: string
}

/** An article's lede and body as the editor's document, its names marked. */
export function documentOf(article: Tags & Pick<ArticleEdit, 'lede' | 'body' | 'photos'>): JSONContent {
  const spans = tagsOf(article).flatMap(({ key, tag }) =>
    tag.spans.map((span, nth) => ({ ...span, key: `${key}#${nth}` })),
  )
  const at = (part: TextSpan['part'], index: number) => spans.filter((one) => one.part === part && one.index === index)
  const blocks = article.body.map((block, index): JSONContent => {
    if (block.kind !== 'figure') return { type: nodeOf[block.kind], content: marked(block.text, at('body', index)) }
    const use = block.photo === undefined ? undefined : article.photos[block.photo]
    return { type: 'figure', attrs: { photoId: use?.photoId ?? null, text: block.text, caption: use?.caption ?? '' } }
  })
  return { type: 'doc', content: [{ type: 'lede', content: marked(article.lede ?? '', at('lede', 0)) }, ...blocks] }
}

function marked(text: string, stretches: Stretch[]): JSONContent[] {
  const inside = stretches.filter(({ start, end }) => start >= 0 && end <= text.length && end > start)
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((from, nth) => {
    const to = cuts[nth + 1] ?? text.length
    const keys = inside.filter(({ start, end }) => start <= from && end >= to).map(({ key }) => key)
    const words: JSONContent = { type: 'text', text: text.slice(from, to) }
    return keys.length > 0 ? { ...words, marks: [{ type: 'name', attrs: { keys: keys.sort().join('|') } }] } : words
  })
}

/** The way back. Photos are found by id, so that reordering them moves no figure to another. */
export function textOf(document: JSONContent, photos: ArticleEdit['photos']): EditedText {
  const [lede, ...blocks] = document.content ?? []
  const runs: { key: string; text: string; span: TextSpan }[] = []
  const read = (node: JSONContent | undefined, part: 'lede' | 'body', index: number): string => {
    const text = (node?.content ?? []).map((piece) => piece.text ?? '').join('')
    for (const { key, start, end } of runsOf(node)) {
      runs.push({ key, text: text.slice(start, end), span: { part, index, start, end } })
    }
    return text
  }
  const ledeText = read(lede, 'lede', 0)
  const body: Block[] = []
  for (const node of blocks) {
    if (node.type === 'figure') {
      const photo = photos.findIndex(({ photoId }) => photoId === node.attrs?.photoId)
      const text = String(node.attrs?.text ?? '')
      if (photo >= 0) body.push({ kind: 'figure', text, photo })
      else if (text) body.push({ kind: 'figure', text })
      continue
    }
    const text = read(node, 'body', body.length)
    if (text.trim() !== '') body.push({ kind: kindOf[node.type ?? ''] ?? 'paragraph', text })
    else while (runs.at(-1)?.span.index === body.length && runs.at(-1)?.span.part === 'body') runs.pop()
  }
  return { lede: ledeText.trim() === '' ? null : ledeText, body, spans: spansOf(runs) }
}

/** Where each key stands in a block: pieces side by side are one. */
function runsOf(node: JSONContent | undefined): Stretch[] {
  const runs: Stretch[] = []
  let at = 0
  for (const piece of node?.content ?? []) {
    const end = at + (piece.text?.length ?? 0)
    const keys = String(piece.marks?.find(({ type }) => type === 'name')?.attrs?.keys ?? '')
    for (const key of keys.split('|').filter(Boolean)) {
      const open = runs.find((run) => run.key === key && run.end === at)
      if (open) open.end = end
      else runs.push({ key, start: at, end })
    }
    at = end
  }
  return runs
}

/** A name torn in two stands nowhere any more; one that was copied stands in both places. */
function spansOf(runs: { key: string; text: string; span: TextSpan }[]): Map<string, TextSpan[]> {
  const spans = new Map<string, TextSpan[]>()
  for (const { key, text, span } of runs) {
    const same = runs.filter((other) => other.key === key)
    const torn = same.length > 1 && same.some((other) => other.text !== text)
    const tag = key.slice(0, key.lastIndexOf('#'))
    if (!torn && text.trim() !== '') spans.set(tag, [...(spans.get(tag) ?? []), span])
  }
  return spans
}
