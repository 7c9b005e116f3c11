import type { Archive, ChangeEntry } from '#archive/archive'
import { autoChoose } from '#authority/match-people'
import type { PersonInPhoto, PhotoFields } from '#contract/photos'
import { KhoError } from '#core/errors'
import type { Article } from '#core/model/article'
import type { Photo } from '#core/model/photo'
import { now, type OperationContext, writableArchiveOf } from '../context'
import { Gathered } from '../drafts/gathered'
import { peopleInCaption } from '../drafts/people-in-captions'
import { personTag } from '../drafts/tags'
import { authorityMatcher } from '../intake/suggestions'
import type { Handler } from '../runner'
import { captionShown, withCaption, withFields } from './fields'
import { viewOf } from './photos'

/** Says what is in a picture, who took it and where, or turns it; a face box drawn before stays with its person. */
export const describePhoto: Handler<'photo.describe'> = async (context, { id, people, turned, ...set }) => {
  const archive = writableArchiveOf(context)
  const photo = await archive.get('photo', id)
  if (!photo) throw new KhoError('record-missing')
  const gathered = new Gathered(context, archive)
  const described = await describedPhoto(archive, photo, set)
  const after: Photo = {
    ...described.photo,
    updatedAt: gathered.at,
    people: people ? await peopleOf(context, gathered, photo, people) : described.photo.people,
    ...(turned === undefined ? {} : { turned }),
  }
  await archive.commit({
    operation: turned === undefined ? 'photo.describe' : 'photo.turn',
    args: { name: photo.file.name },
    entries: [
      ...gathered.entries(),
      ...described.articles.map((article) => articleEntry(article, gathered.at)),
      { kind: 'photo', id, after },
    ],
  })
  context.changed(['photo', 'person', ...(described.articles.length > 0 ? ['article'] : [])])
  return viewOf(archive, after)
}

/** What describing a photo alters: the photo, and the articles whose caption of it goes along. */
export interface Described {
  photo: Photo
  articles: Article[]
}

/**
 * A photo with fields said anew. Its caption is that of every use that read like the one shown; people whose name
 * stands in a new caption are in the picture.
 * @param known the articles that use it, as the same change has them so far; read where they are not given
 */
export async function describedPhoto(
  archive: Archive,
  photo: Photo,
  set: PhotoFields,
  known?: Article[],
): Promise<Described> {
  const after = withFields(photo, set)
  if (set.caption === undefined) return { photo: after, articles: [] }
  const { caption } = set
  const uses = known ?? (await archive.getMany('article', await archive.index.usesOfPhoto(photo.id)))
  const shown = captionShown(photo, uses)
  const articles = uses.flatMap((article) => {
    const alike = article.photos.some((use) => use.photoId === photo.id && use.caption === shown)
    const changed = alike ? withCaption(article, photo.id, caption) : article
    return changed === article ? [] : [changed]
  })
  const there = new Set(after.people.map(({ personId }) => personId))
  const named = articles.flatMap((article) => peopleInCaption(caption, article.mentions)).filter((id) => !there.has(id))
  const people = [...after.people, ...[...new Set(named)].map((personId) => ({ personId, region: null }))]
  return { photo: named.length > 0 ? { ...after, people } : after, articles }
}

/** The entry of an article that a description alters. */
export const articleEntry = (article: Article, at: string): ChangeEntry => ({
  kind: 'article',
  id: article.id,
  after: { ...article, updatedAt: at },
})

async function peopleOf(
  context: OperationContext,
  gathered: Gathered,
  photo: Photo,
  wanted: PersonInPhoto[],
): Promise<Photo['people']> {
  const boxes = new Map(photo.people.map(({ personId, region }) => [personId, region]))
  const people = new Map<string, Photo['people'][number]>()
  for (const one of wanted) {
    const personId = 'personId' in one ? one.personId : await personNamed(context, gathered, photo, one.name)
    const region = one.region === undefined ? (boxes.get(personId) ?? null) : one.region
    people.set(personId, { personId, region })
  }
  return [...people.values()]
}

/** The person a name typed beside a picture means; a new record where none is held. */
async function personNamed(context: OperationContext, gathered: Gathered, photo: Photo, name: string): Promise<string> {
  const date = photo.takenOn ?? now(context).slice(0, 10)
  const matcher = await authorityMatcher(context, gathered.archive, date)
  const chosen = autoChoose(await matcher.people(name, []))
  return (await personTag(gathered, { name, offices: [], spans: [] }, chosen, date)).personId
}
