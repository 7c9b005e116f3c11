import type { Problem, Transfer } from '#core/model/custody'
import { sameTextOf } from '#core/model/same-text'
import { EarlierLikenesses } from '#core/pictures/earlier'
import type { DeliveredArticle, DeliveredPhoto } from '../delivery'
import { dateOf } from '../describe'
import { extensionOf } from '../pictures/names'
import type { DossierContent, TransferContent } from './content'
import { documentFields, dossierFields, type Fields, type ItemContext, pictureFields } from './fields'
import { missingOf, problemOf, tooLongOf } from './problems'
import type { SipRules } from './rules'

/** One thing that was looked at, as the report lists it: đạt where nothing of it is an error. */
export interface PreflightRow {
  kind: 'transfer' | 'dossier' | 'article' | 'photo'
  id: string
  /** Number among the items of its dossier. */
  order: number | null
  dossierId: string | null
  title: string
  problems: Problem[]
}

/** What looking at files needs from outside. */
export interface PreflightTools {
  rules: SipRules
  /** True where the original of a file lies where it should. */
  held(path: string): Promise<boolean>
  /** True where a photo of this type can be made a JPEG here. */
  canConvert(photo: DeliveredPhoto): boolean
}

/**
 * Looks at everything a package would hold, before it is written: what Thông tư 05/2025/TT-BNV, Điều 24 has the
 * receiver check (duplicates within the submission, fields and their lengths, formats, retention).
 */
export async function* preflight(content: TransferContent, tools: PreflightTools): AsyncGenerator<PreflightRow> {
  if (content.transfer) yield transferRow(content.transfer, content)
  const seen = new Seen()
  for (const dossier of content.dossiers) {
    const about = { dossier: dossier.dossier, fonds: content.fonds, rules: tools.rules }
    const rows: PreflightRow[] = []
    let items = 0
    for await (const delivered of dossier.articles()) {
      items += 1
      rows.push(await articleRow(delivered, items, about, seen, tools))
      for (const [index, photo] of delivered.photos.entries()) {
        rows.push(await photoRow(delivered, { photo, index, order: items }, about, seen, tools))
      }
    }
    yield dossierRow(dossier, items, content, tools.rules)
    yield* rows
  }
}

function transferRow(transfer: Transfer, { fonds, dossiers }: TransferContent): PreflightRow {
  const { id, title, giver, receiver } = transfer
  const mend = (field: string) => ({ kind: 'transfer', id, field })
  const problems = [
    dossiers.length === 0 && problemOf('error', 'transfer-empty', mend('dossiers')),
    !giver.name && problemOf('warning', 'party-unnamed', mend('giver'), { side: 'giver' }),
    !receiver.organization && problemOf('warning', 'party-unnamed', mend('receiver'), { side: 'receiver' }),
    !fonds.agencyCode &&
      problemOf('warning', 'agency-code-missing', { kind: 'fonds', id: 'fonds', field: 'agencyCode' }),
  ]
  return { kind: 'transfer', id, order: null, dossierId: null, title, problems: found(problems) }
}

function dossierRow(
  content: DossierContent,
  items: number,
  { transfer, fonds }: Pick<TransferContent, 'transfer' | 'fonds'>,
  rules: SipRules,
): PreflightRow {
  const { dossier, span, missing } = content
  const { id, code, title, from, to } = dossier
  const mend = (field: string | null) => ({ kind: 'dossier', id, field })
  const fields = dossierFields(content, { items, pages: dossier.pages })
  const forever = transfer?.destination !== 'current'
  const kept = !dossier.retention || rules.historicalRetention.includes(dossier.retention.code)
  const problems = [
    ...fieldProblems(fields, rules.dossier, mend),
    // Mã hồ sơ begins with the code of the agency (EAD, fileCode).
    !code.startsWith(fonds.agencyCode) &&
      problemOf('warning', 'code-without-agency', mend('code'), { code, agencyCode: fonds.agencyCode }),
    items === 0 && problemOf('error', 'dossier-empty', mend('items')),
    dossier.status === 'open' && problemOf('warning', 'dossier-open', mend('status')),
    from && to && from > to && problemOf('error', 'dates-reversed', mend('to'), { from, to }),
    span && from && span.from < from && problemOf('warning', 'date-outside', mend('from'), { date: span.from }),
    span &&
      to &&
      span.to.slice(0, to.length) > to &&
      problemOf('warning', 'date-outside', mend('to'), { date: span.to }),
    forever && !kept && problemOf('error', 'retention-not-forever', mend('retention')),
    dossier.retention?.code === '07' &&
      !dossier.retention.basis &&
      problemOf('warning', 'basis-missing', mend('retention')),
    dossier.access === '03' && problemOf('warning', 'secret', mend('access')),
    ...missing.map((item) => problemOf('error', 'item-missing', mend('items'), { id: item })),
  ]
  return { kind: 'dossier', id, order: null, dossierId: id, title: `${code} ${title}`, problems: found(problems) }
}

async function articleRow(
  delivered: DeliveredArticle,
  order: number,
  about: ItemContext,
  seen: Seen,
  tools: PreflightTools,
): Promise<PreflightRow> {
  const { article } = delivered
  const { id, title } = article
  const mend = (field: string | null) => ({ kind: 'article', id, field })
  const whose = mendOfItem(about, (field) => (field === 'outlet' && !article.outlet ? agencyOfFonds : mend(field)))
  const fields = documentFields(delivered, order, null, about)
  const date = dateOf(delivered)
  const [sameFile, sameText] = seen.article(delivered)
  const problems = [
    article.status === 'binned' && problemOf('error', 'item-binned', mend('status')),
    // A date known to the month is no day that the form can hold: say that, not that there is none.
    date && date.length < 10 && problemOf('error', 'date-incomplete', mend('publishedOn'), { date }),
    ...fieldProblems(fields, tools.rules.document, whose, date ? ['issuedDate'] : []),
    sameFile && problemOf('error', 'duplicate-file', mend('asReceived'), { other: sameFile }),
    !sameFile && sameText && problemOf('error', 'duplicate-text', mend('body'), { other: sameText }),
    article.access > about.dossier.access && problemOf('warning', 'access-stricter', mend('access')),
    ...(await lostFiles(delivered, tools)).map((name) =>
      problemOf('error', 'original-missing', mend('asReceived'), { name }),
    ),
  ]
  return { kind: 'article', id, order, dossierId: about.dossier.id, title, problems: found(problems) }
}

async function lostFiles({ originals }: DeliveredArticle, { held }: PreflightTools): Promise<string[]> {
  const lost: string[] = []
  for (const { name, path } of originals ?? []) if (!(await held(path))) lost.push(name)
  return lost
}

async function photoRow(
  delivered: DeliveredArticle,
  { photo, index, order }: { photo: DeliveredPhoto; index: number; order: number },
  about: ItemContext,
  seen: Seen,
  tools: PreflightTools,
): Promise<PreflightRow> {
  const { id } = photo.photo
  const mend = (field: string | null) => ({ kind: 'photo', id, field })
  const whose = mendOfItem(about, (field) =>
    field === 'access' || field === 'eventId' ? { kind: 'article', id: delivered.article.id, field } : mend(field),
  )
  const fields = pictureFields(delivered, { photo, index, serial: order, colour: null }, about)
  const { formats } = tools.rules
  const extension = extensionOf(photo).slice(1)
  const accepted = formats.picture.includes(extension)
  const like = seen.photo(photo)
  const problems = [
    ...fieldProblems(fields, tools.rules.picture, whose),
    like?.same && problemOf('warning', 'photo-twice', mend(null), { other: like.name }),
    like && !like.same && problemOf('warning', 'photo-near', mend(null), { other: like.name }),
    !accepted && tools.canConvert(photo) && problemOf('warning', 'format-converted', mend('file'), { extension }),
    !accepted && !tools.canConvert(photo) && problemOf('error', 'format-refused', mend('file'), { extension }),
    !(await tools.held(photo.originalPath)) &&
      problemOf('error', 'original-missing', mend('file'), { name: photo.name }),
  ]
  const title = fields.imageTitle || photo.name
  return { kind: 'photo', id, order, dossierId: about.dossier.id, title, problems: found(problems) }
}

/** Where a field of an item is mended: what it has of its dossier or of the office is mended there, once for all. */
function mendOfItem({ dossier }: ItemContext, own: (field: string) => Problem['mend']) {
  return (field: string): Problem['mend'] => {
    const named = ofDossier[field]
    return named ? { kind: 'dossier', id: dossier.id, field: named } : own(field)
  }
}

const agencyOfFonds = { kind: 'fonds', id: 'fonds', field: 'agency' }
const ofDossier: Record<string, string> = { retention: 'retention', code: 'code', dossierId: 'informationSign' }

function fieldProblems(
  fields: Fields,
  rules: SipRules['dossier'],
  mend: (field: string) => Problem['mend'],
  except: string[] = [],
): Problem[] {
  return rules
    .filter(({ name }) => !except.includes(name))
    .flatMap((rule) => {
      const value = (fields[rule.name] ?? '').trim()
      return missingOf(rule, value, mend(rule.field)) ?? tooLongOf(rule, value, mend(rule.field)) ?? []
    })
}

const found = (problems: (Problem | false | null | undefined | '')[]): Problem[] =>
  problems.filter((problem): problem is Problem => !!problem)

/** What went by, to find what comes twice. */
class Seen {
  private readonly files = new Map<string, string>()
  private readonly texts = new Map<string, string>()
  private readonly photos = new Map<string, string>()
  private readonly names: string[] = []
  private readonly likenesses = new EarlierLikenesses()

  /** Titles of earlier articles made of the same file, and of the same words. */
  article({ article }: DeliveredArticle): [string | undefined, string | undefined] {
    const hexes = article.asReceived.filter(({ role }) => role === 'text').map(({ digest }) => digest.hex)
    const file = hexes.map((hex) => this.files.get(hex)).find((title) => title !== undefined)
    const text = sameTextOf(article)
    const same = text === '' ? undefined : this.texts.get(text)
    for (const hex of hexes) if (!this.files.has(hex)) this.files.set(hex, article.title)
    if (text !== '' && same === undefined) this.texts.set(text, article.title)
    return [file, same]
  }

  /** An earlier photo that is the same file, or nearly the same picture. */
  photo({ photo, name }: DeliveredPhoto): { name: string; same: boolean } | null {
    const likeness = photo.likeness ?? ''
    const same = this.photos.get(photo.id)
    if (same !== undefined) return { name: same, same: true }
    const near = this.names[this.likenesses.first(likeness)]
    this.photos.set(photo.id, name)
    this.names[this.likenesses.add(likeness)] = name
    return near === undefined ? null : { name: near, same: false }
  }
}
