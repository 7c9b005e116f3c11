import { sameTextDigest } from '../text/folded-words'
import type { ArticleText } from './article'

type Said = Pick<ArticleText, 'title' | 'lede' | 'body'>

/** False where there is too little text to tell what it is the same as. */
export function saysEnough({ lede, body }: Pick<Said, 'lede' | 'body'>): boolean {
  return body.reduce((sum, { text }) => sum + text.length + 1, (lede ?? '').length) > 40
}

/**
 * What two articles of the same words share, whatever their marks, case and spacing: the digest that finds
 * duplicates. Empty where there is too little text to say.
 */
export function sameTextOf(text: Said): string {
  if (!saysEnough(text)) return ''
  return sameTextDigest([text.title, text.lede ?? '', ...text.body.map((block) => block.text)].join(' '))
}
