import type { Archive } from '#archive/archive'
import type { DossierSelection, DossierTerms } from '#contract/custody'
import { Dossier, type Transfer } from '#core/model/custody'
import { compareVi, sortedVi } from '#core/text/collate'
import { sameTextKey } from '#core/text/folded-words'
import { allDossiers, allTransfers } from './held'

/** Dossiers that fit, in the order asked for. */
export async function foundDossiers(archive: Archive, terms: DossierTerms): Promise<Dossier[]> {
  const [dossiers, transfers] = [await allDossiers(archive), await allTransfers(archive)]
  const handedOver = heldIn(transfers)
  const wanted = sameTextKey(terms.text).split(' ')
  const found = dossiers.filter(
    (dossier) =>
      (terms.year === undefined || dossier.year === terms.year) &&
      (terms.status === undefined || dossier.status === terms.status) &&
      (!terms.free || !handedOver.has(dossier.id)) &&
      hasWords(dossier, wanted),
  )
  return sorted(found, terms.sort)
}

/** The dossiers that something is made of: those named, as named, or all that the list finds. */
export async function chosenDossiers(archive: Archive, chosen: DossierSelection): Promise<Dossier[]> {
  if (!Array.isArray(chosen)) return foundDossiers(archive, chosen)
  return (await archive.getMany('dossier', chosen)).map((record) => Dossier.parse(record))
}

/** The transfers of each dossier that has any, in their order. */
export function heldIn(transfers: readonly Transfer[]): Map<string, Transfer[]> {
  const held = new Map<string, Transfer[]>()
  for (const transfer of transfers) {
    for (const id of new Set(transfer.dossiers)) held.set(id, [...(held.get(id) ?? []), transfer])
  }
  return held
}

function hasWords({ code, title, heading, keywords, keeper }: Dossier, wanted: string[]): boolean {
  if (wanted.every((word) => word === '')) return true
  const text = sameTextKey([code, title, heading, ...keywords, keeper].join(' '))
  return wanted.every((word) => text.includes(word))
}

function sorted(dossiers: Dossier[], by: DossierTerms['sort']): Dossier[] {
  if (by === 'title') return sortedVi(dossiers, ({ title }) => title)
  if (by === 'code') return [...dossiers].sort((a, b) => compareVi(a.code, b.code))
  return [...dossiers].sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0))
}
