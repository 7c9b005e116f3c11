import type { InputOf, Selection } from '#contract/operations'
import type { ExcelForm } from '#core/model/forms'
import type { TemplatePurpose } from '#core/model/template'

type Dossiers = InputOf<'export.dossiers'>['dossiers']

/** What an export is about: articles, those of one dossier, the dossiers of a list, the papers of a transfer, photos. */
export type ExportOf =
  | { articles: Selection }
  | { dossier: string; items: string[] }
  | { dossiers: Exclude<Dossiers, string[]> }
  | { transfer: string; dossiers: string[]; received: boolean }
  | { photos: string[] }

const articleForms = ['all', 'articles', 'book', 'contact-sheet', 'photo-sheet', 'excel', 'pictures', 'form'] as const
type ArticleForm = (typeof articleForms)[number]
type DossierForm = 'dossier' | 'contents' | 'case-list' | 'inventory'
type TransferForm = 'minutes' | 'inventory' | 'reception'
type PhotoForm = 'photos-2025' | 'photos-2019' | 'import-workbook'
export type ExportForm = ArticleForm | DossierForm | TransferForm | PhotoForm

const photoForms = ['photos-2025', 'photos-2019', 'import-workbook'] as const

/** The products a clerk chooses from, in the order they are offered, the papers of custody before the others. */
export function formsFor(of: ExportOf): readonly ExportForm[] {
  if ('photos' in of) return ['pictures', 'contact-sheet', 'photo-sheet']
  if ('transfer' in of) {
    const papers = ['minutes', 'inventory', 'contents', 'dossier', ...photoForms] as const
    return of.received ? [...papers, 'reception'] : papers
  }
  if ('dossiers' in of) return ['case-list', 'inventory', 'contents', 'dossier']
  if ('dossier' in of) return ['dossier', 'contents', ...photoForms, ...articleForms.filter((form) => form !== 'form')]
  return articleForms
}

/** The workbook that holds the same form as a Word file does. */
const workbookOf: Partial<Record<ExportForm, ExcelForm>> = {
  contents: 'dossier-contents',
  'case-list': 'dossier-list',
  inventory: 'transfer-list',
}

/** Whether a form can be had as Word and as Excel. */
export const hasBothFormats = (form: ExportForm): boolean => workbookOf[form] !== undefined

/** What a template may be used for, where one may. */
export function templatePurposeOf(form: ExportForm): TemplatePurpose | null {
  if (form === 'all' || form === 'articles') return 'article'
  return form === 'dossier' || form === 'minutes' ? form : null
}

/** Whether small or large pictures can go along. */
export const takesPictures = (form: ExportForm | ExcelForm): { thumbnails: boolean; pictures: boolean } => ({
  thumbnails: form === 'photos-2025' || form === 'photos-2019',
  pictures: photoForms.includes(form as PhotoForm),
})

/** What a clerk chose besides the form. */
export interface ExportChoice {
  format: 'word' | 'excel'
  /** `in-use`, `none`, or the id of a kept template. */
  template: string
  /** Which workbook, for the forms over articles. */
  form: ExcelForm
  thumbnails: boolean
  pictures: boolean
  copies: { kind: CopyKind; longest: number }
}

export const copyKinds = ['originals', 'described', 'web'] as const
export type CopyKind = (typeof copyKinds)[number]
/** Longest sides that are usual: for a letter, a page of the web, a large screen, a print. */
export const longestSides = [1280, 1920, 2560, 4096] as const

export const firstChoice: ExportChoice = {
  format: 'word',
  template: 'in-use',
  form: 'photos-2025',
  thumbnails: false,
  pictures: false,
  copies: { kind: 'originals', longest: 1920 },
}

type Name =
  | 'export.all'
  | 'export.word'
  | 'export.excel'
  | 'export.form'
  | 'export.pictures'
  | 'export.photos'
  | 'export.photoSheets'
  | 'export.dossiers'
  | 'export.transfer'
type Request = { [N in Name]: { operation: N; input: InputOf<N> } }[Name]

/** The operation that makes a product in this folder. */
export function requestOf(form: ExportForm, of: ExportOf, folder: string, choice: ExportChoice): Request {
  if ('photos' in of) return ofPhotos(form, of.photos, folder, choice)
  const workbook = workbookOf[form]
  if (workbook && choice.format === 'excel') return overDossiers(workbook, of, folder, choice)
  if (photoForms.includes(form as PhotoForm) && !('articles' in of)) {
    return overDossiers(form as PhotoForm, of, folder, choice)
  }
  const template = templateOf(choice.template)
  if ('transfer' in of && (form === 'minutes' || form === 'inventory' || form === 'reception')) {
    return { operation: 'export.transfer', input: { transfer: of.transfer, folder, form, template } }
  }
  if (form === 'dossier' || form === 'contents' || form === 'case-list' || form === 'inventory') {
    return { operation: 'export.dossiers', input: { dossiers: dossiersOf(of), folder, form, template } }
  }
  return ofArticles(form as ArticleForm, selectionOf(of), folder, choice)
}

function ofPhotos(form: ExportForm, photos: string[], folder: string, { copies }: ExportChoice): Request {
  if (form === 'contact-sheet' || form === 'photo-sheet')
    return { operation: 'export.photoSheets', input: { photos, folder, form } }
  return { operation: 'export.photos', input: { photos, folder, copies } }
}

const dossiersOf = (of: ExportOf): Dossiers => ('dossiers' in of ? of.dossiers : 'dossier' in of ? [of.dossier] : [])

/** The articles of a dossier in its own order. */
const selectionOf = (of: ExportOf): Selection =>
  'articles' in of ? of.articles : { ids: 'dossier' in of ? of.items : [] }

const templateOf = (template: string): InputOf<'export.word'>['template'] =>
  template === 'in-use' || template === 'none' ? template : { id: template }

function overDossiers(form: ExcelForm, of: ExportOf, folder: string, choice: ExportChoice): Request {
  const { thumbnails, pictures } = takesPictures(form)
  const more = { thumbnails: thumbnails && choice.thumbnails, pictures: pictures && choice.pictures }
  const over = 'transfer' in of ? { transfer: of.transfer } : { dossiers: dossiersOf(of) }
  return { operation: 'export.form', input: { form, folder, ...over, ...more } }
}

function ofArticles(form: ArticleForm, selection: Selection, folder: string, choice: ExportChoice): Request {
  const template = templateOf(choice.template)
  switch (form) {
    case 'all':
      return { operation: 'export.all', input: { selection, folder, template } }
    case 'excel':
      return { operation: 'export.excel', input: { selection, folder } }
    case 'form': {
      const { form, thumbnails, pictures } = choice
      return { operation: 'export.form', input: { selection, folder, form, thumbnails, pictures } }
    }
    case 'pictures':
      return { operation: 'export.pictures', input: { selection, folder, copies: choice.copies } }
    default:
      return { operation: 'export.word', input: { selection, folder, form, template } }
  }
}
