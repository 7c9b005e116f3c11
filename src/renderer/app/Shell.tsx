import { useEffect } from 'react'
import type { ArchiveInfo } from '#contract/operations'
import { ChangeMessages } from '../features/history/ChangeMessages'
import { useWatching } from '../features/intake/useWatching'
import { usePreviews } from '../features/photo/usePreviews'
import { useRoute } from '../state/route'
import { useCommands } from './commands'
import { Dialogs } from './Dialogs'
import { DropZone } from './DropZone'
import { JobsStrip } from './JobsStrip'
import { fetchLater } from './later'
import { Navigation } from './Navigation'
import { Notices } from './Notices'
import { Screen } from './Screen'
import { ScreenBoundary } from './ScreenBoundary'
import { TopBar } from './TopBar'
import { useClosing } from './useClosing'
import { useFocusOnArrival } from './useFocusOnArrival'
import { useLastSeen } from './useLastSeen'
import { useShortcuts } from './useShortcuts'
import './shell.css'

/**
 * The window on an open archive: navigation like folder tabs, and the sheet they open.
 * @param opening true while it shows what was seen last and the archive itself has not answered yet
 */
export function Shell({ archive, opening }: { archive: ArchiveInfo; opening: boolean }) {
  const route = useRoute((state) => state.route)
  const run = useCommands()
  useShortcuts(run)
  useClosing()
  useWatching()
  usePreviews(archive.folder)
  useLastSeen(archive.folder)
  useEffect(fetchLater, [])
  const sheet = useFocusOnArrival(route)
  return (
    <DropZone readOnly={archive.readOnly !== null}>
      <div className="shell">
        <Navigation archive={archive} />
        <div className="desk">
          <TopBar />
          <main className="sheet" ref={sheet} aria-busy={opening}>
            <Notices archive={archive} />
            <div className="sheet-screen">
              <ScreenBoundary screen={JSON.stringify(route)}>
                <Screen route={route} />
              </ScreenBoundary>
            </div>
          </main>
          <JobsStrip />
        </div>
      </div>
      <ChangeMessages />
      <Dialogs />
    </DropZone>
  )
}
