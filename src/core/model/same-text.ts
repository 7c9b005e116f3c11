import { sameTextDigest } from '../text/folded-words'
import type { ArticleText } from './article'

/**
 * What two articles of the same words share, whatever their marks, case and spacing: the digest that finds
 * duplicates. Empty where there is too little text to say.
 */
export function sameTextOf(text: Pick<ArticleText, 'title' | 'lede' | 'body'>): string {
  const body = text.body.map((block) => block.text).join(' ')
  if (body.length + (text.lede ?? '').length < 40) return ''
  return sameTextDigest([text.title, text.lede ?? '', body].join(' '))
}
