import type { Article } from '#core/model/article'
import type { TextSpan } from '#core/model/common'
import type { AuthorityKind } from '#core/model/views'
import type { Stretch } from '../../text/segments'
import { placesOfName } from './editor/marking'

/** A record that words of an article stand for. */
export interface Named {
  kind: AuthorityKind
  id: string
}

interface Use {
  spans: TextSpan[]
  of: Named
  name: string
}

/** Where in one part of an article which records are named. */
export function namesIn(article: Article, part: TextSpan['part'], index = 0): Stretch<Named>[] {
  return usesIn(article).flatMap(({ spans, of }) =>
    spans.filter((span) => span.part === part && span.index === index).map(({ start, end }) => ({ start, end, of })),
  )
}

/**
 * The same for a caption, by the names themselves: captions are reordered and rewritten after they were read, so
 * that spans into them say nothing.
 */
export function namesInCaption(article: Article, caption: string): Stretch<Named>[] {
  return usesIn(article).flatMap(({ of, name }) =>
    placesOfName(name, caption).map((start) => ({ start, end: start + name.length, of })),
  )
}

function usesIn(article: Article): Use[] {
  return [
    ...article.mentions.map(({ spans, personId, name }) => ({
      spans,
      name,
      of: { kind: 'person' as const, id: personId },
    })),
    ...article.organizations.map(({ spans, id, name }) => ({ spans, name, of: { kind: 'organization' as const, id } })),
    ...article.places.map(({ spans, id, name }) => ({ spans, name, of: { kind: 'place' as const, id } })),
    ...article.documents.map(({ spans, id, number }) => ({
      spans,
      name: number ?? '',
      of: { kind: 'document' as const, id },
    })),
  ]
}
