import { translator } from '#core/messages'
import { formatOfficialDate } from '#core/text/dates'
import type { DeliveryRules } from '../../rules'
import { xmlText } from '../../words'
import type { FormFacts } from './facts'
import type { FormLine } from './rules'

/** Turns the messages of the data file into the texts of one form. Their words are the forms', never the interface's. */
export class FormTexts {
  constructor(
    private readonly rules: DeliveryRules,
    private readonly facts: FormFacts,
  ) {}

  /** A message with the texts of the form; dots stand for what is not known. */
  say(message: string, more: Record<string, string> = {}): string {
    const known: Record<string, string> = { ...this.facts.texts, placeDate: this.placeDate(), ...more }
    const names = [...message.matchAll(/\{(\w+)/g)].map(([, name]) => name!)
    const args = Object.fromEntries(names.map((name) => [name, this.orBlank(name, known[name] ?? '')]))
    return xmlText(translator<string>({ message }, 'vi')('message', args))
  }

  /** The same, with nothing for what is not known: nobody writes dots under a signature. */
  said(message: string): string {
    const args = Object.fromEntries(
      [...message.matchAll(/\{(\w+)/g)].map(([, name]) => [name, this.facts.texts[name!] ?? '']),
    )
    return xmlText(translator<string>({ message }, 'vi')('message', args))
  }

  /** The lines of a part of a form that are to be printed. */
  lines(all: readonly FormLine[]): { style: FormLine['style']; text: string }[] {
    return all.flatMap(({ style, text, each, when }) => {
      if (when !== undefined && !this.facts.texts[when]) return []
      if (each === undefined) return [{ style, text: this.say(text) }]
      return (this.facts.lists?.[each] ?? []).map((value) => ({ style, text: this.say(text, { value }) }))
    })
  }

  /** `Nậm Rốm, ngày 08 tháng 7 năm 2024` (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
  placeDate(): string {
    const { heading } = this.rules.wordForms
    const { office, date } = this.facts
    const place = this.orBlank('place', office.place)
    const said = { place, date: date?.length === 10 ? formatOfficialDate(date) : heading.undated }
    return translator<string>({ message: heading.placeDate }, 'vi')('message', said)
  }

  private orBlank(name: string, text: string): string {
    const { blank, blanks } = this.rules.wordForms
    return text.trim() === '' ? (blanks[name] ?? blank) : text
  }
}
