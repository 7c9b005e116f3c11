import type { Part, Scene } from './scene'
import { keySet } from './tokens'

const LAW_TYPES = new Set(['Luật', 'Bộ luật', 'Pháp lệnh'])
const LAW_NUMBER = /,?\s+số\s+(\d{1,3}\/(?:19|20)\d\d\/(?:UBTV)?QH\d{1,2})/y
const STOPS = keySet(
  'và đã đang sẽ được có là do tại trên trong từ về với của cho để khi theo năm số hiện quy ban này sau còn cần nêu thì mới',
)

/**
 * A law named in full: "Luật Đất đai", "Luật Tổ chức chính quyền địa phương (sửa đổi)".
 * The year after the name is no part of it.
 */
export function lawAt(
  { vocabulary }: Scene,
  part: Part,
  i: number,
  type: string,
  from: number,
): { subject: string; number: string | null; end: number; why: string } | null {
  const { tokens, text } = part
  if (!LAW_TYPES.has(type) || !tokens[i]?.cap || tokens[from]?.kind !== 'word') return null
  const known = (type === 'Bộ luật' ? vocabulary.codes : vocabulary.laws).longestAt(tokens, from)
  let end = known?.end ?? 0
  if (!known || !tokens[from]?.cap) {
    if (!tokens[from]?.cap) return null
    end = from + 1
    while (end - from < 10 && tokens[end]?.kind === 'word' && !STOPS.has(tokens[end]?.key ?? '')) end++
    if (end - from < 2) return null
  }
  if (tokens[end]?.key === '(' && /^s[ửu]a$/.test(tokens[end + 1]?.key ?? '')) {
    const close = tokens.slice(end, end + 6).findIndex((token) => token.key === ')')
    if (close > 0) end += close + 1
  }
  const subject = text.slice(tokens[from]?.start, tokens[end - 1]?.end)
  LAW_NUMBER.lastIndex = tokens[end - 1]?.end ?? 0
  const number = LAW_NUMBER.exec(text)?.[1] ?? null
  return { subject, number, end, why: 'document-law' }
}
