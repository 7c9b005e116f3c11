import type { Mention } from '#core/model/article'
import { comparable } from '#core/text/fold'

/** The people of an article whose full name stands in a caption, in order of the article. */
export function peopleInCaption(caption: string, mentions: Pick<Mention, 'personId' | 'name'>[]): string[] {
  const words = ` ${comparable(caption).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `
  return mentions
    .filter(({ name }) => words.includes(` ${comparable(name).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `))
    .map(({ personId }) => personId)
}
