import { type FileChild, Paragraph, Tab, TabStopType, TextRun } from 'docx'
import type { Block } from '#core/model/article'
import type { DeliveredArticle } from '../delivery'
import { dateOf } from '../describe'
import type { DeliveryRules } from '../rules'
import type { DeliveryWords } from '../words'
import { runs, styled, textWidth } from './parts'
import { figure, type PlacedPicture } from './pictures'
import type { StyleId } from './styles'
import { type Cell, table } from './table'

/** What the pages of one article are made of. */
export interface ArticlePages {
  delivered: DeliveredArticle
  placed: (PlacedPicture | null)[]
  rules: DeliveryRules
  words: DeliveryWords
}

/** A dash, dot, number or letter at the head of a list item, as the author wrote it. */
const marked = /^\s*([-–—•+*▪●]|\(?\p{L}[.)]|\(?\d{1,3}[.)])\s/u

const textStyles: Record<Exclude<Block['kind'], 'figure' | 'table-row' | 'list-item'>, StyleId> = {
  paragraph: 'BodyText',
  heading: 'Heading2',
  quote: 'Quote',
  footnote: 'NoteInText',
}

/** The office a sheet comes from, and on the right the number it is kept under or the like. */
export function officeHead(agency: string, right: string, rules: DeliveryRules): Paragraph[] {
  if (agency === '' || right === '') return [styled('OfficeLine', `${agency.toLocaleUpperCase('vi')}${right}`)]
  return [
    new Paragraph({
      style: 'OfficeLine',
      tabStops: [{ type: TabStopType.RIGHT, position: textWidth(rules) }],
      children: [
        ...runs(agency.toLocaleUpperCase('vi')),
        new TextRun(agency.length + right.length > longHead ? { break: 1 } : { children: [new Tab()] }),
        ...runs(right),
      ],
    }),
  ]
}

// In capitals; longer ones leave no room for both on a line.
const longHead = 64

/** Genre and date, lede, text with its pictures in their places, remaining pictures, byline and photo credit. */
export function articleBody(pages: ArticlePages): FileChild[] {
  const { article } = pages.delivered
  const { say, date } = pages.words
  const genre = say(`genre.${article.genre}`)
  const known = dateOf(pages.delivered)
  const undated = known === null ? genre : `${genre} – ${date(known)}`
  const dateline = article.publishedOn ? say('delivery.published', { genre, date: date(article.publishedOn) }) : undated
  return [
    styled('Dateline', dateline),
    ...(article.lede ? [styled('Lede', article.lede)] : []),
    ...blocks(pages),
    ...(article.authors.length > 0 ? [styled('Byline', article.authors.join(', '))] : []),
    ...(article.photographers.length > 0
      ? [styled('PhotoCredit', say('delivery.byPhotographer', { names: article.photographers.join(', ') }))]
      : []),
  ]
}

function blocks(pages: ArticlePages): FileChild[] {
  const { article, photos } = pages.delivered
  const shown = new Set<number>()
  const made: FileChild[] = []
  for (let at = 0; at < article.body.length; at++) {
    const block = article.body[at]!
    if (block.kind === 'table-row') {
      const rows = rowsFrom(article.body, at)
      made.push(...tableOf(rows, pages))
      at += rows.length - 1
    } else if (block.kind === 'figure') {
      made.push(...figureBlock(block, shown, pages))
    } else {
      made.push(textBlock(block))
    }
  }
  const rest = photos.flatMap((photo, index) =>
    shown.has(index) ? [] : figure(photo, pages.placed[index] ?? null, pages.words),
  )
  return [...made, ...rest]
}

function textBlock(block: Block): Paragraph {
  if (block.kind !== 'list-item') return styled(textStyles[block.kind as keyof typeof textStyles], block.text)
  return styled('ListText', marked.test(block.text) ? block.text : `- ${block.text}`)
}

/** A figure whose photo is known is shown; one that only has words keeps them. */
function figureBlock(block: Block, shown: Set<number>, { delivered, placed, words }: ArticlePages): Paragraph[] {
  const index = block.photo
  const photo = index === undefined ? undefined : delivered.photos[index]
  if (index === undefined || !photo) return block.text.trim() === '' ? [] : [styled('Caption', block.text)]
  if (shown.has(index)) return []
  shown.add(index)
  return figure(photo.caption.trim() === '' ? { ...photo, caption: block.text } : photo, placed[index] ?? null, words)
}

function rowsFrom(body: Block[], start: number): string[][] {
  const rows: string[][] = []
  for (let at = start; body[at]?.kind === 'table-row'; at++) rows.push(body[at]!.text.split(cellBreak))
  return rows
}

// Readers join the cells of a row so.
const cellBreak = /\t/

/** Rows of a table of the article, filled up to the longest, and a little room below. */
function tableOf(rows: string[][], { rules }: ArticlePages): FileChild[] {
  const columns = Math.max(...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, () => 1)
  const cells = rows.map((row) => widths.map((_, column): Cell => [['CellText', (row[column] ?? '').trim()]]))
  return [table(rules, { widths, rows: cells }), styled('CellText', '')]
}
