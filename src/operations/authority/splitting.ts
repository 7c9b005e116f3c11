import type { Archive, ChangeEntry } from '#archive/archive'
import { rewriteReferences } from '#authority/references'
import { photosThatMove, splitNames, splitPerson } from '#authority/split'
import type { SplitAsked } from '#contract/authority'
import { KhoError } from '#core/errors'
import type { Article } from '#core/model/article'
import type { Photo } from '#core/model/photo'
import type { RecordOf } from '#core/model/records'
import type { OperationContext } from '../context'
import { now, openArchiveOf, writableArchiveOf } from '../context'
import type { Handler } from '../runner'
import { articlesOf, kindsOf, nameOf, pointingAt, putEntry, recordOr, usesIn, writtenIn } from './records'

type Kind = SplitAsked['kind']

interface Planned {
  old: RecordOf<Kind>
  /** Both records as they will be. */
  left: RecordOf<Kind>
  fresh: RecordOf<Kind>
  moved: Article[]
  stay: Article[]
  photos: ReturnType<typeof photosThatMove>
}

export const listUses: Handler<'authority.uses'> = async (context, { kind, id }) => {
  const archive = openArchiveOf(context)
  await recordOr(archive, kind, id)
  return { rows: await usesIn(archive, articlesOf(await pointingAt(archive, kind, [id])), kind, [id]) }
}

export const previewSplit: Handler<'authority.splitPreview'> = async (context, asked) => {
  const { fresh, moved, stay, photos } = await planOf(context, openArchiveOf(context), asked)
  return {
    moved: moved.length,
    stay: stay.length,
    photos: photos.move.length,
    sharedPhotos: photos.shared.length,
    offices: 'offices' in fresh ? fresh.offices.map(({ office }) => office) : [],
    spellings: 'spellings' in fresh ? fresh.spellings : [],
  }
}

/** One change: the new record, what is left of the old one, and the articles and photos that move. */
export const splitAuthority: Handler<'authority.split'> = async (context, asked) => {
  const archive = writableArchiveOf(context)
  const { kind } = asked
  const { old, left, fresh, moved, photos } = await planOf(context, archive, asked)
  const users = [
    ...moved.map((record) => ({ kind: 'article' as const, record })),
    ...photos.move.map((record) => ({ kind: 'photo' as const, record })),
  ]
  const at = now(context)
  const rewritten = rewriteReferences(users, { kind, from: old.id, to: fresh.id })
  const entries: ChangeEntry[] = [
    putEntry(kind, fresh, at),
    putEntry(kind, left, at),
    ...rewritten.map((user) => putEntry(user.kind, user.record, at)),
  ]
  const { sequence } = await archive.commit({
    operation: 'authority.split',
    args: { kind, name: nameOf(kind, old), to: asked.name, articles: String(moved.length) },
    entries,
  })
  context.changed(kindsOf(entries))
  return { id: fresh.id, sequence }
}

async function planOf(context: OperationContext, archive: Archive, asked: SplitAsked): Promise<Planned> {
  const { kind, id, name } = asked
  const old = await recordOr(archive, kind, id)
  const users = await pointingAt(archive, kind, [id])
  const chosen = new Set(asked.articles)
  const articles = articlesOf(users)
  const [moved, stay] = [articles.filter((one) => chosen.has(one.id)), articles.filter((one) => !chosen.has(one.id))]
  if (moved.length !== chosen.size) throw new KhoError('input-invalid', { args: { detail: 'articles' } })
  const shown = users.flatMap((user): Photo[] => (user.kind === 'photo' ? [user.record] : []))
  const photos = photosThatMove(shown, moved, stay)
  const fresh = freshOf(kind, old, context.platform.ids.next(), name, now(context))
  const [left, made] = await parted(archive, kind, old, fresh, moved, stay)
  return { old, left, fresh: made, moved, stay, photos }
}

/** A record of the same kind that knows only its name; an event keeps what the articles say of it. */
function freshOf(kind: Kind, old: RecordOf<Kind>, id: string, name: string, at: string): RecordOf<Kind> {
  const base = { id, createdAt: at, updatedAt: at }
  switch (kind) {
    case 'event':
      return { ...(old as RecordOf<'event'>), ...base, title: name, note: '' }
    case 'person':
      return { ...base, name, spellings: [], offices: [], note: '', portraitId: null }
    default: {
      const { abbreviation, validFrom, validTo, parentId } = old as RecordOf<'place'>
      const named = { name, spellings: [], abbreviation, validFrom, validTo, successors: [], parentId, note: '' }
      return { ...base, ...named, ...(kind === 'place' ? { kind: (old as RecordOf<'place'>).kind } : {}) }
    }
  }
}

async function parted(
  archive: Archive,
  kind: Kind,
  old: RecordOf<Kind>,
  fresh: RecordOf<Kind>,
  moved: Article[],
  stay: Article[],
): Promise<[RecordOf<Kind>, RecordOf<Kind>]> {
  if (kind === 'event') return [old, fresh]
  if (kind === 'person') {
    const dated = (articles: Article[]) => Promise.all(articles.map((article) => mentionOf(archive, article, old.id)))
    const [there, here] = [await dated(moved), await dated(stay)]
    const [left, made] = splitPerson(old as RecordOf<'person'>, fresh as RecordOf<'person'>, there, here)
    return [withPortrait(left, moved, stay), made]
  }
  const written = (articles: Article[]) => articles.map((article) => writtenIn(article, kind, [old.id]))
  const [named, made] = [old as RecordOf<'place'>, fresh as RecordOf<'place'>]
  const names = splitNames(named, made.name, written(moved), written(stay))
  return [
    { ...named, spellings: names.old },
    { ...made, spellings: names.fresh },
  ]
}

/** A portrait that only the moved articles show is the other person's. */
function withPortrait(left: RecordOf<'person'>, moved: Article[], stay: Article[]): RecordOf<'person'> {
  const uses = (articles: Article[]) =>
    articles.some((article) => article.photos.some(({ photoId }) => photoId === left.portraitId))
  return uses(moved) && !uses(stay) ? { ...left, portraitId: null } : left
}

/** A mention and the days its article may have been counted under when it was filed. */
async function mentionOf(archive: Archive, article: Article, personId: string) {
  const mention = article.mentions.find((one) => one.personId === personId)!
  const events = await archive.getMany('event', article.events)
  const dates = [
    ...events.map(({ from }) => from),
    article.publishedOn,
    article.provenance.receivedAt.slice(0, 10),
    article.filedAt.slice(0, 10),
  ].filter((date) => date !== null)
  return { mention, dates: [...new Set(dates)] }
}
