import type { FileChild } from 'docx'
import { writeAside } from '../../aside'
import type { DeliveryContext, WrittenFile } from '../../delivery'
import { type DeliveryRules, shippedRules } from '../../rules'
import { WordFile } from '../pack'
import { pageHeader, pageProperties, styled, textWidth } from '../parts'
import { type Cell, type CellLine, table } from '../table'
import type { FormFacts, FormRow } from './facts'
import { formHeading } from './heading'
import { columnsOf, type SignatureRule, type WordFormName, type WordFormRule, type WordTableRule } from './rules'
import { FormTexts } from './texts'

/**
 * Writes an official form as a Word file of its own: heading block, title, table with a numbering row and its
 * head on every page, closing lines, signatures. The same facts give the same bytes.
 * @param path where it should lie; numbered `(2)` where something is there
 * @throws KhoError cancelled, or as Files gives it; nothing is left behind then
 */
export async function writeForm(
  name: WordFormName,
  facts: FormFacts,
  path: string,
  context: DeliveryContext,
): Promise<WrittenFile> {
  const { files, signal } = context
  const rules = context.rules ?? shippedRules
  return writeAside(files, files.dirName(path), signal, async (file) => {
    const word = await WordFile.begin(file, rules)
    const section = {
      properties: pageProperties(rules, { titlePage: true }),
      headers: { default: pageHeader(rules) },
      children: formPages(name, facts, rules),
    }
    const title = rules.wordForms.forms[name].file
    await word.finish(
      [word.compile(section)],
      { title, agency: facts.office.agency, changedAt: facts.changedAt },
      signal,
    )
    return { ...(await file.finish(path)), articles: 0 }
  })
}

/** Everything of a form, from its heading to its signatures. */
export function formPages(name: WordFormName, facts: FormFacts, rules: DeliveryRules): FileChild[] {
  const form = rules.wordForms.forms[name]
  const texts = new FormTexts(rules, facts)
  return [...formHeading(rules, facts, texts, form), ...formText(form, facts, texts, rules)]
}

/** A form without its heading, as it stands inside a dossier. */
export function formBody(
  name: WordFormName,
  facts: FormFacts,
  rules: DeliveryRules,
  special: SpecialCell,
): FileChild[] {
  return formText(rules.wordForms.forms[name], facts, new FormTexts(rules, facts), rules, special)
}

/** What only Word can fill in, such as the page of a part; null for an ordinary cell. */
export type SpecialCell = (field: string, row: FormRow) => CellLine | null

function formText(
  form: WordFormRule,
  facts: FormFacts,
  texts: FormTexts,
  rules: DeliveryRules,
  special: SpecialCell = () => null,
): FileChild[] {
  const signed = form.signatures.length > 0
  const [before, after] = [texts.lines(form.before), texts.lines(form.after)]
  // Nobody signs a page that has nothing else on it.
  const companions = signed ? (form.table ? after.slice(-2) : [...before, ...after].slice(-2)) : []
  const lines = (all: typeof before) =>
    all.map((one) => {
      const dotsTo = one.text.includes('\t') ? textWidth(rules) : undefined
      return styled(one.style, one.text, { keepNext: companions.includes(one), dotsTo })
    })
  return [
    ...lines(before),
    ...(form.table ? [formTable(form.table, facts.rows ?? [], rules, special)] : []),
    ...(form.table && (signed || after.length > 0) ? [styled('FormGap', '')] : []),
    ...lines(after),
    ...(signed ? [signatures(form.signatures, texts, rules)] : []),
  ]
}

function formTable(
  form: WordTableRule,
  rows: readonly FormRow[],
  rules: DeliveryRules,
  special: SpecialCell,
): FileChild {
  const columns = columnsOf(form, rules)
  const head = columns.map(({ title }): Cell => [['FormHead', title]])
  const numbers = columns.map((_, index): Cell => [['FormColumn', `(${index + 1})`]])
  const cells = (row: FormRow): Cell[] => {
    if ('group' in row) return columns.map(({ field }): Cell => [['FormGroup', field === 'title' ? row.group! : '']])
    return columns.map(
      ({ field, align }): Cell => [
        special(field, row) ?? [align === 'center' ? 'FormCellMiddle' : 'FormCell', row[field] ?? ''],
      ],
    )
  }
  return table(rules, {
    widths: columns.map(({ width }) => width),
    head: form.numbered ? [head, numbers] : [head],
    rows: rows.length > 0 ? rows.map(cells) : [columns.map((): Cell => [['FormCell', '']])],
    lines: 'form',
  })
}

/** Who signs, side by side, never parted by the end of a page. */
function signatures(sides: readonly (SignatureRule | null)[], texts: FormTexts, rules: DeliveryRules): FileChild {
  const cells = sides.map((side): Cell => {
    if (!side) return []
    const name = side.name === '' ? '' : texts.said(side.name)
    return [
      ...(side.above ? [['FormPlaceDate', texts.say(side.above)] satisfies CellLine] : []),
      ['FormSigner', side.title],
      ['FormSignHint', side.hint],
      ['FormSignName', name],
    ]
  })
  return table(rules, { widths: signatureShares[sides.length] ?? [], rows: [cells], lines: 'none', together: true })
}

const signatureShares: Record<number, number[]> = { 1: [1], 2: [46, 54] }
