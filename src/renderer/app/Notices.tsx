import { Lock, RotateCcw, Wrench, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { ArchiveInfo } from '#contract/operations'
import { useNotices } from '../state/notices'
import { IconButton } from '../ui/Button'
import { coded } from '../words/errors'
import { usePhrases, useWords } from '../words/words'
import { BackupNotice } from './BackupNotice'

/** Sentences about the whole archive, above every screen. */
export function Notices({ archive }: { archive: ArchiveInfo }) {
  const phrases = usePhrases()
  const { t } = phrases
  const { notices, dismiss } = useNotices()
  const [repairRead, setRepairRead] = useState(false)
  const repaired = archive.repaired.map(
    (line) => coded(phrases, 'archive.repaired', line) ?? coded(phrases, 'archive', line),
  )
  return (
    <div className="notices" aria-live="polite">
      {archive.readOnly && (
        <div className="notice care" data-testid="read-only">
          <Lock aria-hidden />
          <p>{t(`ui.readOnly.${archive.readOnly.reason}`, { by: archive.readOnly.by })}</p>
        </div>
      )}
      {notices.includes('restarted') && (
        <Dismissable onDismiss={() => dismiss('restarted')} testId="restarted">
          <RotateCcw aria-hidden />
          <p>{t('ui.notice.restarted')}</p>
        </Dismissable>
      )}
      {archive.repaired.length > 0 && !repairRead && (
        <Dismissable onDismiss={() => setRepairRead(true)} testId="repaired">
          <Wrench aria-hidden />
          <p>{[t('ui.notice.repaired'), ...repaired.filter((words) => words !== null)].join(' ')}</p>
        </Dismissable>
      )}
      <BackupNotice archive={archive} />
    </div>
  )
}

/** A sentence that goes when it has been read. */
export function Dismissable({
  onDismiss,
  testId,
  children,
}: {
  onDismiss: () => void
  testId: string
  children: ReactNode
}) {
  const t = useWords()
  return (
    <div className="notice" data-testid={testId}>
      {children}
      <IconButton icon={X} label={t('ui.common.close')} onClick={onDismiss} />
    </div>
  )
}
