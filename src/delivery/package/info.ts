import type { DeliveryContext } from '../delivery'
import type { TransferContent } from '../transfer/content'

/** The pairs of `bag-info.txt`: reserved labels of RFC 8493, 2.2.2, and what the receiving archive goes by. */
export function bagInfo(
  { fonds, transfer, dossiers }: TransferContent,
  amends: { title: string; fingerprint: string | null } | null,
  { madeAt }: DeliveryContext,
): [string, string][] {
  const parties = transfer ? [transfer.giver, transfer.receiver] : []
  return [
    ['Source-Organization', fonds.agency],
    ['Organization-Address', fonds.place],
    ['Contact-Name', parties[0]?.name ?? ''],
    ['External-Description', transfer?.title ?? ''],
    ['External-Identifier', transfer?.id ?? ''],
    ['Bag-Group-Identifier', fonds.fondsCode || fonds.fonds],
    ['Bagging-Date', madeAt.slice(0, 10)],
    ['Bag-Software-Agent', 'Kho Tin'],
    ['Kho-Tin-Agency-Code', fonds.agencyCode],
    ['Kho-Tin-Receiver', parties[1]?.organization ?? ''],
    ['Kho-Tin-Registration', transfer?.registration ?? ''],
    ['Kho-Tin-Submission', transfer ? String(transfer.submission) : ''],
    ['Kho-Tin-Dossiers', String(dossiers.length)],
    ['Kho-Tin-Dossier-Codes', dossiers.map(({ dossier }) => dossier.code).join('; ')],
    ['Kho-Tin-Amends', transfer?.amends ?? ''],
    ['Kho-Tin-Amends-Title', amends?.title ?? ''],
    ['Kho-Tin-Amends-Fingerprint', amends?.fingerprint ?? ''],
  ]
}
