import type { Problem } from '#core/model/custody'
import type { FieldRule } from './rules'

export function problemOf(
  severity: Problem['severity'],
  code: string,
  mend: Problem['mend'],
  args: Record<string, string> = {},
): Problem {
  return { severity, code, args, mend }
}

/** A required field that has nothing in it. */
export function missingOf({ name, need }: FieldRule, value: string, mend: Problem['mend']): Problem | null {
  return need === 'required' && value === '' ? problemOf('error', 'field-missing', mend, { name }) : null
}

/** A field longer than the circular allows, counted in characters as people count them. */
export function tooLongOf({ name, max }: FieldRule, value: string, mend: Problem['mend']): Problem | null {
  const length = [...value.normalize('NFC')].length
  if (length <= max) return null
  return problemOf('error', 'field-too-long', mend, { name, length: String(length), max: String(max) })
}
