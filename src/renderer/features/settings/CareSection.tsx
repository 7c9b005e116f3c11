import { HardDriveDownload, HardDriveUpload, ShieldCheck, Wrench } from 'lucide-react'
import { useBackUp } from '../../app/useBackUp'
import { shell } from '../../engine/bridge'
import { call } from '../../engine/client'
import { useArchive } from '../../state/archive'
import { Button } from '../../ui/Button'
import { useFailures } from '../../ui/useFailures'
import { showInstant } from '../../words/dates'
import { usePhrases } from '../../words/words'
import { Group } from './Group'

/** Backup, restoring from one into a new folder, check and repair; each runs as a job whose report waits to be read. */
export function CareSection() {
  const { t } = usePhrases()
  const caught = useFailures()
  const backUp = useBackUp()
  const archive = useArchive().data
  if (!archive) return null
  const last = archive.lastBackup
  const pick = async (purpose: 'restore-from' | 'restore-to') => (await shell('shell.pickFolder', { purpose })).path
  const restore = caught(async () => {
    const backup = await pick('restore-from')
    const folder = backup && (await pick('restore-to'))
    if (backup && folder) await call('archive.restoreBackup', { backup, folder })
  })
  return (
    <Group name="care" title={t('setup.care.title')}>
      <p data-testid="last-backup">
        {last ? t('setup.care.last', { at: showInstant(last.at), folder: last.folder }) : t('setup.care.never')}
      </p>
      <div className="settings-row">
        {last && (
          <Button
            icon={HardDriveDownload}
            look="primary"
            onClick={() => backUp(last.folder)}
            data-testid="backup-again"
          >
            {t('setup.care.again')}
          </Button>
        )}
        <Button icon={HardDriveDownload} onClick={() => backUp(null)} data-testid="backup">
          {t('setup.care.backup')}
        </Button>
        <Button icon={HardDriveUpload} onClick={restore} data-testid="restore-backup">
          {t('setup.care.restore')}
        </Button>
      </div>
      <p className="field-hint">{t('setup.care.backupHint')}</p>
      <div className="settings-row">
        <Button icon={ShieldCheck} data-testid="check" onClick={caught(() => call('archive.check', {}))}>
          {t('ui.settings.check')}
        </Button>
        <Button
          icon={Wrench}
          disabled={archive.readOnly !== null}
          data-testid="repair"
          onClick={caught(() => call('archive.repair', {}))}
        >
          {t('setup.care.repair')}
        </Button>
      </div>
      <p className="field-hint">{t('ui.settings.checkHint')}</p>
      <p className="field-hint">{t('setup.care.repairHint')}</p>
    </Group>
  )
}
