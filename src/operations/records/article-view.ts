import type { Archive } from '#archive/archive'
import type { ArticleView } from '#contract/operations'
import type { Article } from '#core/model/article'

/** An article with the records its tags point to. */
export async function viewOf(archive: Archive, article: Article): Promise<ArticleView> {
  const { events, mentions, organizations, places, photos } = article
  return {
    article,
    events: await archive.getMany('event', events),
    people: await archive.getMany(
      'person',
      mentions.map(({ personId }) => personId),
    ),
    organizations: await archive.getMany(
      'organization',
      organizations.map(({ id }) => id),
    ),
    places: await archive.getMany(
      'place',
      places.map(({ id }) => id),
    ),
    photos: await archive.getMany(
      'photo',
      photos.map(({ photoId }) => photoId),
    ),
  }
}
