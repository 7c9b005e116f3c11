import type { CitedDocument } from '#core/model/article'

/** A document as people call it: type and number, else type and what it is about. */
export function documentName({ type, number, subject }: Pick<CitedDocument, 'type' | 'number' | 'subject'>): string {
  return [type, number ?? subject].filter(Boolean).join(' ')
}
