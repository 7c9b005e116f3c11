import { type ReadingJson, toContract } from '#core/press/contract'
import { sourceFromText } from '#core/press/plain'
import { readPress } from '#core/press/read'
import type { SourceBlock } from '#core/press/source'
import { vocabulary } from '#tests/bench/vocabulary'

/** The reading of a plain text, in the form of the contract. */
export const readText = (text: string): ReadingJson =>
  toContract(readPress(sourceFromText(text, 'text'), vocabulary), 'a.txt')

/** The reading of an article whose body is the given sentences. */
export const readBody = (...sentences: string[]): ReadingJson =>
  readText(['Tin hoạt động trong tuần của địa phương', '', ...sentences].join('\n'))

export const paragraph = (text: string, more: Partial<SourceBlock> = {}): SourceBlock => ({
  kind: 'paragraph',
  text,
  gap: 0,
  ...more,
})

export const picture = (index: number): SourceBlock => ({ kind: 'picture', text: '', gap: 0, picture: index })
