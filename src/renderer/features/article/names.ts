import type { Article } from '#core/model/article'
import type { TextSpan } from '#core/model/common'
import type { AuthorityKind } from '#core/model/views'
import type { Stretch } from '../../text/segments'

/** A record that words of an article stand for. */
export interface Named {
  kind: AuthorityKind
  id: string
}

/** Where in one part of an article which records are named. */
export function namesIn(article: Article, part: TextSpan['part'], index = 0): Stretch<Named>[] {
  const uses: { spans: TextSpan[]; of: Named }[] = [
    ...article.mentions.map(({ spans, personId }) => ({ spans, of: { kind: 'person' as const, id: personId } })),
    ...article.organizations.map(({ spans, id }) => ({ spans, of: { kind: 'organization' as const, id } })),
    ...article.places.map(({ spans, id }) => ({ spans, of: { kind: 'place' as const, id } })),
    ...article.documents.map(({ spans, id }) => ({ spans, of: { kind: 'document' as const, id } })),
  ]
  return uses.flatMap(({ spans, of }) =>
    spans.filter((span) => span.part === part && span.index === index).map(({ start, end }) => ({ start, end, of })),
  )
}
