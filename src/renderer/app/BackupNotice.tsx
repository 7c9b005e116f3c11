import { HardDriveDownload } from 'lucide-react'
import { useState } from 'react'
import type { ArchiveInfo } from '#contract/operations'
import { useWords } from '../words/words'
import { backupDue } from './backup-due'
import { Dismissable } from './Notices'

/** Reminds of a backup that is due; once read it is quiet until the archive is opened again. */
export function BackupNotice({ archive }: { archive: ArchiveInfo }) {
  const t = useWords()
  const [read, setRead] = useState(false)
  const days = archive.readOnly ? null : backupDue(archive, Date.now())
  if (days === null || read) return null
  return (
    <Dismissable onDismiss={() => setRead(true)} testId="backup-due">
      <HardDriveDownload aria-hidden />
      <p>{t('ui.notice.backup', { days, last: archive.lastBackup?.folder ?? 'none' })}</p>
    </Dismissable>
  )
}
