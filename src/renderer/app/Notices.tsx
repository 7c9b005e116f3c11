import { DatabaseZap, Lock, RotateCcw, Wrench, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { ArchiveInfo } from '#contract/operations'
import { useArchiveDoor } from '../state/archive'
import { useNotices } from '../state/notices'
import { Button, IconButton } from '../ui/Button'
import { notify } from '../ui/toasts'
import { useFailures } from '../ui/useFailures'
import { coded } from '../words/errors'
import { showNumber } from '../words/numbers'
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
          {archive.readOnly.reason === 'locked' && <TakeOver folder={archive.folder} />}
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
      {archive.indexing && <Indexing {...archive.indexing} />}
      <BackupNotice archive={archive} />
    </div>
  )
}

/** Asks for the lock of one who seems to be gone; one who is there keeps it, and is named. */
function TakeOver({ folder }: { folder: string }) {
  const t = useWords()
  const door = useArchiveDoor()
  const caught = useFailures()
  const [asking, setAsking] = useState(false)
  const take = caught(async () => {
    setAsking(true)
    try {
      const { readOnly } = await door.takeOver(folder)
      if (!readOnly) notify({ title: t('desk.lock.taken') })
      else notify({ kind: 'error', title: t('desk.lock.kept'), more: t('desk.lock.keptMore', { by: readOnly.by }) })
    } finally {
      setAsking(false)
    }
  })
  return (
    <Button disabled={asking} onClick={take} data-testid="take-over">
      {t(asking ? 'desk.lock.asking' : 'desk.lock.take')}
    </Button>
  )
}

/** The archive is used meanwhile; what is found is not yet all there is. */
function Indexing({ done, total }: { done: number; total: number }) {
  const { t, language } = usePhrases()
  const words = t('find.indexing', { done: showNumber(done, language), total: showNumber(total, language) })
  return (
    <div className="notice" data-testid="indexing">
      <DatabaseZap aria-hidden />
      <p>{words}</p>
      <progress className="job-bar" aria-label={words} max={Math.max(1, total)} value={done} />
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
