import { fold } from '../text/fold'
import type { QueryField } from './query'

/** Names a field may be typed by; the first of each is the one shown. Spaces and marks do not matter. */
export const fieldNames: Record<QueryField, readonly [string, ...string[]]> = {
  person: ['người', 'nhân vật', 'person'],
  office: ['chức vụ', 'chức danh', 'office'],
  event: ['sự kiện', 'event'],
  place: ['nơi', 'địa danh', 'place'],
  date: ['ngày', 'date'],
  document: ['văn bản', 'document'],
  author: ['tác giả', 'author'],
  photo: ['ảnh', 'photo'],
  dossier: ['hồ sơ', 'dossier'],
  type: ['loại', 'thể loại', 'type'],
  body: ['cơ quan', 'body'],
}

const keyOf = (name: string) => fold(name, 'bare').replaceAll(/[\s_-]/g, '')

const byKey = new Map(
  Object.entries(fieldNames).flatMap(([field, names]) => names.map((name) => [keyOf(name), field as QueryField])),
)

/** A field's name and colon at a place of a text: `chức vụ:`, `chucvu:`, `Office:`; null where none stands there. */
export function fieldAt(text: string, at: number): { field: QueryField; end: number } | null {
  // At most two syllables, so that a long text is not searched for a colon at every word.
  const found = /^[\p{L}\p{M}]{2,20}(?:[ _-][\p{L}\p{M}]{1,20})?:/u.exec(text.slice(at, at + 64))
  const field = found && byKey.get(keyOf(found[0].slice(0, -1)))
  return field ? { field, end: at + found[0].length } : null
}
