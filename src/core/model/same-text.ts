import { sameTextKey } from '../text/fold'
import type { ArticleText } from './article'

/**
 * What two articles of the same words share, whatever their marks, case and spacing: the text whose
 * digest finds duplicates. Empty where there is too little text to say.
 */
export function sameTextInput(text: Pick<ArticleText, 'title' | 'lede' | 'body'>): string {
  const body = text.body.map((block) => block.text).join(' ')
  if (body.length + (text.lede ?? '').length < 40) return ''
  return sameTextKey([text.title, text.lede ?? '', body].join(' '))
}
