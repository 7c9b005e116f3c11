import type { PartialDate } from '#core/model/common'
import type { Dossier, FondsFields, Transfer } from '#core/model/custody'
import type { DeliveredArticle } from '../delivery'

/** A dossier as a package takes it: its items come one by one, however many there are. */
export interface DossierContent {
  dossier: Dossier
  /** First and last date of its items. */
  span: { from: PartialDate; to: PartialDate } | null
  /** Items that are not there any more. */
  missing: string[]
  articles(): AsyncIterable<DeliveredArticle>
}

/** Everything that a hand-over is made of. */
export interface TransferContent {
  fonds: FondsFields
  /** Null where one dossier is looked at by itself. */
  transfer: Transfer | null
  dossiers: DossierContent[]
}
