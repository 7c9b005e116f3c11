import type { Instant, PartialDate } from '#core/model/common'

/** Who issues a form: what stands over it and under it. Empty where nobody has said it. */
export interface FormOffice {
  /** Cơ quan chủ quản and the office itself. */
  parentAgency: string
  agency: string
  /** The unit inside the office that prepares it. */
  unit: string
  place: string
  /** Whose rules hold: they decide the heading. */
  regime: 'state' | 'party'
}

/** A row of a form's table by the fields of its columns, or a heading over the rows that follow. */
export type FormRow = Record<string, string> | { group: string }

/** What a form is filled with; a text that is not known stands as dots to be written in by hand. */
export interface FormFacts {
  office: FormOffice
  date: PartialDate | null
  texts: Record<string, string>
  lists?: Record<string, string[]>
  rows?: FormRow[]
  /** The last change of what it states. */
  changedAt: Instant
}
