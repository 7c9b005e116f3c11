import type { Block } from '../../model/article'
import type { PartialDate } from '../../model/common'
import { PartialDate as PartialDateSchema } from '../../model/common'
import type { CaptionFound } from '../reading'
import type { SourceText } from '../source'
import type { Vocabulary } from '../vocabulary'
import { captionsOf, markCaptions } from './captions'
import { type Taken, takeEnd, takeHead } from './ends'
import { markFurniture } from './furniture'
import { takeLede } from './lede'
import { type Line, linesOf, usualGap } from './lines'
import { takeTitle } from './title'

/** The parts of a press release, before anyone looked for names in it. */
export interface Layout {
  title: string
  lede: string | null
  publishedOn: PartialDate | null
  body: Block[]
  captions: CaptionFound[]
  authors: string[]
  photographers: string[]
  outlet: string | null
  furniture: string[]
}

/** Tells what every block of a press release is: title, lede, body, caption, credit, date or page junk. */
export function layOut(source: SourceText, vocabulary: Vocabulary): Layout {
  const lines = linesOf(source)
  markFurniture(lines, vocabulary)
  const title = takeTitle(lines, source, vocabulary)
  const head = takeHead(lines, vocabulary)
  const end = takeEnd(lines, vocabulary)
  const usual = usualGap(lines)
  markCaptions(lines, vocabulary, usual, source.origin)
  const lede = takeLede(lines, source.origin, usual)
  for (const line of lines) if (line.use === null) line.use = 'body'
  const { captions, photographers } = captionsOf(lines, vocabulary)
  return {
    title,
    lede,
    publishedOn: head.publishedOn ?? end.publishedOn ?? statedDate(source),
    body: bodyOf(lines),
    captions: placed(captions, lines),
    authors: unique([...head.authors, ...end.authors]),
    photographers: unique([...head.photographers, ...photographers, ...end.photographers]),
    outlet: outletOf(source, head, end),
    furniture: lines.filter((line) => line.use === 'furniture').map((line) => line.text),
  }
}

const unique = (names: string[]): string[] => [...new Set(names)]

function outletOf(source: SourceText, head: Taken, end: Taken): string | null {
  return end.outlet ?? head.outlet ?? source.meta.siteName ?? null
}

/** The date a web page states about itself; a Word file's properties say nothing of publishing. */
function statedDate(source: SourceText): PartialDate | null {
  const stated = source.origin === 'html' ? source.meta.publishedOn?.slice(0, 10) : undefined
  return PartialDateSchema.safeParse(stated).data ?? null
}

/** Paragraphs in order with the pictures where they stand (`photo` counts the source's pictures); footnotes last. */
function bodyOf(lines: readonly Line[]): Block[] {
  const body = lines.filter(standsInBody)
  const notes = body.filter((line) => line.block.kind === 'footnote')
  const text = body.filter((line) => line.block.kind !== 'footnote')
  return [...text, ...notes].map(blockOf)
}

/** The captions with their place between the body's blocks. */
function placed(captions: readonly CaptionFound[], lines: readonly Line[]): CaptionFound[] {
  const after: number[] = []
  let blocks = 0
  for (const line of lines) {
    if (standsInBody(line)) blocks += 1
    const next = captions[after.length]
    const words = line.use === 'picture' ? line.block.text : line.text
    if ((line.use === 'caption' || line.use === 'picture') && next && words.includes(next.text)) after.push(blocks)
  }
  return captions.map((caption, index) => ({ ...caption, after: after[index] ?? blocks }))
}

const standsInBody = (line: Line): boolean =>
  line.use === 'body' || (line.use === 'picture' && line.block.picture !== undefined)

function blockOf({ block, text }: Line): Block {
  return block.kind === 'picture' ? { kind: 'figure', text: '', photo: block.picture } : { kind: block.kind, text }
}
