import type { AsReceivedFile, Id } from '#core/model/common'
import type { Region, Turn } from '#core/model/photo'
import type { RecordKind, RecordOf } from '#core/model/records'
import type {
  ArticleFacets,
  ArticlePage,
  ArticleQuery,
  ArticleTerms,
  AuthorityKind,
  AuthorityPage,
  AuthorityQuery,
  AuthorityRow,
  PhotoEventPage,
  PhotoEventQuery,
  PhotoMonths,
  PhotoPage,
  PhotoQuery,
  PhotoRow,
} from '#core/model/views'
import type { Counts } from './index/statistics'

/** Who the archive belongs to; stored in `kho.json`. */
export interface ArchiveIdentity {
  format: number
  id: string
  name: string
  agency: string
  fonds: string
  createdAt: string
}

/** One put or removal inside a change. */
export type ChangeEntry = { [K in RecordKind]: { kind: K; id: Id; after: RecordOf<K> | null } }[RecordKind]

/** One transaction = one journal line = one undo step = one audit line. */
export interface Change {
  /** The operation that asked for it, for history and undo: `draft.file`. */
  operation: string
  /** One sentence for people is made from this in the locale files. */
  args: Record<string, string>
  entries: ChangeEntry[]
  /** The change that this one takes back, or does again. */
  undoes?: number
  redoes?: number
}

export interface Committed {
  sequence: number
  at: string
}

/** Which preview of a photo: its longest side in pixels, and how the photo is turned. */
export interface KeptPreview {
  size: number
  turned: Turn
}

/** The change that was committed last by this opening: what its doer is told of it. */
export interface LastChange {
  sequence: number
  operation: string
  args: Record<string, string>
}

/** What opening had to repair, one line each for the person. */
export interface OpeningReport {
  replayed: number
  repaired: { code: string; args: Record<string, string> }[]
}

/** The open archive. Reads never block on writes; commits run strictly one after another. */
export interface Archive {
  readonly folder: string
  readonly identity: ArchiveIdentity
  readonly readOnly: { reason: 'locked' | 'media' | 'newer-format' | 'older-format'; by: string } | null
  readonly opening: OpeningReport
  readonly lastChange: LastChange | null

  /** @throws KhoError archive-missing where the folder of the archive is away; as does all that reads records */
  get<K extends RecordKind>(kind: K, id: Id): Promise<RecordOf<K> | null>
  getMany<K extends RecordKind>(kind: K, ids: Id[]): Promise<RecordOf<K>[]>
  /** All ids of a kind, in order of creation. */
  ids(kind: RecordKind): Promise<Id[]>
  /**
   * All records of a kind, in order of creation: for kinds of which there are thousands, not hundreds of thousands. They
   * are read once and kept up with the changes; nobody may change what is handed out.
   */
  all<K extends RecordKind>(kind: K): Promise<readonly RecordOf<K>[]>

  /**
   * Resolves when the journal line is on the disk; index and catalogue documents are up to date then too.
   * @throws KhoError archive-read-only, archive-locked, archive-missing (its folder is away), disk-full, disk-error:
   * nothing was changed.
   */
  commit(change: Change): Promise<Committed>
  /** The next free serial number of articles. */
  nextSerial(): Promise<number>

  originals: {
    /** Stores a file by digest; `name` keeps the name as received (NFC). */
    addFile(path: string, meta: Omit<AsReceivedFile, 'digest' | 'size'>, signal?: AbortSignal): Promise<AsReceivedFile>
    addBytes(bytes: Uint8Array, meta: Omit<AsReceivedFile, 'digest' | 'size'>): Promise<AsReceivedFile>
    pathOf(file: AsReceivedFile): string
    /** A folder for files on their way in; whatever lies there is gone at the next opening. */
    readonly incoming: string
    has(sha256: string): Promise<boolean>
  }
  thumbnails: {
    /** Path of a preview, or null where none is made yet. */
    find(photoId: Id, kept: KeptPreview): Promise<string | null>
    put(photoId: Id, kept: KeptPreview, jpeg: Uint8Array): Promise<void>
    /** Notes that no preview can be made of a photo. */
    refuse(photoId: Id): Promise<void>
    refused(photoId: Id): Promise<boolean>
    /** What is there of the photos whose ids begin with two digits: those refused, and all previews kept. */
    overview(start: string): Promise<{ refused(photoId: Id): boolean; has(photoId: Id, kept: KeptPreview): boolean }>
  }
  /** Faces found in pictures: derived like previews, so they may vanish at any time. */
  faces: {
    /** Undefined where the picture was not looked at yet, null where it could not be. */
    find(photoId: Id, turned: Turn): Promise<Region[] | null | undefined>
    put(photoId: Id, turned: Turn, faces: Region[] | null): Promise<void>
  }
  index: {
    /** How far the index has got where it is being made anew in the background; null where it is complete. */
    readonly rebuilding: { done: number; total: number } | null
    /** @throws KhoError query-invalid, as the next two */
    articles(query: ArticleQuery): Promise<ArticlePage>
    facets(query: Omit<ArticleTerms, 'sort'>): Promise<ArticleFacets>
    photos(query: PhotoQuery): Promise<PhotoPage>
    photoMonths(text: string): Promise<PhotoMonths>
    photoEvents(query: PhotoEventQuery): Promise<PhotoEventPage>
    /** The first photos that a query finds, in the order of `photos`. */
    photoIds(text: string, limit: number): Promise<Id[]>
    /**
     * Photos nearly the same as one with this fingerprint, the most alike first; itself too.
     * @param cuts fingerprints of it with its edges cut off (`cutLikenesses`), to find those that were cut
     */
    nearPhotos(likeness: string, limit: number, cuts?: readonly string[]): Promise<{ id: Id; distance: number }[]>
    /** Photos whose fingerprints are still to be made. */
    photosWithoutLikeness(): Promise<Id[]>
    /** Photos whose ids begin so. */
    photosStarting(start: string): Promise<Id[]>
    authorities(query: AuthorityQuery): Promise<AuthorityPage>
    /** Months in which events began, newest first, and how many events have no date. */
    eventMonths(): Promise<{ months: { month: string; count: number }[]; undated: number }>
    /** How filed articles spread over time and what they name; the most frequent of each kind. */
    statistics(query: Omit<ArticleTerms, 'sort' | 'status'>, most: number): Promise<Counts>
    eventsBegun(first: string, last: string): Promise<AuthorityRow[]>
    /** Articles or drafts whose folded text has this digest. */
    sameText(digest: string): Promise<{ of: 'article' | 'draft'; id: Id; title: string }[]>
    sameFile(sha256: string): Promise<{ of: 'article' | 'draft'; id: Id; title: string }[]>
    /** Articles that use a photo. */
    usesOfPhoto(photoId: Id): Promise<Id[]>
    /** Photos of filed articles that show a person or belong to another record, newest article first, each once. */
    photosOf(kind: AuthorityKind, id: Id, limit: number): Promise<PhotoRow[]>
    /** How many there are of them. */
    countPhotosOf(kind: AuthorityKind, id: Id): Promise<number>
    counts(): Promise<Record<RecordKind, number>>
  }
  close(): Promise<void>
}
