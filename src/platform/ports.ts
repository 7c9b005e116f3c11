/** The doors to the outside world, passed in a context object; core and archive know only these. */

/** Instants for records. Tests pass a clock of their own. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
}

/** New identities: unique, never reused, sortable by time of creation. */
export interface Ids {
  next(): string
}

export interface FileStat {
  size: number
  modifiedMs: number
  kind: 'file' | 'folder' | 'other'
}

/** Algorithms of manifests; those of old packages too, which must still be provable. */
export type DigestName = 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512'

/** The size of something and its digests in lower-case hex. */
export interface Digested {
  size: number
  digests: Partial<Record<DigestName, string>>
}

/** What lies in a folder. A link is named as one and not followed. */
export interface FolderEntry {
  name: string
  kind: 'file' | 'folder' | 'link' | 'other'
}

/**
 * Files and folders. Paths are absolute, in the form of the platform. Every method rejects with a
 * KhoError whose `file` names the path: `file-missing`, `no-permission`, `disk-full`, `archive-read-only`
 * (EROFS) or `disk-error`.
 */
export interface Files {
  join(...parts: string[]): string
  baseName(path: string): string
  dirName(path: string): string
  read(path: string): Promise<Uint8Array>
  readText(path: string): Promise<string>
  /** A piece of a file; shorter where the file ends. */
  readPart(path: string, offset: number, length: number): Promise<Uint8Array>
  /** Null where nothing is there. */
  stat(path: string): Promise<FileStat | null>
  /** Names in a folder, unsorted; empty where the folder is missing. */
  list(folder: string): Promise<string[]>
  makeFolder(path: string): Promise<void>
  /** Whole or not at all: temporary file beside it, fsync, rename (retried where a scanner holds it), fsync of the folder. */
  writeWhole(path: string, data: Uint8Array | string): Promise<void>
  /** Makes a file that must not exist yet, durably; false where it does. */
  createNew(path: string, data: Uint8Array | string): Promise<boolean>
  /** Appends and returns after fsync: the line is on the disk. When it fails, the file is cut back to what it was. */
  appendDurably(path: string, data: Uint8Array | string): Promise<void>
  /** Cuts a file to a length and returns after fsync. */
  truncate(path: string, size: number): Promise<void>
  /**
   * Copies while hashing, first into `temporaryFolder` (same disk), then to the path for its digest;
   * the copy is on the disk when it returns. Never overwrites: `existed` tells that the path was taken.
   */
  copyHashed(
    from: string,
    to: { temporaryFolder: string; pathFor(sha256: string): string },
    signal?: AbortSignal,
  ): Promise<{ sha256: string; size: number; path: string; existed: boolean }>
  /**
   * Copies a file to a path that must not exist yet, digesting while copying: one pass over the bytes. The copy is
   * not yet on the disk when it returns (`settle`). What fails leaves nothing.
   */
  copyDigested(from: string, to: string, names: readonly DigestName[], signal?: AbortSignal): Promise<Digested>
  /** Has what was written to a file, or the names in a folder, on the disk when it returns. */
  settle(path: string): Promise<void>
  /** What lies in a folder, unsorted. Unlike `list`, a folder that is missing is an error. */
  entries(folder: string): Promise<FolderEntry[]>
  remove(path: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  /** True where a file can be made in this folder. */
  writable(folder: string): Promise<boolean>
}

export interface Digests {
  sha256(data: Uint8Array | string): Promise<string>
  sha256OfFile(path: string, signal?: AbortSignal): Promise<string>
  /** Several digests of a file in one pass. */
  ofFile(path: string, names: readonly DigestName[], signal?: AbortSignal): Promise<Digested>
  /** The same of pieces that come from elsewhere, such as a part of a zip. */
  ofPieces(pieces: AsyncIterable<Uint8Array>, names: readonly DigestName[], signal?: AbortSignal): Promise<Digested>
}

export interface Log {
  info(message: string, more?: Record<string, unknown>): void
  warn(message: string, more?: Record<string, unknown>): void
  error(message: string, more?: Record<string, unknown>): void
}

/** Runs one request in the reader process under limits; the process is replaced when it breaks them. */
export interface Readers {
  /**
   * @param request what to read; see `intake/protocol`.
   * @param options `timeoutMs` counts from the moment the reader starts on it.
   * @throws KhoError reader-timeout, reader-out-of-memory, reader-crashed, or the reader's own error.
   */
  run<Q, R>(request: Q, options: { timeoutMs: number; signal?: AbortSignal }): Promise<R>
  close(): Promise<void>
}

/** Other threads of this process, for long work that would keep it from answering. */
export interface Threads {
  /**
   * What a program hands out, one batch after another, never more than it is asked for; letting go of it ends
   * the thread.
   * @param program a module of `src/engine` of that name
   * @param input plain data
   */
  batches<Batch>(program: 'indexer', input: unknown): AsyncIterable<Batch>
}

/** Where the shipped data lies (vocabularies, forms, templates, fonts). */
export interface Resources {
  path(...parts: string[]): string
  json<T>(...parts: string[]): Promise<T>
}

/** This process and others on the same machine: tells a lock left by a crash from a living one. */
export interface Processes {
  own: number
  alive(id: number): boolean
}

export interface Platform {
  clock: Clock
  ids: Ids
  files: Files
  digests: Digests
  log: Log
  readers: Readers
  /** The same for work that nobody waits for: other processes, which let everything else go first. */
  background: Readers
  resources: Resources
  /** Who works here, for provenance and the lock. */
  user: { name: string; machine: string }
  processes: Processes
  /** Null where there is only this one. */
  threads: Threads | null
}
