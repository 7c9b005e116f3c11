import { z } from 'zod'
import { Id, PartialDate } from '#core/model/common'
import {
  Dossier,
  DossierFields,
  FondsFields,
  Problem,
  Transfer,
  TransferFields,
  TransferState,
} from '#core/model/custody'
import { ArticleRow } from '#core/model/views'
import { change, query } from './operation'
import { patchOf, Selection } from './selection'

const Nothing = z.object({})
const Named = z.object({ id: Id })
/** `updatedAt` of the record that was read: one that was changed since is not overwritten. Left out: no matter. */
const Seen = z.object({ id: Id, updatedAt: z.string().optional() })
const Page = { offset: z.number().int().nonnegative().default(0), limit: z.number().int().min(1).max(500).default(100) }

const Counts = z.object({
  articles: z.number().int(),
  photos: z.number().int(),
  /** Files as received, and their size. */
  files: z.number().int(),
  bytes: z.number().int(),
})
export type CustodyCounts = z.infer<typeof Counts>

const TransferName = z.object({ id: Id, title: z.string(), date: PartialDate, state: TransferState })

/** A line of the list of dossiers. `from` and `to` as written, else as its items have them. */
export const DossierRow = Dossier.pick({
  id: true,
  updatedAt: true,
  code: true,
  title: true,
  year: true,
  number: true,
  heading: true,
  from: true,
  to: true,
  retention: true,
  access: true,
  keeper: true,
  status: true,
}).extend({ items: z.number().int(), transfers: z.array(TransferName) })
export type DossierRow = z.infer<typeof DossierRow>

/** Which dossiers: those of the list that fit, in its order. */
export const DossierTerms = z.object({
  /** Words of code, title, heading, keywords or keeper, with marks or without. */
  text: z.string().max(200).default(''),
  year: z.number().int().optional(),
  status: z.enum(['open', 'closed']).optional(),
  /** True: only those that no transfer has yet. */
  free: z.boolean().default(false),
  sort: z.enum(['code', 'title', 'newest']).default('code'),
})
export type DossierTerms = z.infer<typeof DossierTerms>

export const DossierQuery = DossierTerms.extend(Page)

/** Dossiers that something is made of: named ones, or all that a list finds. */
export const DossierSelection = z.union([z.array(Id), DossierTerms])
export type DossierSelection = z.infer<typeof DossierSelection>

/** A dossier with what its items come to. */
export const DossierView = z.object({
  dossier: Dossier,
  /** First and last date of its items; null where none has a date. */
  span: z.object({ from: PartialDate, to: PartialDate }).nullable(),
  counts: Counts,
  transfers: z.array(TransferName),
})
export type DossierView = z.infer<typeof DossierView>

/** An item of a dossier; `order` counts from 1. */
export const DossierItem = ArticleRow.pick({
  id: true,
  serial: true,
  title: true,
  date: true,
  dateKind: true,
  genre: true,
  photoCount: true,
  thumbnail: true,
  status: true,
}).extend({ order: z.number().int() })
export type DossierItem = z.infer<typeof DossierItem>

/** An article that was asked for and not put into the dossier. */
export const SkippedItem = z.object({
  id: Id,
  title: z.string(),
  because: z.enum(['already-in', 'in-other-dossier', 'in-closed-dossier', 'binned', 'missing']),
  /** The other dossier. */
  dossier: z.object({ id: Id, code: z.string(), title: z.string() }).nullable(),
})
export type SkippedItem = z.infer<typeof SkippedItem>

/** Articles for a dossier; `elsewhere` says what is done with those that lie in another open one. */
const Items = z.object({ selection: Selection, elsewhere: z.enum(['skip', 'move']).default('skip') })

const ItemsAdded = z.object({
  view: DossierView,
  added: z.number().int(),
  /** How many of them came out of another dossier. */
  moved: z.number().int(),
  skipped: z.array(SkippedItem),
})

/** A line of the list of transfers. */
export const TransferRow = Transfer.pick({
  id: true,
  updatedAt: true,
  title: true,
  date: true,
  state: true,
  registration: true,
  submission: true,
  amends: true,
}).extend({
  dossiers: z.number().int(),
  articles: z.number().int(),
  receiver: z.string(),
  packageName: z.string().nullable(),
  /** What the receiver answered; null while there is no receipt. */
  accepted: z.boolean().nullable(),
})
export type TransferRow = z.infer<typeof TransferRow>

/** A transfer with its dossiers in order and what they come to. */
export const TransferView = z.object({
  transfer: Transfer,
  dossiers: z.array(DossierRow),
  counts: Counts,
  amends: TransferName.nullable(),
  amendedBy: z.array(TransferName),
})
export type TransferView = z.infer<typeof TransferView>

/** One thing looked at before hand-over: `passed` (đạt) where none of its problems is an error. */
export const PreflightRow = z.object({
  kind: z.enum(['transfer', 'dossier', 'article', 'photo']),
  id: Id,
  /** Number among the items of its dossier; photos have that of their article. */
  order: z.number().int().nullable(),
  dossierId: Id.nullable(),
  title: z.string(),
  passed: z.boolean(),
  problems: z.array(Problem),
})
export type PreflightRow = z.infer<typeof PreflightRow>

/** What stands in the way of a package; words of the codes under `preflight` in the locale files. */
export const PreflightReport = z.object({
  passed: z.boolean(),
  totals: z.object({
    dossiers: z.number().int(),
    items: z.number().int(),
    photos: z.number().int(),
    passed: z.number().int(),
    failed: z.number().int(),
    warnings: z.number().int(),
  }),
  rows: z.array(PreflightRow),
})
export type PreflightReport = z.infer<typeof PreflightReport>

const Looked = Named.extend({ only: z.enum(['all', 'problems']).default('all') })

const { number, ...fieldsOfNewDossier } = DossierFields.shape

/**
 * Dossiers, transfers and what the fonds is. An article lies in one dossier at most: `article.dossierId` and
 * `dossier.items` always change together, in one change. A closed dossier, and one in a transfer that has left
 * `draft`, takes no change (`dossier-closed`, `dossier-in-transfer`); `reopen` both ways.
 */
export const custodyOperations = {
  /** What packages and forms say about the fonds; what nobody has written is empty or from `kho.json`. */
  'archive.settings': query(Nothing, FondsFields),
  'archive.updateSettings': change(patchOf(FondsFields.shape), FondsFields),

  'dossier.list': query(
    DossierQuery,
    z.object({ total: z.number().int(), rows: z.array(DossierRow), years: z.array(z.number().int()) }),
  ),
  'dossier.get': query(Named, DossierView),
  'dossier.items': query(
    z.object({ id: Id, ...Page }),
    z.object({ total: z.number().int(), rows: z.array(DossierItem) }),
  ),
  /** What a new dossier of a year would be given: the next number, and the code it makes. */
  'dossier.nextNumber': query(z.object({ year: z.number().int() }), z.object({ number: z.string(), code: z.string() })),
  /**
   * Makes a dossier, with items at once where they are named: one change. An empty `number` takes the next of
   * the year, an empty `code` is made of agency code, year and number. Errors: dossier-code-taken.
   */
  'dossier.create': change(
    z.object({
      ...fieldsOfNewDossier,
      number: number.default(''),
      code: z.string().trim().max(200).default(''),
      items: Items.optional(),
    }),
    ItemsAdded,
  ),
  /** Changes the fields that are named. A code made of year and number follows them; one that was typed stays. */
  'dossier.update': change(
    Seen.extend({ fields: patchOf({ ...DossierFields.shape, code: z.string().trim().max(200) }) }),
    DossierView,
  ),
  'dossier.addItems': change(Items.extend({ id: Id }), ItemsAdded),
  'dossier.removeItems': change(z.object({ id: Id, items: z.array(Id).min(1) }), DossierView),
  /** All items in their new order, or an order by what they are. */
  'dossier.reorder': change(
    z.union([z.object({ id: Id, items: z.array(Id) }), z.object({ id: Id, by: z.enum(['date', 'serial', 'title']) })]),
    DossierView,
  ),
  /** Ends the work on a dossier; empty dates are taken from its items. */
  'dossier.close': change(Named, DossierView),
  'dossier.reopen': change(Named, DossierView),
  /** Takes a dossier away; its articles stay in the archive. Errors: dossier-in-transfer. */
  'dossier.remove': change(Named, Nothing),
  /** Looks at a dossier as the receiver will: fields, lengths, dates, formats, duplicates, retention. */
  'dossier.check': query(Looked, PreflightReport),

  'transfer.list': query(
    z.object({ state: TransferState.optional(), ...Page }),
    z.object({ total: z.number().int(), rows: z.array(TransferRow) }),
  ),
  'transfer.get': query(Named, TransferView),
  /** A new transfer; a giver without a name is the office of the settings. */
  'transfer.create': change(TransferFields, TransferView),
  /** Only while it is a draft; condition and note at any time. Errors: transfer-not-draft. */
  'transfer.update': change(Seen.extend({ fields: patchOf(TransferFields.shape) }), TransferView),
  /** Says that it was handed over. */
  'transfer.deliver': change(Named, TransferView),
  /** Back to a draft: its package is no longer that of the transfer and has to be made again. Not once it is received. */
  'transfer.reopen': change(Named, TransferView),
  'transfer.remove': change(Named, Nothing),
  /** The same for everything a transfer hands over. Duplicates are looked for over all its dossiers. */
  'transfer.check': query(Looked, PreflightReport),
} as const
