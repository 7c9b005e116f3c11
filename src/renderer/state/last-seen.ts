import { type DehydratedState, dehydrate, hydrate, type QueryClient } from '@tanstack/react-query'

/**
 * What the first screen of an archive showed last, kept on this machine so that the next start shows it at once
 * while the archive is opened and read anew. Derived and of one archive only: losing it costs a moment.
 */
interface LastSeen {
  folder: string
  /** The build that kept it: another one may read records differently. */
  build: string
  reads: DehydratedState
}

const key = 'last-seen'
/** Changes with every build, as the name of the script does. */
const build = import.meta.url
/** More is not worth reading at a start. */
const longest = 400_000

/** Keeps what is on the screen now; the caller sees to it that it is a first screen. */
export function keepSeen(client: QueryClient, folder: string): void {
  const reads = dehydrate(client, {
    shouldDehydrateQuery: (query) =>
      query.isActive() && query.state.status === 'success' && !String(query.queryKey[0]).startsWith('shell.'),
    shouldDehydrateMutation: () => false,
  })
  const seen = JSON.stringify({ folder, build, reads } satisfies LastSeen)
  try {
    if (seen.length > longest) forgetSeen()
    else localStorage.setItem(key, seen)
  } catch {
    // No room: the next start waits for the archive, as one without this does.
  }
}

/**
 * Puts what was kept of an archive where the screens read it, as fresh until it is read anew.
 * @returns false where nothing was kept of this archive by this build
 */
export function recallSeen(client: QueryClient, folder: string): boolean {
  try {
    const seen = JSON.parse(localStorage.getItem(key) ?? 'null') as LastSeen | null
    if (seen?.folder !== folder || seen.build !== build) return false
    const now = Date.now()
    for (const { state } of seen.reads.queries) state.dataUpdatedAt = now
    hydrate(client, seen.reads)
    return true
  } catch {
    forgetSeen()
    return false
  }
}

/** An archive left on purpose leaves nothing behind here. */
export function forgetSeen(): void {
  localStorage.removeItem(key)
}
