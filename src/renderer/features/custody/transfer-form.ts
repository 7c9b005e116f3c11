import type { PartialDate } from '#core/model/common'
import { type FondsFields, type Party, type Transfer, TransferFields } from '#core/model/custody'

/** What the form holds: texts as typed, the date as read. */
export interface TransferDraft {
  title: string
  date: PartialDate | null | undefined
  place: string
  destination: TransferFields['destination']
  giverOrganization: string
  giverName: string
  giverOffice: string
  receiverOrganization: string
  receiverName: string
  receiverOffice: string
  basis: string
  condition: string
  boxes: string
  shelfMetres: string
  registration: string
  submission: string
  amends: string
  note: string
}

/** A transfer as the form holds it; a new one goes from the office of the fonds to its archive. */
export function transferDraftOf(transfer: Transfer | null, fonds: FondsFields): TransferDraft {
  const giver = transfer?.giver ?? { ...fonds.preparer, organization: fonds.agency }
  const receiver = transfer?.receiver ?? { organization: fonds.archiveName, name: '', office: '' }
  return {
    title: transfer?.title ?? '',
    date: transfer?.date ?? null,
    place: transfer?.place ?? fonds.place,
    destination: transfer?.destination ?? 'historical',
    giverOrganization: giver.organization,
    giverName: giver.name,
    giverOffice: giver.office,
    receiverOrganization: receiver.organization,
    receiverName: receiver.name,
    receiverOffice: receiver.office,
    basis: transfer?.basis.join('\n') ?? '',
    condition: transfer?.condition ?? '',
    boxes: String(transfer?.boxes ?? ''),
    shelfMetres: String(transfer?.shelfMetres ?? '').replace('.', ','),
    registration: transfer?.registration ?? '',
    submission: String(transfer?.submission ?? 1),
    amends: transfer?.amends ?? '',
    note: transfer?.note ?? '',
  }
}

/** A number as typed, with a comma or a point; null where there is none, NaN where it is none. */
const countOf = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed.trim().replace(',', '.')))

/** One side of the hand-over as typed. */
export const partyOf = (draft: TransferDraft, side: 'giver' | 'receiver'): Party => ({
  organization: draft[`${side}Organization`].trim(),
  name: draft[`${side}Name`].trim(),
  office: draft[`${side}Office`].trim(),
})

/** What must be written and is not yet, by name. */
export const missingIn = ({ title, date }: TransferDraft): ('title' | 'date')[] => [
  ...(title.trim() === '' ? ['title' as const] : []),
  ...(date === null ? ['date' as const] : []),
]

/**
 * The fields as typed; dossiers and what the form does not show stay.
 * @returns null while the title or the date is missing or cannot be read
 */
export function transferFieldsOf(draft: TransferDraft, before: Transfer | null): TransferFields | null {
  const { title, date, place, destination, condition, registration, note, amends, basis } = draft
  const parsed = TransferFields.safeParse({
    ...before,
    ...{ title, date, place, destination, condition, registration, note },
    basis: basis
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    amends: amends || null,
    boxes: countOf(draft.boxes),
    shelfMetres: countOf(draft.shelfMetres),
    submission: Number(draft.submission.trim()),
    giver: partyOf(draft, 'giver'),
    receiver: partyOf(draft, 'receiver'),
  })
  return parsed.success ? parsed.data : null
}
