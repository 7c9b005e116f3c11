import type { InputOf } from '#contract/operations'
import type { Picked } from '../../ui/TagPicker'
import { genres } from '../../words/vocabulary'

/** What the form holds; an empty text means that this stays as it is. */
export interface BulkForm {
  event: Picked[]
  people: Picked[]
  organizations: Picked[]
  places: Picked[]
  dossier: Picked[]
  addTopics: string
  removeTopics: string
  genre: string
  access: string
  retention: string
}

export const emptyForm: BulkForm = {
  event: [],
  people: [],
  organizations: [],
  places: [],
  dossier: [],
  addTopics: '',
  removeTopics: '',
  genre: '',
  access: '',
  retention: '',
}

/** Chosen where a retention period is to be taken away. */
export const noRetention = 'none'

type Edit = InputOf<'article.bulkEdit'>['edit']

/** The edit a form asks for; null while it asks for nothing. */
export function editOf(form: BulkForm): Edit | null {
  const [event] = form.event
  const [dossier] = form.dossier
  const genre = genres.find((one) => one === form.genre)
  const addTopics = topicsOf(form.addTopics)
  const removeTopics = topicsOf(form.removeTopics)
  const edit: Edit = {
    ...(event && { event: { fields: eventNamed(event.name), chosen: event.chosen } }),
    ...(form.people.length > 0 && { people: form.people.map((person) => ({ ...person, offices: [] })) }),
    ...(form.organizations.length > 0 && { organizations: form.organizations }),
    ...(form.places.length > 0 && { places: form.places }),
    ...(addTopics.length > 0 && { addTopics }),
    ...(removeTopics.length > 0 && { removeTopics }),
    ...(genre && { genre }),
    ...(form.access && { access: form.access as NonNullable<Edit['access']> }),
    ...(form.retention && { retention: retentionOf(form.retention) }),
    ...(dossier?.chosen && { dossierId: dossier.chosen }),
  }
  return Object.keys(edit).length > 0 ? edit : null
}

/** Topics as typed, one a line or parted by commas. */
export const topicsOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[,;\n]/)
      .map((topic) => topic.trim().normalize('NFC'))
      .filter(Boolean),
  ),
]

const eventNamed = (title: string) => ({ type: 'other' as const, title, from: null, to: null, place: null, host: null })

const retentionOf = (code: string): NonNullable<Edit['retention']> | null =>
  code === noRetention ? null : { code: code as '01', basis: '' }
