import type { InputOf, Selection } from '#contract/operations'
import { type FormChoice, firstForm } from './FormOptions'

/** The products a clerk chooses from, in the order they are offered. */
export const forms = ['all', 'articles', 'book', 'excel', 'pictures', 'form'] as const
export type ExportForm = (typeof forms)[number]

type Name = 'export.all' | 'export.word' | 'export.excel' | 'export.form' | 'export.pictures'
type Request = { [N in Name]: { operation: N; input: InputOf<N> } }[Name]

/** The operation that makes a product of these articles in this folder. */
export function requestOf(
  form: ExportForm,
  selection: Selection,
  folder: string,
  choice: FormChoice = firstForm,
): Request {
  switch (form) {
    case 'all':
      return { operation: 'export.all', input: { selection, folder } }
    case 'excel':
      return { operation: 'export.excel', input: { selection, folder } }
    case 'form':
      return { operation: 'export.form', input: { selection, folder, ...choice } }
    case 'pictures':
      return { operation: 'export.pictures', input: { selection, folder } }
    default:
      return { operation: 'export.word', input: { selection, folder, form } }
  }
}
