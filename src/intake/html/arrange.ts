import type { SourceBlock } from '#core/press/source'
import type { PageBlock } from './blocks'
import type { MainPart } from './main'

const FURNITURE_HEADING =
  /^(các )?(tin|bài|bài viết|tin tức|tin bài)( viết)? (cùng|liên quan|khác|mới|nổi bật|đọc nhiều|xem nhiều)|^(xem thêm|đọc thêm|đọc nhiều|có thể bạn quan tâm|chia sẻ|bình luận|ý kiến bạn đọc|in trang|gửi email|từ khóa|tags?)\b/iu
const BYLINE = /^((tin|ảnh|bài|theo|nguồn|thực hiện|tác giả)([\s,/và-]+(tin|ảnh|bài))*\s*:|\(?theo\s)/iu

/**
 * Decides block by block what is article and what is page: title and what stands between it and the
 * main part belongs to the article, so do bylines right after it; the rest keeps its place as furniture.
 */
export function arrange(blocks: PageBlock[], titles: { stated: string; tab: string }, part: MainPart): SourceBlock[] {
  const title = findTitle(blocks, titles.stated, titles.tab)
  const firstMain = blocks.findIndex((one) => one.where === 'main' && !isJunk(one))
  let sawJunkAfter = false
  const arranged = blocks.map((one, index): SourceBlock => {
    const { block } = one
    if (index === title) return { ...block, kind: 'heading', level: 1, role: 'title' }
    const beyond = one.where === 'after' && (part.claimed || sawJunkAfter) && !closesArticle(one)
    const ahead = title >= 0 ? index < title : one.where === 'before' && firstMain >= 0
    const junk = isJunk(one) || beyond || (ahead && block.role !== 'date')
    if (junk && (title < 0 || index > title)) sawJunkAfter ||= one.where === 'after'
    return junk ? { ...block, role: 'furniture' } : { ...block, ...roleByPlace(one, index, title, firstMain) }
  })
  captions(arranged)
  return arranged.filter((block) => block.role !== 'furniture' || block.kind !== 'picture')
}

function isJunk(one: PageBlock): boolean {
  if (one.furniture) return true
  const listed = one.block.kind === 'list-item' && one.links > 0.8
  return listed || FURNITURE_HEADING.test(one.block.text)
}

function closesArticle(one: PageBlock): boolean {
  const { block } = one
  return block.role === 'byline' || (block.right === true && block.text.length < 80) || BYLINE.test(block.text)
}

/** Text set apart between title and main part is the lede; class names have their say before. */
function roleByPlace(one: PageBlock, index: number, title: number, firstMain: number): Pick<SourceBlock, 'role'> {
  const { block } = one
  const between = title >= 0 && index > title && index < firstMain && one.where === 'before'
  if (between && !block.role && block.kind === 'paragraph' && block.text.length > 60) return { role: 'lede' }
  // A second block that claims to be the lede is a teaser of something else.
  return {}
}

/** Index of the headline: the h1 that says what the page's title says, else the block that does, else the only h1. */
function findTitle(blocks: PageBlock[], stated: string, tab: string): number {
  const titles = [stated, tab].map(key).filter((one) => one.length > 0)
  const says = (text: string) => {
    const own = key(text)
    return own.length >= 12 && titles.some((one) => one === own || one.startsWith(own) || own.startsWith(one))
  }
  const visible = blocks
    .map((one, index) => ({ ...one, index }))
    .filter((one) => !one.furniture && one.block.text !== '')
  const headlines = visible.filter((one) => one.block.kind === 'heading' && one.block.level === 1)
  const found =
    headlines.find((one) => says(one.block.text)) ??
    visible.find((one) => says(one.block.text) && one.links < 0.8) ??
    (headlines.length === 1 ? headlines[0] : headlines.find((one) => one.where === 'main'))
  return found?.index ?? -1
}

function key(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A short italic or centred paragraph right after a picture is its caption. */
function captions(blocks: SourceBlock[]): void {
  for (const [at, block] of blocks.entries()) {
    const before = blocks[at - 1]
    const follows = before?.kind === 'picture' && block.kind === 'paragraph' && !block.role
    if (follows && (block.italic || block.centered) && block.text.length <= 400) block.role = 'caption'
  }
}
