/**
 * What main and engine say to each other, apart from the window's port. Reader processes can only be
 * started by main, so the engine asks for them; pictures are served by main, so it asks for their paths.
 */
export type ToEngineHost =
  | { type: 'window'; restarted: boolean }
  | { type: 'picture'; request: number; photoId: string; size: number | null }
  | { type: 'received'; request: number; articleId: string; digest: string }
  | { type: 'reader-port'; reader: number }
  | { type: 'reader-exit'; reader: number; code: number | null }
  | { type: 'reopen'; folder: string }
  /** The window is going to ask for this archive: it can be opened while the page loads. */
  | { type: 'open-ahead'; folder: string }
  | { type: 'shut-down' }

export type FromEngineHost =
  | { type: 'ready' }
  /** Which archive is open now, for the list of recent ones and for opening again after a crash. */
  | { type: 'archive'; folder: string | null; name: string }
  | { type: 'picture'; request: number; path: string | null; mediaType: string; name: string }
  /** A file as received: where it lies and what it was called; nothing where no such article has it. */
  | { type: 'received'; request: number; path: string | null; name: string }
  /** `args`: what the process is told at its start. */
  | { type: 'spawn-reader'; reader: number; args: string[] }
  | { type: 'kill-reader'; reader: number }
  /** Overall progress for the task bar: 0 to 1, or null when nothing runs. */
  | { type: 'progress'; share: number | null }
  | { type: 'job-ended'; kind: string; failed: boolean }
  | { type: 'closed' }
