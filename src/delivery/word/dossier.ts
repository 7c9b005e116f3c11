import { type FileChild, type ISectionOptions, PageReference, Paragraph } from 'docx'
import type { Instant } from '#core/model/common'
import { formatDate } from '#core/text/dates'
import type { AsideFile } from '../aside'
import type { DeliveredArticle, DeliveryContext, WrittenFile } from '../delivery'
import { fondsName } from '../describe'
import type { DeliveryRules } from '../rules'
import { BoundArticles } from './articles'
import { Binding } from './binding'
import { type GridPhoto, gridBox, photoGrid } from './contact-sheet'
import { framed } from './cover'
import type { FormFacts, FormOffice, FormRow } from './forms/facts'
import { formBody } from './forms/form'
import { type DossierLine, documentRow, retentionText } from './forms/records'
import { FormTexts } from './forms/texts'
import { taking } from './layout/blocks'
import { styled, textWidth } from './parts'
import { type Cell, type CellLine, table } from './table'
import { type GrowingVolume, writeVolumes } from './volumes'

/** A dossier as its cover and its list of contents state it. */
export interface DossierFacts {
  dossier: DossierLine & { code: string; year: number; fondsCode: string; updatedAt: Instant }
  office: FormOffice
  fonds: string
}

/**
 * Writes a dossier as one Word file: the face of its folder, Mục lục văn bản, tài liệu with the page of each
 * document, the articles in order, all photos with their captions, the originals with SHA-256. A dossier that
 * grows past the bounds of the data file goes on in volumes. The same dossier gives the same bytes.
 * @throws KhoError export-nothing-selected for an empty one, cancelled, or as Files gives it
 */
export async function writeDossier(
  articles: AsyncIterable<DeliveredArticle>,
  facts: DossierFacts,
  { total }: { total?: number },
  path: string,
  context: DeliveryContext,
): Promise<WrittenFile[]> {
  const options = { path, total, nameOf: ({ article }: DeliveredArticle) => article.title }
  return writeVolumes(articles, (file) => DossierVolume.begin(file, facts, context), options, context)
}

class DossierVolume implements GrowingVolume<DeliveredArticle> {
  private readonly rows: FormRow[] = []
  private readonly grid: GridPhoto[] = []

  private constructor(
    private readonly facts: DossierFacts,
    private readonly inside: BoundArticles,
  ) {
    inside.changed(facts.dossier.updatedAt)
  }

  static async begin(file: AsideFile, facts: DossierFacts, context: DeliveryContext): Promise<DossierVolume> {
    const binding = await Binding.begin(file, facts.dossier.title, context)
    return new DossierVolume(facts, new BoundArticles(binding, context))
  }

  get file(): AsideFile {
    return this.inside.binding.file
  }

  get articles(): number {
    return this.inside.count
  }

  get full(): boolean {
    return this.inside.full
  }

  async add(delivered: DeliveredArticle, number: number): Promise<void> {
    const { binding, rules, context } = this.inside
    await this.inside.add(delivered, number)
    this.rows.push({ ...documentRow(delivered, number, context.agency, rules), mark: `bai_${number}` })
    for (const shown of delivered.photos) {
      const placed = await binding.shelf.placeOne(shown, gridBox(rules, rules.wordForms.appendix))
      this.grid.push({ photo: { shown, within: delivered }, number: this.grid.length + 1, placed })
    }
  }

  /** Writes the folder's face and the list of documents before the articles, photos and originals after them. */
  async close(volume: number | null): Promise<void> {
    const { binding, rules, words, context, changedAt } = this.inside
    if (this.grid.length > 0) {
      const title = words.say('delivery.dossier.photos')
      const grid = photoGrid(this.grid, rules.wordForms.appendix, ['AppendixNumber', 'AppendixText'], rules, words)
      binding.add({ bookmark: 'phu_luc_anh', title }, title, [grid], { last: !this.inside.haveOriginals })
      this.rows.push({ subject: title, mark: 'phu_luc_anh' })
    }
    if (this.inside.haveOriginals) {
      this.inside.addOriginals()
      this.rows.push({ subject: words.say('delivery.book.originals'), mark: 'tep_goc' })
    }
    const contentsHead = rules.wordForms.forms.documents.file
    const front = { cover: dossierCover(this.facts, volume, rules), contents: this.contents(), contentsHead }
    await binding.close(front, { title: this.facts.dossier.title, agency: context.agency, changedAt })
    this.grid.length = 0
    this.rows.length = 0
  }

  private contents(): FileChild[] {
    const { dossier, office } = this.facts
    const texts = { number: dossier.number, year: String(dossier.year) }
    const facts: FormFacts = { office, date: null, texts, rows: this.rows, changedAt: dossier.updatedAt }
    return formBody('documents', facts, this.inside.rules, pageOfRow)
  }
}

/** The page of a document in this file, for the column of pages. */
function pageOfRow(field: string, row: FormRow): CellLine | null {
  if (field !== 'page' || !('mark' in row) || !row.mark) return null
  const children = [new PageReference(row.mark, { hyperlink: true })]
  return () =>
    taking(new Paragraph({ style: 'FormCellMiddle', children }), { kind: 'text', style: 'FormCellMiddle', text: '000' })
}

function dossierCover(
  { dossier, office, fonds }: DossierFacts,
  volume: number | null,
  rules: DeliveryRules,
): ISectionOptions {
  const { upper, lower } = rules.wordForms.cover
  const upperCase = (text: string) => text.toLocaleUpperCase('vi')
  const texts = new FormTexts(rules, {
    office,
    date: null,
    changedAt: dossier.updatedAt,
    texts: {
      parentAgency: upperCase(office.parentAgency),
      agency: upperCase(office.agency),
      unit: office.unit,
      number: dossier.number,
      code: dossier.code,
      title: dossier.title,
      from: dossier.from ? formatDate(dossier.from) : '',
      to: dossier.to ? formatDate(dossier.to) : '',
      sheets: dossier.sheets === null ? '' : String(dossier.sheets),
      retention: retentionText(dossier.retention),
      volume: volume === null ? '' : String(volume),
      fonds: fondsName(fonds),
      fondsCode: dossier.fondsCode,
    },
  })
  const left = lower.left.map((text): CellLine => ['DossierFoot', texts.say(text)])
  const right: Cell = texts.lines(lower.right).map(({ style, text }): CellLine => [style, text])
  const dotsTo = textWidth(rules) / 2
  return framed(rules, [
    ...texts.lines(upper).map(({ style, text }) => styled(style, text, text.includes('\t') ? { dotsTo } : {})),
    styled('DossierGap', ''),
    table(rules, { widths: [60, 40], rows: [[left, right]], lines: 'none', together: true }),
  ])
}
