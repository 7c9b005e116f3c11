import { z } from 'zod'
import { KhoErrorData } from '#core/errors'
import { Article } from '#core/model/article'
import { DocumentRecord, Event, Organization, Person, Place } from '#core/model/authority'
import { Id, Instant, PartialDate } from '#core/model/common'
import { Draft, EventFields, Match, PersonFields, Warning } from '#core/model/draft'
import { Photo } from '#core/model/photo'
import { SavedSearch, SearchTerms } from '#core/model/search'
import { ArticleFacets, ArticlePage, ArticleQuery, ArticleRow, AuthorityPage, AuthorityQuery } from '#core/model/views'
import { ReadingJson } from '#core/press/contract'
import { articleOperations } from './articles'
import { authorityOperations, RecordRef } from './authority'
import { careOperations, LastBackup } from './care'
import { correctionsOperations } from './corrections'
import { custodyOperations } from './custody'
import { eventOperations } from './events'
import { explainOperations } from './explain'
import { historyOperations } from './history'
import { JobState } from './jobs'
import { learntOperations } from './learnt'
import { change, job, query } from './operation'

import { packageOperations } from './packages'
import { pasteOperations } from './paste'
import { photoMappingOperations } from './photo-mapping'
import { photoOperations } from './photos'
import { pictureOperations } from './pictures'
import { questionOperations } from './questions'
import { ExportReport, Selection } from './selection'
import { statisticsOperations } from './statistics'
import { TemplateChoice, templateOperations } from './templates'
import { termOperations } from './terms'
import { watchOperations } from './watch'
import { wordOperations } from './word'
import { workbookOperations } from './workbooks'

export type { CheckReport } from './care'
export type { PhotoView } from './photos'
export { ExportReport, Selection } from './selection'

const Nothing = z.object({})

export const ArchiveInfo = z.object({
  folder: z.string(),
  name: z.string(),
  agency: z.string(),
  fonds: z.string(),
  format: z.number().int(),
  readOnly: z
    .object({ reason: z.enum(['locked', 'media', 'newer-format', 'older-format']), by: z.string() })
    .nullable(),
  counts: z.record(z.string(), z.number().int()),
  /** What opening had to repair, for one sentence in the window. */
  repaired: z.array(z.object({ code: z.string(), args: z.record(z.string(), z.string()) })),
  createdAt: Instant,
  lastBackup: LastBackup.nullable(),
  /** How far the search index has got while it is made anew in the background; null where it is complete. */
  indexing: z.object({ done: z.number().int(), total: z.number().int() }).nullable(),
})
export type ArchiveInfo = z.infer<typeof ArchiveInfo>

export const NewArchive = z.object({
  folder: z.string().min(1),
  name: z.string().trim().min(1).max(200),
  agency: z.string().trim().max(300).default(''),
  fonds: z.string().trim().max(300).default(''),
})

/** One line of the report of an intake: every file that came in is named with what became of it. */
export const ImportedFile = z.object({
  file: z.string(),
  /** `unpacked`: a ZIP or a letter; the files in it have lines of their own. `sidecar`: words kept with a photo. */
  outcome: z.enum(['draft', 'photo', 'already-held', 'failed', 'skipped', 'unpacked', 'sidecar']),
  draftId: Id.nullable(),
  articleId: Id.nullable(),
  error: KhoErrorData.nullable(),
  warnings: z.array(Warning),
})
export type ImportedFile = z.infer<typeof ImportedFile>

export const ImportReport = z.object({
  files: z.array(ImportedFile),
  drafts: z.array(Id),
  articles: z.array(Id),
  photos: z.number().int(),
})
export type ImportReport = z.infer<typeof ImportReport>

export const DraftRow = z.object({
  id: Id,
  title: z.string(),
  receivedAt: Instant,
  files: z.array(z.string()),
  photos: z.number().int(),
  /** Photos that have no caption yet. */
  uncaptioned: z.number().int(),
  /** Photos that nearly repeat another. */
  nearPhotos: z.number().int(),
  thumbnails: z.array(Id),
  genre: z.string(),
  event: z.object({ type: z.string(), title: z.string(), date: PartialDate.nullable() }).nullable(),
  /** Names of people recognised, in order of the text. */
  people: z.array(z.string()),
  warnings: z.number().int(),
  duplicates: z.number().int(),
})
export type DraftRow = z.infer<typeof DraftRow>

export const DraftView = z.object({ draft: Draft, photos: z.array(Photo) })
export type DraftView = z.infer<typeof DraftView>

/** An article with the names its tags point to, ready to show. */
export const ArticleView = z.object({
  article: Article,
  events: z.array(Event),
  people: z.array(Person),
  organizations: z.array(Organization),
  places: z.array(Place),
  photos: z.array(Photo),
})
export type ArticleView = z.infer<typeof ArticleView>

const PhotoWithUse = z.object({
  photo: Photo,
  caption: z.string(),
  articleId: Id,
  articleTitle: z.string(),
  /** The event of that article, where the photos are told apart by it. */
  eventTitle: z.string().nullable().optional(),
  date: PartialDate.nullable(),
})

export const EventView = z.object({
  event: Event,
  articles: z.array(ArticleRow),
  photos: z.array(PhotoWithUse),
  /** People of its articles, with the offices as written there. */
  people: z.array(z.object({ id: Id, name: z.string(), offices: z.array(z.string()) })),
  documents: z.array(DocumentRecord),
  /** All articles there are; `articles` shows the newest. */
  total: z.number().int(),
  parent: Event.nullable(),
  /** Sub-events of a session, by date. */
  children: z.array(Event),
})
export type EventView = z.infer<typeof EventView>

export const PersonView = z.object({
  person: Person,
  articles: z.array(ArticleRow),
  /** Photos that show the person: tagged in the picture, or named in its caption. */
  photos: z.array(PhotoWithUse),
  /** All photos there are; `photos` shows the newest. */
  photosTotal: z.number().int(),
  events: z.array(Event),
  total: z.number().int(),
})
export type PersonView = z.infer<typeof PersonView>

/** A body, place or document with what is attached. */
export const NamedView = z.object({
  name: z.string(),
  detail: z.string(),
  articles: z.array(ArticleRow),
  total: z.number().int(),
  record: z.union([Place, Organization, DocumentRecord]),
  /** What stands above and below it, what it came from and what became of it. */
  family: z.object({
    parent: RecordRef.nullable(),
    children: z.array(RecordRef),
    predecessors: z.array(RecordRef),
    successors: z.array(RecordRef),
  }),
  /** Photos whose caption names it, newest article first. */
  photos: z.array(PhotoWithUse),
  events: z.array(Event),
})
export type NamedView = z.infer<typeof NamedView>

/** What a person tags from the command line or in bulk; names are matched or made. */
export const Tags = z.object({
  event: EventFields.partial()
    .extend({ title: z.string().min(1) })
    .optional(),
  people: z.array(PersonFields).optional(),
  places: z.array(z.string()).optional(),
  organizations: z.array(z.string()).optional(),
  topics: z.array(z.string()).optional(),
})
export type Tags = z.infer<typeof Tags>

/** Every named operation: the one list that window, command line and tests go by. */
export const operations = {
  'archive.create': query(NewArchive, ArchiveInfo),
  /**
   * `takeOver`: asks for the lock of one who seems dead; a living one keeps it and is named in `readOnly`.
   * `wait`: an index that must be made anew is complete before this answers.
   */
  'archive.open': query(
    z.object({ folder: z.string().min(1), takeOver: z.boolean().default(false), wait: z.boolean().default(false) }),
    ArchiveInfo,
  ),
  'archive.sample': job(NewArchive, ArchiveInfo),
  'archive.info': query(Nothing, ArchiveInfo.nullable()),
  'archive.close': query(Nothing, Nothing),
  ...careOperations,
  ...historyOperations,
  ...articleOperations,
  ...learntOperations,
  ...explainOperations,
  ...authorityOperations,
  ...eventOperations,
  ...statisticsOperations,
  ...termOperations,
  ...custodyOperations,
  ...packageOperations,

  /** What the reader takes from one file, by the reading contract; nothing is stored, no archive is needed. */
  'intake.read': query(z.object({ path: z.string().min(1) }), ReadingJson),
  'intake.import': job(
    z.object({
      /** Files and folders, absolute. A folder is taken whole. */
      paths: z.array(z.string()).min(1).max(10_000),
      /** True files each draft at once with everything suggested (command line, sample). */
      accept: z.boolean().default(false),
    }),
    ImportReport,
  ),
  ...pasteOperations,

  'draft.list': query(Nothing, z.object({ rows: z.array(DraftRow) })),
  'draft.get': query(z.object({ id: Id }), DraftView),
  /** Saves the clerk's work on a draft; `draft.updatedAt` must be the one that was read. */
  'draft.save': change(z.object({ draft: Draft }), Draft),
  /** Adds photos to a draft, or articles' photos dropped on it later. */
  'draft.addPhotos': job(z.object({ id: Id, paths: z.array(z.string()).min(1) }), ImportReport),
  /** Files the record: offered, accepted and changed suggestions become tags. One change. */
  'draft.file': change(z.object({ draft: Draft }), z.object({ articleId: Id, serial: z.number().int() })),
  /** Says that a draft does not repeat what it was flagged with. */
  'draft.notDuplicate': change(z.object({ id: Id, other: Id }), Nothing),
  'draft.discard': change(z.object({ id: Id, reason: z.string().max(500).default('') }), Nothing),

  'article.list': query(ArticleQuery, ArticlePage),
  /** How all that a query finds spreads over years, people, places and so on. */
  'article.facets': query(SearchTerms.omit({ sort: true }), ArticleFacets),
  'article.get': query(z.object({ id: Id }), ArticleView),
  'article.tag': change(z.object({ id: Id, tags: Tags }), ArticleView),
  'article.bin': change(z.object({ id: Id, reason: z.string().trim().min(1).max(500) }), Nothing),
  'article.restore': change(z.object({ id: Id }), Nothing),
  /** Takes a filed article back to the review screen as a draft that replaces it when filed again. */
  'article.revise': change(z.object({ id: Id }), z.object({ draftId: Id })),

  'authority.list': query(AuthorityQuery, AuthorityPage),
  /** Records a typed name may mean, best first, with the reason. */
  'authority.match': query(
    z.object({
      kind: z.enum(['event', 'person', 'organization', 'place']),
      name: z.string(),
      offices: z.array(z.string()).default([]),
      date: PartialDate.nullable().default(null),
    }),
    z.object({ matches: z.array(Match) }),
  ),
  'authority.get': query(z.object({ kind: z.enum(['organization', 'place', 'document']), id: Id }), NamedView),
  'event.get': query(z.object({ id: Id }), EventView),
  'person.get': query(z.object({ id: Id }), PersonView),

  ...photoOperations,
  ...photoMappingOperations,
  ...questionOperations,
  ...watchOperations,

  'search.list': query(Nothing, z.object({ searches: z.array(SavedSearch) })),
  /** Keeps a search under a name; one of that name is replaced. */
  'search.save': change(SavedSearch.pick({ name: true, query: true }), SavedSearch),
  'search.remove': change(z.object({ id: Id }), Nothing),

  'export.excel': job(
    z.object({
      selection: Selection,
      folder: z.string().min(1),
      /** Exported Word files to link to, by article id, relative to `folder`. */
      links: z.record(z.string(), z.string()).default({}),
    }),
    ExportReport,
  ),
  ...pictureOperations,
  /** Word (one each and one book), Excel linked to them, and pictures, in one folder. */
  'export.all': job(
    z.object({ selection: Selection, folder: z.string().min(1), template: TemplateChoice.default('in-use') }),
    ExportReport,
  ),

  ...workbookOperations,
  ...correctionsOperations,
  ...wordOperations,
  ...templateOperations,

  'job.list': query(Nothing, z.object({ jobs: z.array(JobState) })),
  'job.cancel': query(z.object({ id: z.string() }), Nothing),
} as const

export type Operations = typeof operations
export type OperationName = keyof Operations
export type InputOf<N extends OperationName> = z.input<Operations[N]['input']>
export type ParsedInputOf<N extends OperationName> = z.output<Operations[N]['input']>
export type OutputOf<N extends OperationName> = z.output<Operations[N]['output']>
export type NamesOfKind<K> = { [N in OperationName]: Operations[N]['kind'] extends K ? N : never }[OperationName]
/** What a call answers at once: a job answers with its id, everything else with its output. */
export type AnswerOf<N extends OperationName> = Operations[N]['kind'] extends 'job' ? { jobId: string } : OutputOf<N>
