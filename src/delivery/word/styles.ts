import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx'
import type { DeliveryRules, StyleRule } from '../rules'
import { twips } from './layout/units'

/** Style ids of the data file that the writers use by name. */
export type StyleId =
  | 'BodyText'
  | 'Title'
  | 'Heading1'
  | 'Heading2'
  | 'Dateline'
  | 'Lede'
  | 'ListText'
  | 'Quote'
  | 'NoteInText'
  | 'Figure'
  | 'Caption'
  | 'Byline'
  | 'PhotoCredit'
  | 'OfficeLine'
  | 'NoteHeading'
  | 'NoteLabel'
  | 'NoteText'
  | 'NoteHead'
  | 'NoteNumber'
  | 'NoteDigest'
  | 'CellText'
  | 'CoverAgency'
  | 'CoverLine'
  | 'CoverTitle'
  | 'CoverVolume'
  | 'CoverPlace'
  | 'ContentsHeading'
  | 'Header'
  | 'RunningHead'
  | 'FormAgencyAbove'
  | 'FormAgency'
  | 'FormState'
  | 'FormMotto'
  | 'FormRule'
  | 'FormNumber'
  | 'FormPlaceDate'
  | 'FormTitle'
  | 'FormSubject'
  | 'FormLine'
  | 'FormNote'
  | 'FormBasis'
  | 'FormParty'
  | 'FormGap'
  | 'FormHead'
  | 'FormColumn'
  | 'FormCell'
  | 'FormCellMiddle'
  | 'FormGroup'
  | 'FormSigner'
  | 'FormSignHint'
  | 'FormSignName'
  | 'DossierWord'
  | 'DossierTitle'
  | 'DossierGap'
  | 'DossierFoot'
  | 'DossierBoxHead'
  | 'DossierBox'
  | 'SheetPicture'
  | 'SheetText'
  | 'SheetNumber'
  | 'AppendixText'
  | 'AppendixNumber'

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
} as const

/** The styles of every Word delivery, made from the data file: no paragraph carries formatting of its own. */
export function docxStyles(rules: DeliveryRules): IStylesOptions {
  const run = { font: rules.page.font, color: '000000', language: { value: rules.page.language } }
  return {
    default: { document: { run } },
    paragraphStyles: rules.word.styles.map(paragraphStyle),
  }
}

function paragraphStyle(rule: StyleRule): IParagraphStyleOptions {
  return {
    id: rule.id,
    name: rule.name,
    basedOn: rule.basedOn,
    next: rule.next,
    quickFormat: true,
    run: {
      ...(rule.size === undefined ? {} : { size: rule.size * 2 }),
      ...(rule.bold === undefined ? {} : { bold: rule.bold }),
      ...(rule.italic === undefined ? {} : { italics: rule.italic }),
    },
    paragraph: {
      ...(rule.align ? { alignment: alignments[rule.align] } : {}),
      ...(rule.keepNext ? { keepNext: true } : {}),
      ...(rule.keepLines ? { keepLines: true } : {}),
      ...(rule.outline ? { outlineLevel: rule.outline - 1 } : {}),
      ...indent(rule),
      ...spacing(rule),
    },
  }
}

function indent(rule: StyleRule) {
  const { firstLineMm, hangingMm, leftMm, rightMm } = rule
  if ([firstLineMm, hangingMm, leftMm, rightMm].every((value) => value === undefined)) return {}
  const indented = (mm: number | undefined) => (mm === undefined ? undefined : twips(mm))
  return {
    indent: {
      firstLine: indented(firstLineMm),
      hanging: indented(hangingMm),
      left: indented(leftMm),
      right: indented(rightMm),
    },
  }
}

/** Points to twentieths; line spacing to 240ths of a line. */
function spacing({ before, after, line }: StyleRule) {
  if ([before, after, line].every((value) => value === undefined)) return {}
  return {
    spacing: {
      ...(before === undefined ? {} : { before: before * 20 }),
      ...(after === undefined ? {} : { after: after * 20 }),
      ...(line === undefined ? {} : { line: Math.round(line * 240), lineRule: LineRuleType.AUTO }),
    },
  }
}
