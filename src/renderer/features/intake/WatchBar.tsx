import { FolderClock, FolderX } from 'lucide-react'
import type { WaitingFile } from '#contract/watch'
import { useReadOnly } from '../../state/archive'
import { useSettings } from '../../state/settings'
import { Button } from '../../ui/Button'
import { useFailures } from '../../ui/useFailures'
import { showNumber } from '../../words/numbers'
import { usePhrases } from '../../words/words'
import { useIntake } from './useIntake'
import { useWatched } from './useWatching'

const namesShown = 5

/** What came into the watched folder, to be taken in or left; nothing where nothing came. */
export function WatchBar() {
  const { t } = usePhrases()
  const { watched, again } = useWatched()
  if (watched?.state === 'away') {
    return (
      <div className="note" data-testid="watch-away">
        <FolderX aria-hidden />
        <p>{t('queue.watch.away', { folder: watched.folder ?? '' })}</p>
      </div>
    )
  }
  if (!watched || watched.files.length === 0) return null
  return <Waiting files={watched.files} coming={watched.coming} again={again} />
}

function Waiting({ files, coming, again }: { files: WaitingFile[]; coming: number; again: () => Promise<void> }) {
  const { t, language } = usePhrases()
  const intake = useIntake()
  const caught = useFailures()
  const readOnly = useReadOnly()
  const { settings, save } = useSettings()
  const take = caught(async () => {
    await intake.take(files.map(({ path }) => path))
    await again()
  })
  const skip = caught(() =>
    save({ watchSkipped: [...settings.watchSkipped, ...files.map(({ digest }) => digest)].slice(-10_000) }),
  )
  const names = files.slice(0, namesShown).map(({ name }) => name)
  return (
    <div className="note watch" data-testid="watch-new">
      <FolderClock aria-hidden />
      <div className="watch-words">
        <p className="note-title" role="status">
          {t('queue.watch.new', { count: files.length, shown: showNumber(files.length, language) })}
        </p>
        <p className="watch-names">{[...names, files.length > names.length && '…'].filter(Boolean).join(' · ')}</p>
        {coming > 0 && <p className="watch-names">{t('queue.watch.coming', { count: coming })}</p>}
      </div>
      <Button look="quiet" onClick={skip} data-testid="watch-skip">
        {t('queue.watch.skip')}
      </Button>
      <Button look="primary" disabled={readOnly} onClick={take} data-testid="watch-take">
        {t('queue.watch.take')}
      </Button>
    </div>
  )
}
