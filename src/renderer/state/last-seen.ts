import { type DehydratedState, dehydrate, hydrate, type QueryClient } from '@tanstack/react-query'
import { longestSeen } from '#contract/window-start'
import { shell } from '../engine/bridge'

/**
 * What the first screen of an archive showed last, kept by the shell on this machine so that the next start shows it at
 * once while the archive is opened and read anew. Derived and of one archive only: losing it costs a moment.
 */
interface LastSeen {
  folder: string
  /** The build that kept it: another one may read records differently. */
  build: string
  reads: DehydratedState
}

/** Changes with every build, as the name of the script does. */
const build = import.meta.url

/** Keeps what is on the screen now; the caller sees to it that it is a first screen. */
export function keepSeen(client: QueryClient, folder: string): void {
  const reads = dehydrate(client, {
    shouldDehydrateQuery: (query) =>
      query.isActive() && query.state.status === 'success' && !String(query.queryKey[0]).startsWith('shell.'),
    shouldDehydrateMutation: () => false,
  })
  const seen = JSON.stringify({ folder, build, reads } satisfies LastSeen)
  void shell('shell.keepSeen', { seen: seen.length > longestSeen ? null : seen })
}

/**
 * Puts what was kept of an archive where the screens read it, as fresh until it is read anew.
 * @returns false where nothing was kept of this archive by this build
 */
export async function recallSeen(client: QueryClient, folder: string): Promise<boolean> {
  try {
    const kept = await shell('shell.lastSeen', {})
    const seen = JSON.parse(kept.seen ?? 'null') as LastSeen | null
    if (seen?.folder !== folder || seen.build !== build) return false
    const now = Date.now()
    for (const { state } of seen.reads.queries) state.dataUpdatedAt = now
    hydrate(client, seen.reads)
    return true
  } catch {
    // Damaged, or another shape: the window waits for the archive, and keeps a new one.
    return false
  }
}

/** An archive left on purpose leaves nothing behind here. */
export function forgetSeen(): void {
  void shell('shell.keepSeen', { seen: null })
}
