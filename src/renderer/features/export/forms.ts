import type { InputOf, Selection } from '#contract/operations'
import { type FormChoice, firstForm } from './FormOptions'

/** What an export is about: articles, those of one dossier, or the papers of a transfer. */
export type ExportOf =
  | { articles: Selection }
  | { articles: Selection; dossier: string }
  | { transfer: string; received: boolean }

const articleForms = ['all', 'articles', 'book', 'contact-sheet', 'photo-sheet', 'excel', 'pictures', 'form'] as const
const dossierForms = ['dossier', 'contents'] as const
const transferForms = ['minutes', 'inventory', 'reception'] as const
type DossierForm = (typeof dossierForms)[number]
type TransferForm = (typeof transferForms)[number]
type ArticleForm = (typeof articleForms)[number]
export type ExportForm = ArticleForm | DossierForm | TransferForm

/** The products a clerk chooses from, in the order they are offered. */
export function formsFor(of: ExportOf): readonly ExportForm[] {
  if ('transfer' in of) return of.received ? transferForms : transferForms.filter((form) => form !== 'reception')
  return 'dossier' in of ? [...dossierForms, ...articleForms] : articleForms
}

type Name =
  | 'export.all'
  | 'export.word'
  | 'export.excel'
  | 'export.form'
  | 'export.pictures'
  | 'export.dossiers'
  | 'export.transfer'
type Request = { [N in Name]: { operation: N; input: InputOf<N> } }[Name]

/** The operation that makes a product in this folder. */
export function requestOf(form: ExportForm, of: ExportOf, folder: string, choice: FormChoice = firstForm): Request {
  if ('transfer' in of) {
    return { operation: 'export.transfer', input: { transfer: of.transfer, folder, form: form as TransferForm } }
  }
  if ('dossier' in of && dossierForms.includes(form as DossierForm)) {
    return { operation: 'export.dossiers', input: { dossiers: [of.dossier], folder, form: form as DossierForm } }
  }
  return articlesRequest(form as ArticleForm, of.articles, folder, choice)
}

function articlesRequest(form: ArticleForm, selection: Selection, folder: string, choice: FormChoice): Request {
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
