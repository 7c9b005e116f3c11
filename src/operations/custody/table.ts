import type { Handlers } from '../runner'
import * as dossiers from './dossiers'
import * as items from './items'
import { checkDossier, checkTransfer } from './preflight'
import { getSettings, updateSettings } from './settings'
import * as transfers from './transfers'

/** The Word and Excel libraries are large: they are loaded when first needed, not when the window opens. */
const packing = () => import('./package')
const receiving = () => import('./receive')

/** Dossiers, transfers and the settings of the fonds. */
export const custodyHandlers = {
  'archive.settings': getSettings,
  'archive.updateSettings': updateSettings,

  'dossier.list': dossiers.listDossiers,
  'dossier.get': dossiers.getDossier,
  'dossier.items': dossiers.listItems,
  'dossier.nextNumber': dossiers.nextNumber,
  'dossier.create': items.createDossier,
  'dossier.update': dossiers.updateDossier,
  'dossier.addItems': items.addItems,
  'dossier.removeItems': items.removeItems,
  'dossier.reorder': items.reorderItems,
  'dossier.close': dossiers.closeDossier,
  'dossier.reopen': dossiers.reopenDossier,
  'dossier.remove': dossiers.removeDossier,
  'dossier.check': checkDossier,

  'transfer.list': transfers.listTransfers,
  'transfer.get': transfers.getTransfer,
  'transfer.create': transfers.createTransfer,
  'transfer.update': transfers.updateTransfer,
  'transfer.deliver': transfers.deliverTransfer,
  'transfer.reopen': transfers.reopenTransfer,
  'transfer.remove': transfers.removeTransfer,
  'transfer.check': checkTransfer,

  'transfer.package': async (...call) => (await packing()).packageTransfer(...call),
  'transfer.receipt': async (...call) => (await receiving()).takeReceipt(...call),
  'package.verify': async (...call) => (await receiving()).verify(...call),
  'package.receive': async (...call) => (await receiving()).receive(...call),
} as const satisfies Partial<Handlers>
