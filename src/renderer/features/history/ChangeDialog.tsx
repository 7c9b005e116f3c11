import type { TouchedRecord } from '#contract/history'
import type { RecordKind } from '#core/model/records'
import { useRead } from '../../engine/queries'
import { useReadOnly } from '../../state/archive'
import { useDialogs } from '../../state/dialogs'
import type { Route } from '../../state/route'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ErrorNote } from '../../ui/ErrorNote'
import { Link } from '../../ui/Link'
import { Loading } from '../../ui/Loading'
import { showInstant } from '../../words/dates'
import { usePhrases } from '../../words/words'
import { FieldChanges } from './FieldChanges'
import { sentenceOf } from './sentences'
import { useUndo } from './useUndo'
import './history.css'

/** One change of the history: who, when, and what it did to each record, with the way back. */
export function ChangeDialog({ sequence }: { sequence: number }) {
  const phrases = usePhrases()
  const { t } = phrases
  const close = useDialogs((state) => state.close)
  const read = useRead('history.get', { sequence })
  const row = read.data?.row
  return (
    <Dialog
      title={row ? sentenceOf(phrases, row) : t('past.change', { sequence })}
      more={row ? t('past.byAt', { who: row.who, when: showInstant(row.at), sequence }) : ''}
      wide
      testId="dialog-change"
      onClose={close}
      actions={row && <Ways row={row} />}
    >
      {read.error ? <ErrorNote error={read.error} /> : !read.data ? <Loading /> : null}
      {read.data?.records.map((record) => (
        <Touched key={`${record.kind}/${record.id}`} record={record} names={read.data.names} />
      ))}
      {row && read.data && row.records > read.data.records.length && (
        <p className="history-more">{t('ui.common.more', { count: row.records - read.data.records.length })}</p>
      )}
    </Dialog>
  )
}

function Ways({ row }: { row: { sequence: number; undone: boolean; undoable: boolean } }) {
  const { t } = usePhrases()
  const readOnly = useReadOnly()
  const close = useDialogs((state) => state.close)
  const { undo, redo } = useUndo()
  const turn = (run: (sequence: number) => Promise<void>) => {
    close()
    void run(row.sequence)
  }
  return (
    <>
      <Button onClick={close}>{t('ui.common.close')}</Button>
      {row.undone && (
        <Button disabled={readOnly} onClick={() => turn(redo)} data-testid="change-redo">
          {t('past.redo')}
        </Button>
      )}
      {row.undoable && (
        <Button look="primary" disabled={readOnly} onClick={() => turn(undo)} data-testid="change-undo">
          {t('past.undo')}
        </Button>
      )}
    </>
  )
}

function Touched({ record, names }: { record: TouchedRecord; names: Record<string, string> }) {
  const { t } = usePhrases()
  const close = useDialogs((state) => state.close)
  const to = record.what === 'removed' ? null : pageOf(record.kind, record.id)
  const name = record.name || t('ui.review.untitled')
  return (
    <section className="touched" data-testid="touched">
      <h3 className="touched-name">
        <span className="touched-kind">
          {t(`kind.${record.kind}`)} · {t(`past.what.${record.what}`)}
        </span>
        {to ? (
          // biome-ignore lint/a11y/noStaticElementInteractions: only notices that the link inside was followed
          // biome-ignore lint/a11y/useKeyWithClickEvents: a link followed by keyboard clicks too
          <span onClick={close}>
            <Link to={to}>{name}</Link>
          </span>
        ) : (
          name
        )}
      </h3>
      <FieldChanges changes={record.changes} names={names} />
    </section>
  )
}

/** The screen of a record, for kinds that have one. */
function pageOf(kind: RecordKind, id: string): Route | null {
  switch (kind) {
    case 'article':
    case 'event':
    case 'person':
      return { screen: kind, id }
    case 'organization':
    case 'place':
    case 'document':
      return { screen: 'named', kind, id }
    default:
      return null
  }
}
