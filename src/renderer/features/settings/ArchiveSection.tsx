import { useCommands } from '../../app/commands'
import { useArchive } from '../../state/archive'
import { Button } from '../../ui/Button'
import { Facts } from '../../ui/Facts'
import { showNumber } from '../../words/numbers'
import { usePhrases } from '../../words/words'
import { Group } from './Group'

/** The archive that is open, and the ways to another one. */
export function ArchiveSection() {
  const { t, language } = usePhrases()
  const archive = useArchive().data
  const run = useCommands()
  if (!archive) return null
  const count = (kind: string) => showNumber(archive.counts[kind] ?? 0, language)
  return (
    <Group name="archive" title={t('ui.settings.archive')}>
      <Facts
        facts={[
          [t('ui.newArchive.name'), archive.name],
          [t('ui.settings.folder'), archive.folder],
        ]}
      />
      <Facts
        facts={[
          [t('kind.article'), count('article')],
          [t('kind.photo'), count('photo')],
          [t('kind.event'), count('event')],
          [t('kind.person'), count('person')],
        ]}
      />
      <div className="settings-row">
        <Button data-testid="open-other" onClick={() => run('archive.open')}>
          {t('ui.settings.openOther')}
        </Button>
        <Button data-testid="close-archive" onClick={() => run('archive.close')}>
          {t('ui.settings.close')}
        </Button>
      </div>
    </Group>
  )
}
