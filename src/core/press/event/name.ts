import type { EventType } from '../../model/vocabulary'
import { bodyAt } from '../bodies'
import { introducesPerson, mentionsIn } from '../mentions'
import type { Part, Scene } from '../scene'
import { keySet, type Token } from '../tokens'
import { placePhrase } from './where'

/** A phrase that may name the event. */
export interface EventPhrase {
  part: Part
  type: EventType
  from: number
  to: number
  /** Words after the kind of event: what makes a name of it. */
  extra: number
  score: number
}

const LONGEST = 90
/** "làm việc tại tỉnh Gia Lai": the place makes the name. */
const GOES_WITH_PLACE = new Set<EventType>(['working-visit', 'visit', 'survey', 'supervision', 'voter-meeting'])
const ENDS = keySet('do dưới nhằm để đã diễn được đang sẽ khai bế chủ nên vừa sau trước đồng gồm')
const ENDS_AFTER_COMMA = keySet(
  'do với dưới có nhằm để cùng tham dự chủ nghe cho thông qua đồng ông bà các đây trong theo sau đoàn cử tại nhân sáng chiều là đã đại lãnh và từ kết chào hướng kỷ lập thu góp đúng khu',
)
const GO_ON_AFTER_COMMA = keySet('khóa nhiệm hđnd hội phương lần giai triển đánh')

/** The end of an event's name that begins at `from` with its kind ending at `kindEnd`. */
export function eventNameEnd(scene: Scene, part: Part, from: number, kindEnd: number, type: EventType): number {
  const { tokens } = part
  const quoted = tokens[from - 1]?.key === '"'
  // "thăm, chúc thọ đồng chí A, nguyên Phó Bí thư …": who was visited, posts and all.
  if (type === 'visit' && introducesPerson(scene, part, kindEnd)) {
    const [visited] = mentionsIn(scene, { ...part, tokens: tokens.slice(0, kindEnd + LONGEST) }).filter(
      (one) => one.from > kindEnd,
    )
    if (visited && visited.from - kindEnd < 8) return Math.max(visited.to, visited.offices.at(-1)?.end ?? 0)
  }
  let open = 0
  let between = false
  let i = kindEnd
  for (; i < tokens.length && i - from < LONGEST; i++) {
    const token = tokens[i]!
    const next = tokens[i + 1]
    if (token.key === '"') {
      if (quoted && open === 0) break
      open = open === 0 ? 1 : 0
      // A programme's quoted name is its whole name.
      if (open === 0 && type === 'other' && next?.key === ',') {
        i++
        break
      }
      continue
    }
    if (open > 0) continue
    if (token.key === '(' && /^s[ửu]a|^mở|^l[ầa]n|^chuyên|^trực|^kì/.test(next?.key ?? '')) {
      while (i < tokens.length - 1 && tokens[i]?.key !== ')') i++
      continue
    }
    if (
      token.key === '(' &&
      (next?.kind === 'number' ||
        /^(?:tức|ngày|đợt|bão|vòng|khóa|ấp|thôn|xã|phường|bệnh|thương)$/.test(next?.key ?? ''))
    ) {
      const close = tokens.slice(i, i + 16).findIndex((one) => one.key === ')')
      // "(ấp Mũi)" after a name belongs to the event's only amid it.
      const amid = !/^(?:ấp|thôn|xã|phường|bệnh|thương)$/.test(next?.key ?? '') || tokens[i + close + 1]?.key === 'và'
      if (close > 0 && amid) {
        i += close
        continue
      }
    }
    const alias = token.key === '(' && next?.cap && tokens[i + 3]?.key === ')' && tokens[i + 4]?.kind === 'word'
    if (alias) {
      i += 3
      continue
    }
    if (token.key === '(' && next?.upper && tokens[i + 2]?.key === ')') {
      i += 2
      continue
    }
    if (token.key === ':' && scene.vocabulary.units.longestAt(tokens, i - 1)?.end === i) continue
    if (token.kind === 'mark' && !/^[,;/&%-]$/.test(token.key)) break
    if (token.key === ';' && !goesOn(next?.key)) break
    // "giữa Thường trực HĐND, UBND, Đoàn ĐBQH và …": a list of those who meet.
    between ||= token.key === 'giữa'
    if (between && token.key === ',' && tokens[i + 1]?.cap && bodyAt(scene, part, i + 1)) continue
    if (token.key === ',' && (endsAtComma(scene, part, i) || (type === 'session' && holdsAfter(scene, part, i)))) break
    if (token.key === '-' && introducesPerson(scene, part, i + 1)) break
    if (token.key === 'có' && i === kindEnd) break
    if (token.key === 'dự' && next?.key === 'và') break
    if (ENDS.has(token.key) && !keeps(part, i)) break
    if (token.key === 'cho' && next?.key === 'ý') break
    if (token.key === 'cho' && type === 'conference' && isCount(next)) break
    // "trao thưởng đột xuất cho Công an xã …": with so few words the receiver makes the name.
    if (token.key === 'cho' && type === 'award' && (isCount(next) || i > kindEnd + 3)) {
      // "… cho các đảng viên | lão thành": who receives belongs to the name, how they are described does not.
      if (next?.key === 'các' && tokens[i + 3]?.kind === 'word') i += 4
      break
    }
    if (token.key === 'nhân' && /^(?:dịp|ngày|kì)$/.test(next?.key ?? '')) break
    if (token.key === 'tại' && isWhere(scene, part, i + 1, type)) {
      const honours = /^(?:dâng|viếng)$/.test(tokens[from]?.key ?? '')
      if (i > kindEnd || !(GOES_WITH_PLACE.has(type) || honours)) break
      const placed = placePhrase(scene, part, i + 1)?.to ?? i
      const matter = type === 'visit' || tokens[placed]?.key !== 'về' || placed === i
      if (matter) return placed
      i = placed
      continue
    }
    const joined = type === 'ceremony' || type === 'other' ? /^(?:sự|chủ|cán|bà|nhân)$/ : /^(?:sự|chủ)$/
    if (token.key === 'với' && joined.test(next?.key ?? '')) break
    if (token.key === 'của' && introducesPerson(scene, part, i + 1)) break
  }
  while (i > kindEnd && /^[,;-]$|^(?:và|các|những)$/.test(tokens[i - 1]?.key ?? '')) i--
  return i
}

/** "… Kỳ họp thứ 25, HĐND tỉnh khóa XII tiến hành …": the body after the comma does something there. */
function holdsAfter(scene: Scene, part: Part, comma: number): boolean {
  const { tokens } = part
  let at = bodyAt(scene, part, comma + 1)?.end ?? comma
  if (at === comma) return false
  if (/^kh[oó]/.test(tokens[at]?.key ?? '')) at += 2
  return DOES.has(tokens[at]?.key ?? '')
}

const DOES = keySet('tiến đã thảo tổ xem nghe biểu bầu chất họp làm')

/** "cho gần 300 cán bộ": how many came is no part of the name. */
const isCount = (token: Token | undefined): boolean =>
  token?.kind === 'number' || /^(?:gần|hơn|trên|khoảng)$/.test(token?.key ?? '')

const goesOn = (key: string | undefined): boolean =>
  key !== undefined && /^(?:phương|nhiệm|triển|đánh|bàn|kế|công|sơ|tổng|thực)$/.test(key)

/** Words that end a name but belong to it here: "sau sắp xếp", "trước Kỳ họp", "đồng bào", "được giao". */
function keeps(part: Part, i: number): boolean {
  const key = part.tokens[i]?.key
  const next = part.tokens[i + 1]?.key ?? ''
  if (key === 'đồng') return (next !== 'chí' || part.tokens[i - 1]?.kind === 'number') && next !== 'thời'
  if (key === 'chủ') return next !== 'trì'
  if (key === 'khai') return !/^mạc|trương$/.test(next)
  if (key === 'bế') return next !== 'mạc'
  if (key === 'sau' || key === 'trước') return true
  if (key === 'để') return false
  if (key === 'đang') return false
  if (key === 'được') return /^(?:giao|phân|ban|sửa|quy)$/.test(next)
  if (key === 'diễn') return next !== 'ra'
  if (key === 'nghe') return next === 'nhìn'
  return false
}

function endsAtComma(scene: Scene, part: Part, comma: number): boolean {
  const next = part.tokens[comma + 1]
  if (!next) return true
  if (GO_ON_AFTER_COMMA.has(next.key)) return false
  if (introducesPerson(scene, part, comma + 1)) return true
  if (scene.vocabulary.units.longestAt(part.tokens, comma + 1)?.value === 'admin' && part.tokens[comma + 2]?.cap)
    return true
  const pair = `${next.key} ${part.tokens[comma + 2]?.key ?? ''}`
  if (
    /^(?:dự thảo|đồng bào|các tổ|các tầng|tham nhũng|dự án|dự toán|qua đó|cử tri và|cho vay|từ thiện|kết luận số|kết hợp|nhân dân|trong sạch|đoàn viên|đoàn thể|đại đoàn|đại biểu)/u.test(
      pair,
    )
  )
    return pair === 'qua đó'
  if (/^(?:công trình|một trong|sự kiện|hoạt động|dự án|đây là)$/u.test(pair)) return true
  return ENDS_AFTER_COMMA.has(next.key)
}

/** Whether "tại" gives the place of the event rather than of its matter. */
function isWhere(scene: Scene, part: Part, i: number, type: EventType): boolean {
  const token = part.tokens[i]
  if (!token) return true
  if (token.key === 'kì' || token.key === 'chỗ') return false
  if (type === 'conference' || type === 'meeting')
    return (
      token.cap ||
      scene.vocabulary.venues.longestAt(part.tokens, i) !== null ||
      scene.vocabulary.units.longestAt(part.tokens, i) !== null
    )
  return true
}
