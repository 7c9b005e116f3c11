import { shell } from '../../engine/bridge'
import { useSettings } from '../../state/settings'
import { Button } from '../../ui/Button'
import { FolderField } from '../../ui/FolderField'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'
import { Group } from '../settings/Group'

/** Which folder new files are looked for in, if any. */
export function WatchSettings() {
  const t = useWords()
  const caught = useFailures()
  const { settings, save } = useSettings()
  const pick = caught(async () => {
    const { path } = await shell('shell.pickFolder', { purpose: 'intake' })
    if (path) await save({ watchedFolder: path, watchSkipped: [] })
  })
  return (
    <Group name="watch" title={t('queue.watch.title')}>
      <FolderField
        label={t('queue.watch.folder')}
        hint={t('queue.watch.more')}
        folder={settings.watchedFolder ?? ''}
        onPick={pick}
      />
      {settings.watchedFolder && (
        <div className="settings-row">
          <Button onClick={caught(() => save({ watchedFolder: null, watchSkipped: [] }))} data-testid="watch-stop">
            {t('queue.watch.stop')}
          </Button>
        </div>
      )}
    </Group>
  )
}
