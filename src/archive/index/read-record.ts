import type { Article } from '#core/model/article'
import type { Draft } from '#core/model/draft'
import { lacksLikeness, type Photo } from '#core/model/photo'
import type { AnyRecord, RecordKind, RecordOf } from '#core/model/records'
import { sameTextOf } from '#core/model/same-text'
import { type AuthorityContent, authorityContent, dossierContent, isAuthority, photoTags, photoText } from './content'
import { type AuthorityShown, type Lender, type ReadArticle, type ReadSource, readArticle } from './read-article'
import type { WordRowsMaker } from './word-rows'
import { padded } from './words'

/** What an index takes of an authority record or a dossier. */
export interface ReadAuthority extends AuthorityContent {
  of: 'authority'
  /** Its words, names and place folded for searching, each without marks and with them. */
  folded: string[]
  /** What a place became. */
  successors: string[]
}

/** What an index takes of a photo. */
export interface ReadPhoto {
  of: 'photo'
  text: string
  /** Found by these, but no article of it. */
  tags: string
  photographers: string[]
  /** True where a fingerprint is still to be made, or its second half. */
  unprinted: boolean
  likeness: string
  people: string[]
  eventId: string | null
}

/** What an index takes of a record; of some kinds nothing but that they are there. */
export type ReadRecord =
  | ReadArticle
  | ReadAuthority
  | ReadPhoto
  | { of: 'draft'; source: ReadSource }
  | { of: 'nothing' }

/** Reads a record for the index. */
export function readRecord(kind: RecordKind, record: AnyRecord, lender: Lender, words: WordRowsMaker): ReadRecord {
  if (kind === 'article') return readArticle(record as Article, lender, words)
  if (kind === 'photo') return readPhoto(record as Photo)
  if (kind === 'draft') return { of: 'draft', source: sourceOf(record as Draft) }
  if (kind === 'dossier') return readAuthority(dossierContent(record as RecordOf<'dossier'>), [])
  if (!isAuthority(kind)) return { of: 'nothing' }
  const successors = kind === 'place' ? (record as RecordOf<'place'>).successors : []
  return readAuthority(authorityContent(kind, record), successors)
}

/** What articles show of it. */
export function shownAs(kind: RecordKind, { name, detail, date }: AuthorityContent): AuthorityShown {
  return { kind, name, detail, date }
}

function readAuthority(content: AuthorityContent, successors: string[]): ReadAuthority {
  const folded = [content.words, content.names, content.place].flatMap((text) => [
    padded(text, 'bare'),
    padded(text, 'iy'),
  ])
  return { of: 'authority', ...content, folded, successors }
}

function readPhoto(photo: Photo): ReadPhoto {
  return {
    of: 'photo',
    text: photoText(photo),
    tags: photoTags(photo),
    photographers: photo.photographers,
    unprinted: lacksLikeness(photo),
    likeness: photo.likeness ?? '',
    people: photo.people.map(({ personId }) => personId),
    eventId: photo.eventId,
  }
}

function sourceOf({ text, asReceived }: Draft): ReadSource {
  return { title: text.title, sameText: sameTextOf(text), files: asReceived.map((file) => file.digest.hex) }
}
