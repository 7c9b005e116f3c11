import { translator } from '#core/messages'
import en from '#resources/locale/en/guide.json'
import vi from '#resources/locale/vi/guide.json'
import type { DeliveryContext } from '../delivery'
import type { TransferContent } from '../transfer/content'
import { deliveryWords } from '../words'
import type { PackageRules } from './rules'

/** What the page is made of: `resources/delivery/guide.html` and `guide.js`. */
export interface GuideParts {
  page: string
  script: string
}

/** What the page says of the payload; the SHA-256 of its manifest tells this package from every other. */
export interface GuideFacts {
  fingerprint: string
  files: number
  bytes: number
  amends: string | null
  originals: boolean
}

/** A page that explains a package and checks it in any browser, in one file. The same package gives the same page. */
export function guidePage(
  parts: GuideParts,
  content: TransferContent,
  facts: GuideFacts,
  rules: PackageRules,
  context: Pick<DeliveryContext, 'language'>,
): string {
  const language = context.language ?? 'vi'
  const words = language === 'vi' ? vi : en
  const page = translator<string>(words, language)
  const { say, date, size } = deliveryWords(language)
  const { transfer, fonds, dossiers } = content
  const about: [string, string][] = [
    ['giver', [transfer?.giver.organization, transfer?.giver.name].filter(Boolean).join(', ')],
    ['receiver', [transfer?.receiver.organization, transfer?.receiver.name].filter(Boolean).join(', ')],
    ['date', transfer ? date(transfer.date) : ''],
    ['registration', transfer?.registration ?? ''],
    ['submission', transfer ? String(transfer.submission) : ''],
    ['amends', facts.amends ?? ''],
    ['fonds', [fonds.fondsCode, fonds.fonds].filter(Boolean).join(' ')],
    ['files', String(facts.files)],
    ['size', size(facts.bytes)],
    ['fingerprint', facts.fingerprint],
  ]
  const factRows = about
    .filter(([, value]) => value !== '')
    .map(([key, value]) => row([th(page(`guide.about.${key}`)), td(value, key === 'fingerprint')]))
  const dossierRows = dossiers.map(({ dossier }) =>
    row([
      td(dossier.code),
      td(dossier.title),
      td(dossier.retention ? say(`retention.${dossier.retention.code}`) : ''),
      `<td class="number">${dossier.items.length}</td>`,
    ]),
  )
  const script = { fingerprint: facts.fingerprint, words: scriptWords(words.guide.script, page) }
  const values: Record<string, string> = {
    language,
    title: escaped(transfer?.title ?? dossiers[0]?.dossier.title ?? ''),
    agency: escaped(fonds.agency),
    facts: factRows.join(''),
    dossiers: dossierRows.join(''),
    inside: inside(rules, facts.originals)
      .map(([path, key]) => row([td(path, true), td(page(`guide.inside.${key}`))]))
      .join(''),
    // Nothing that ends a script can stand in it, whatever a title holds.
    data: JSON.stringify(script).replaceAll('<', '\\u003c'),
    script: parts.script,
  }
  return parts.page.replace(/\{\{([\w.]+)\}\}/g, (_, name: string) =>
    name.startsWith('w.') ? escaped(page(`guide.page.${name.slice(2)}`)) : (values[name] ?? ''),
  )
}

const inside = ({ folders, catalogue }: PackageRules, originals: boolean): [string, string][] => [
  [`data/…/${folders.articles}/`, 'articles'],
  [`data/…/${folders.pictures}/`, 'pictures'],
  ...(originals ? ([[`data/…/${folders.originals}/`, 'originals']] as [string, string][]) : []),
  [`data/${catalogue}`, 'catalogue'],
  ['data/*.xlsx', 'forms'],
  ['metadata/', 'metadata'],
  ['manifest-*.txt', 'manifest'],
]

function scriptWords(words: Record<string, string>, page: (key: string) => string): Record<string, string> {
  return Object.fromEntries(Object.keys(words).map((key) => [key, page(`guide.script.${key}`)]))
}

const row = (cells: string[]) => `<tr>${cells.join('')}</tr>`
const th = (text: string) => `<th scope="row">${escaped(text)}</th>`
const td = (text: string, code = false) => `<td>${code ? `<code>${escaped(text)}</code>` : escaped(text)}</td>`

function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark)
}
