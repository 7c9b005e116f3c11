import { HardDriveDownload } from 'lucide-react'
import { useState } from 'react'
import type { ArchiveInfo } from '#contract/operations'
import { Button } from '../ui/Button'
import { useWords } from '../words/words'
import { backupDue } from './backup-due'
import { Dismissable } from './Notices'
import { useBackUp } from './useBackUp'

/** Reminds of a backup that is due; once read it is quiet until the archive is opened again. */
export function BackupNotice({ archive }: { archive: ArchiveInfo }) {
  const t = useWords()
  const backUp = useBackUp()
  const [read, setRead] = useState(false)
  const days = archive.readOnly ? null : backupDue(archive, Date.now())
  if (days === null || read) return null
  return (
    <Dismissable onDismiss={() => setRead(true)} testId="backup-due">
      <HardDriveDownload aria-hidden />
      <p>{t('ui.notice.backup', { days, last: archive.lastBackup?.folder ?? 'none' })}</p>
      <Button onClick={() => backUp(archive.lastBackup?.folder ?? null)} data-testid="back-up-now">
        {t('ui.notice.backUp')}
      </Button>
    </Dismissable>
  )
}
