import type { SourceBlock } from '#core/press/source'
import type { PageBlock } from './blocks'

const OTHER_NEWS =
  /^[\s>»›•-]*((các )?(tin|bài|bài viết|tin tức|tin bài)( viết)? (cùng|liên quan|khác|mới|nổi bật|đọc nhiều|xem nhiều)|xem thêm|đọc thêm|đọc nhiều|xem nhiều|có thể bạn quan tâm|chia sẻ|bình luận|ý kiến bạn đọc|in trang|gửi email|từ khóa|tags?\b|bản quyền|copyright|©)/iu
const BYLINE = /^\(?((tin|ảnh|bài|theo|nguồn|thực hiện|tác giả)([\s,/và-]+(tin|ảnh|bài|clip|video))*\s*:|theo\s)/iu
const READABLE_DATE = /\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{4}-\d\d-\d\d|\d{1,2} tháng \d{1,2}/iu
/** Who put it on the page is not who wrote it. */
const POSTER = /^((đăng|gửi) )?(bởi|by)\b|^(người đăng|admin\b|quản trị)/iu
/** Two to five words with capitals, as an author signs. */
const NAME = /^\(?\p{Lu}\p{L}*\.?(\s\p{Lu}\p{L}*\.?){1,4}\)?$/u
/** Share of the core's letters after which a heading of other news ends the article. */
const NEARLY_ALL = 0.9
/** Without a title found, so many blocks before the running text may still belong to it. */
const HEAD_BLOCKS = 6

/**
 * Decides block by block what is article and what is page: title and what stands between it and the
 * running text belongs to the article, so do bylines right after it; the rest keeps its place as furniture.
 * @param chosen true where a person chose the part: then only what calls itself furniture is
 */
export function arrange(blocks: PageBlock[], chosen: boolean): SourceBlock[] {
  const title = titleAt(blocks)
  const firstMain = blocks.findIndex((one) => one.where === 'main' && !isJunk(one))
  const total = blocks.reduce((sum, one) => sum + running(one), 0)
  let passed = 0
  let ended = false
  const arranged = blocks.map((one, index): SourceBlock => {
    if (index === title) return { ...one.block, kind: 'heading', level: 1, role: 'title' }
    const junk = isJunk(one)
    ended ||= junk && passed >= total * NEARLY_ALL && (one.furniture || OTHER_NEWS.test(one.block.text))
    passed += running(one)
    const head = isHead(one, index, title, firstMain)
    const out = junk || (chosen ? ended : one.where === 'before' ? !head : isBeyond(one, ended))
    return out ? { ...one.block, role: 'furniture' } : { ...one.block, ...ledeByPlace(one, index, title) }
  })
  captions(arranged)
  return arranged.filter((block) => block.role !== 'furniture' || block.kind !== 'picture')
}

function running(one: PageBlock): number {
  return one.where === 'main' && !isJunk(one) ? one.block.text.length : 0
}

function isJunk(one: PageBlock): boolean {
  if (one.furniture) return true
  const { role, text } = one.block
  if (role === 'date' && !READABLE_DATE.test(text)) return true
  if (role === 'byline' && POSTER.test(text)) return true
  const listed = one.block.kind === 'list-item' && one.links > 0.8
  return listed || OTHER_NEWS.test(text)
}

/** Before the running text: what follows the title, or lies close enough where none was found. */
function isHead(one: PageBlock, index: number, title: number, firstMain: number): boolean {
  if (one.block.role === 'date') return true
  return title >= 0 ? index > title : index >= firstMain - HEAD_BLOCKS && one.links < 0.5
}

/** After the running text, or after other news began: only what closes an article still belongs to it. */
function isBeyond(one: PageBlock, ended: boolean): boolean {
  const { block } = one
  if (one.where === 'main') return ended
  const signed = (block.right === true && block.text.length < 80) || NAME.test(block.text)
  const closes = block.role === 'byline' || signed || BYLINE.test(block.text)
  const shown = block.kind === 'picture' || block.role === 'caption'
  return ended || !(closes || shown || one.claimed)
}

/** Text set apart between title and running text is the lede; class names have their say before. */
function ledeByPlace(one: PageBlock, index: number, title: number): Pick<SourceBlock, 'role'> {
  const { block } = one
  const between = title >= 0 && index > title && one.where === 'before'
  return between && !block.role && block.kind === 'paragraph' && block.text.length > 60 ? { role: 'lede' } : {}
}

/** Index of the headline: what the page calls itself, else what calls itself a title, else the only h1. */
function titleAt(blocks: PageBlock[]): number {
  const at = (test: (one: PageBlock) => boolean) =>
    blocks.findIndex((one) => !isJunk(one) && one.block.text !== '' && test(one))
  const said = at((one) => one.title === 'said')
  if (said >= 0) return said
  const hinted = at((one) => one.title === 'hinted' && one.where !== 'after' && one.links < 0.8)
  if (hinted >= 0) return hinted
  const headlines = blocks.filter((one) => one.block.kind === 'heading' && one.block.level === 1 && !isJunk(one))
  const only = headlines.length === 1 ? headlines[0] : headlines.find((one) => one.where === 'main')
  return only ? blocks.indexOf(only) : -1
}

/** A short italic or centred paragraph right after a picture is its caption. */
function captions(blocks: SourceBlock[]): void {
  for (const [at, block] of blocks.entries()) {
    const before = blocks[at - 1]
    const follows = before?.kind === 'picture' && block.kind === 'paragraph' && !block.role
    if (follows && (block.italic || block.centered) && block.text.length <= 400) block.role = 'caption'
  }
}
