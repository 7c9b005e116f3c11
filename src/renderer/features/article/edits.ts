import type { ArticleEdit } from '#contract/articles'
import type { Block } from '#core/model/article'
import type { TextSpan } from '#core/model/common'
import { shiftSpans } from '../../text/spans'

type Step = (edit: ArticleEdit) => ArticleEdit

/** Changes fields that hold no marked text. */
export const setFields =
  (part: Partial<ArticleEdit>): Step =>
  (edit) => ({ ...edit, ...part })

/** Changes the title; names in it move along. */
export const setTitle =
  (title: string): Step =>
  (edit) => ({
    ...movedSpans(edit, (spans) => shiftSpans(spans, { part: 'title', index: 0 }, edit.title, title)),
    title,
  })

/** Changes a caption; names in it move along. */
export const setCaption =
  (index: number, caption: string): Step =>
  (edit) => {
    const before = edit.photos[index]?.caption ?? ''
    const moved = movedSpans(edit, (spans) => shiftSpans(spans, { part: 'caption', index }, before, caption))
    return { ...moved, photos: edit.photos.map((use, at) => (at === index ? { ...use, caption } : use)) }
  }

/** Moves a photo to another place; figures of the text and names in captions go with their photos. */
export const movePhoto =
  (from: number, to: number): Step =>
  (edit) => {
    const order = edit.photos.map((_, at) => at)
    const [moved] = order.splice(from, 1)
    if (moved === undefined || to < 0 || to >= edit.photos.length || from === to) return edit
    order.splice(to, 0, moved)
    return reordered(edit, order)
  }

/** Takes a photo out of the article; its figure in the text goes, the photo stays in the archive. */
export const dropPhoto =
  (index: number): Step =>
  (edit) =>
    reordered(
      edit,
      edit.photos.map((_, at) => at).filter((at) => at !== index),
    )

/** @param order for each place from now on, the place its photo had */
function reordered(edit: ArticleEdit, order: number[]): ArticleEdit {
  const now = new Map(order.map((before, at) => [before, at]))
  const body = edit.body.flatMap((block): Block[] => {
    if (block.kind !== 'figure' || block.photo === undefined) return [block]
    const photo = now.get(block.photo)
    return photo === undefined ? [] : [{ ...block, photo }]
  })
  // Blocks that go take those after them one up; the editor sets the places in the text anew.
  const moved = movedSpans(edit, (spans) =>
    spans.flatMap((span) => {
      if (span.part !== 'caption') return [span]
      const index = now.get(span.index)
      return index === undefined ? [] : [{ ...span, index }]
    }),
  )
  return { ...moved, body, photos: order.flatMap((before) => edit.photos[before] ?? []) }
}

function movedSpans(edit: ArticleEdit, move: (spans: TextSpan[]) => TextSpan[]): ArticleEdit {
  const moved = <T extends { spans: TextSpan[] }>(tag: T): T => ({ ...tag, spans: move(tag.spans) })
  return {
    ...edit,
    mentions: edit.mentions.map(moved),
    organizations: edit.organizations.map(moved),
    places: edit.places.map(moved),
    documents: edit.documents.map(moved),
  }
}

/** One thing a line, as fields of several values are typed. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().normalize('NFC'))
    .filter(Boolean)
