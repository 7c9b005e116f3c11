import type { Genre } from '../model/vocabulary'
import type { Layout } from './layout/layout'

const LONG_ARTICLE = 900

/** The kind of article, from its form: questions and answers, a communiqué's head, its length. */
export function genreOf(layout: Layout): Genre {
  const title = layout.title.toLowerCase()
  const lines = layout.body.map((block) => block.text)
  if (layout.furniture.some((line) => /^thông cáo báo chí/iu.test(line)) || /^thông cáo/u.test(title))
    return 'communique'
  const asked = lines.filter(
    (line) => /^(?:[-–]\s*)?(?:PV|P\.V|Phóng viên|Hỏi)\s*[:.]/u.test(line) || /\?["”]?$/u.test(line),
  ).length
  if (asked >= 2 && asked * 5 >= lines.length) return 'interview'
  if (/^(?:thông báo|giấy mời|lịch)\s/u.test(title)) return 'notice'
  if (
    /^(?:bài|toàn văn) phát biểu|^diễn văn/u.test(title) ||
    lines.some((line) => /^Thưa (?:các|toàn thể|quý)/u.test(line))
  )
    return 'speech'
  if (lines.length === 0 && layout.captions.length > 1) return 'photo-story'
  const words = lines.reduce((sum, line) => sum + line.split(' ').length, 0)
  return words > LONG_ARTICLE ? 'feature' : 'news'
}
