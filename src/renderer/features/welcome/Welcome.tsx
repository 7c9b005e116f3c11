import { useQuery } from '@tanstack/react-query'
import { Archive, FolderOpen, FolderPlus, PackageOpen, Sparkles } from 'lucide-react'
import { useCallback, useState } from 'react'
import { servedWithoutArchive, useCommands } from '../../app/commands'
import { Dialogs } from '../../app/Dialogs'
import { useMenuCommands } from '../../app/useShortcuts'
import { shell } from '../../engine/bridge'
import { useArchiveDoor } from '../../state/archive'
import { useDialogs } from '../../state/dialogs'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { useFailures } from '../../ui/useFailures'
import { baseName } from '../../words/numbers'
import { useWords } from '../../words/words'
import './welcome.css'

/** The first screen where no archive is open: make one, open one, or look at the sample. */
export function Welcome({ failure }: { failure: unknown }) {
  const t = useWords()
  const door = useArchiveDoor()
  const caught = useFailures()
  const [over, setOver] = useState(false)
  const dialog = useDialogs((state) => state.open?.name)
  const run = useCommands()
  useMenuCommands(useCallback((command: string) => servedWithoutArchive(command) && run(command), [run]))
  return (
    <main
      className={over ? 'welcome over' : 'welcome'}
      data-testid="screen-welcome"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const [path] = window.kho.pathsOf([...event.dataTransfer.files])
        if (path) void caught(door.open)(path)
      }}
    >
      <div className="welcome-sheet">
        <Archive aria-hidden className="welcome-sign" />
        <h1 className="welcome-name">{t('ui.app.name')}</h1>
        <p className="welcome-lede">{t('ui.welcome.lede')}</p>
        {over && (
          <p className="welcome-drop" role="status" data-testid="welcome-drop">
            {t('desk.welcome.drop')}
          </p>
        )}
        {failure !== null && <ErrorNote error={failure} />}
        <div className="welcome-ways">
          <Button look="primary" icon={FolderPlus} data-testid="welcome-new" onClick={() => run('archive.new')}>
            {t('ui.welcome.new')}
          </Button>
          <Button icon={FolderOpen} data-testid="welcome-open" onClick={() => run('archive.open')}>
            {t('ui.welcome.open')}
          </Button>
          <Button look="quiet" icon={Sparkles} data-testid="welcome-sample" onClick={() => run('archive.sample')}>
            {t('ui.welcome.sample')}
          </Button>
        </div>
        <p className="welcome-more">
          <Button look="quiet" icon={PackageOpen} data-testid="welcome-receive" onClick={() => run('package.receive')}>
            {t('handover.receive.open')}
          </Button>
        </p>
        <Recent onOpen={caught(door.open)} />
      </div>
      {(dialog === 'new-archive' || dialog === 'receive') && <Dialogs />}
    </main>
  )
}

function Recent({ onOpen }: { onOpen: (folder: string) => void }) {
  const t = useWords()
  const archives = useQuery({
    queryKey: ['shell.recentArchives'],
    queryFn: () => shell('shell.recentArchives', {}),
  }).data?.archives
  if (!archives || archives.length === 0) return null
  return (
    <section className="welcome-recent">
      <h2 className="section-title">{t('ui.welcome.recent')}</h2>
      <ul>
        {archives.map(({ folder, there }) => (
          <li key={folder}>
            <button
              type="button"
              className="recent"
              disabled={!there}
              onClick={() => onOpen(folder)}
              data-testid="recent"
            >
              <span className="recent-name">
                {baseName(folder)}
                {!there && <span className="chip">{t('desk.welcome.away')}</span>}
              </span>
              <span className="recent-folder">{folder}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
