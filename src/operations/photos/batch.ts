import type { Archive } from '#archive/archive'
import { autoChoose } from '#authority/match-people'
import type { PeopleRule } from '#contract/photo-batch'
import type { PhotoBatch, PhotoFields } from '#contract/photos'
import type { Article } from '#core/model/article'
import type { Photo } from '#core/model/photo'
import { captionBy } from '#core/pictures/caption-rule'
import { now, type OperationContext } from '../context'
import { Gathered } from '../drafts/gathered'
import { personTag } from '../drafts/tags'
import { authorityMatcher } from '../intake/suggestions'
import { type Described, describedPhoto } from './describe'
import { captionShown } from './fields'

/** What a batch does to one photo after the other; people named in it are looked up, or made, once. */
export class PhotoBatchWork {
  /** Articles as the batch has them so far. */
  readonly articles = new Map<string, Article>()
  readonly gathered: Gathered
  private nth = 0
  private readonly people: Promise<string[]>

  constructor(
    context: OperationContext,
    private readonly archive: Archive,
    private readonly batch: PhotoBatch,
  ) {
    this.gathered = new Gathered(context, archive)
    this.people = peopleOf(context, this.gathered, batch.peopleRule)
  }

  /** The articles that use a photo, as the archive has them. */
  async usesOf(photo: Photo): Promise<Article[]> {
    return this.archive.getMany('article', await this.archive.index.usesOfPhoto(photo.id))
  }

  /** The next photo of the selection, described; the same object where nothing of it changes. */
  async describe(photo: Photo, uses: Article[]): Promise<Described> {
    this.nth += 1
    const set = this.fieldsFor(photo, uses)
    const described = await describedPhoto(this.archive, photo, set, uses)
    for (const article of described.articles) this.articles.set(article.id, article)
    return { ...described, photo: await this.withPeople(described.photo, photo) }
  }

  private fieldsFor(photo: Photo, uses: Article[]): PhotoFields {
    const { captionRule, peopleRule: _, onlyEmpty, ...fields } = this.batch
    const shown = captionShown(photo, uses)
    const article =
      uses.map((use) => captionIn(use, photo.id)).find((caption) => caption !== '') ?? uses[0]?.title ?? ''
    const caption = captionRule ? captionBy(captionRule, { caption: shown, nth: this.nth, article }) : fields.caption
    const set: PhotoFields = {
      ...fields,
      ...(caption === undefined || caption === shown ? { caption: undefined } : { caption }),
    }
    if (!onlyEmpty) return set
    const now = { ...photo, caption: shown }
    return Object.fromEntries(Object.entries(set).filter(([name]) => isEmpty(now[name as keyof PhotoFields])))
  }

  /** The people of the rule in or out of the picture; whoever stays keeps the box. */
  private async withPeople(described: Photo, before: Photo): Promise<Photo> {
    const rule = this.batch.peopleRule
    if (!rule || (this.batch.onlyEmpty && before.people.length > 0)) return described
    const named = await this.people
    const ids = new Set(named)
    const there = new Set(described.people.map(({ personId }) => personId))
    const stay = described.people.filter(({ personId }) =>
      rule.how === 'add' ? true : ids.has(personId) === (rule.how === 'set'),
    )
    const come = rule.how === 'remove' ? [] : named.filter((id) => !there.has(id))
    if (come.length === 0 && stay.length === described.people.length) return described
    return { ...described, people: [...stay, ...come.map((personId) => ({ personId, region: null }))] }
  }
}

const captionIn = (article: Article, photoId: string): string =>
  article.photos.find((use) => use.photoId === photoId)?.caption ?? ''

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** The records people of a rule mean. Nobody is made only to be taken out. */
async function peopleOf(
  context: OperationContext,
  gathered: Gathered,
  rule: PeopleRule | undefined,
): Promise<string[]> {
  const date = now(context).slice(0, 10)
  const matcher = await authorityMatcher(context, gathered.archive, date)
  const ids: string[] = []
  for (const one of rule?.people ?? []) {
    if ('personId' in one) ids.push(one.personId)
    else {
      const chosen = autoChoose(await matcher.people(one.name, []))
      if (chosen) ids.push(chosen)
      else if (rule?.how !== 'remove')
        ids.push((await personTag(gathered, { name: one.name, offices: [], spans: [] }, null, date)).personId)
    }
  }
  return [...new Set(ids)]
}
