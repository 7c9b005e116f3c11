import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RecordHistoryRow } from '#contract/history'
import type { RecordKind } from '#core/model/records'
import { call } from '../../engine/client'
import { useReadOnly } from '../../state/archive'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { useFailures } from '../../ui/useFailures'
import { showInstant } from '../../words/dates'
import { usePhrases } from '../../words/words'
import { FieldChanges } from './FieldChanges'
import { sentenceOf } from './sentences'
import './history.css'

const pageSize = 20

/** The history of one record: who, when, what changed, and any earlier version to go back to. */
export function RecordHistory({ kind, id }: { kind: RecordKind; id: string }) {
  const { t } = usePhrases()
  const read = useInfiniteQuery({
    queryKey: ['history.ofRecord', { kind, id }],
    queryFn: ({ pageParam }) => call('history.ofRecord', { kind, id, before: pageParam, limit: pageSize }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  })
  if (read.error) return <ErrorNote error={read.error} again={() => void read.refetch()} />
  const pages = read.data?.pages ?? []
  const newest = pages[0]?.rows[0]?.sequence
  return (
    <>
      <ol className="record-history" data-testid="record-history">
        {pages.flatMap(({ rows, names }) =>
          rows.map((row) => (
            <Version key={row.sequence} row={row} names={names} kind={kind} id={id} present={row.sequence === newest} />
          )),
        )}
      </ol>
      {read.hasNextPage && (
        <Button look="quiet" onClick={() => void read.fetchNextPage()}>
          {t('past.older')}
        </Button>
      )}
    </>
  )
}

interface VersionProps {
  row: RecordHistoryRow
  names: Record<string, string>
  kind: RecordKind
  id: string
  /** What the record is now needs no way back. */
  present: boolean
}

function Version({ row, names, kind, id, present }: VersionProps) {
  const phrases = usePhrases()
  const { t } = phrases
  const caught = useFailures()
  const readOnly = useReadOnly()
  const [open, setOpen] = useState(false)
  const restore = caught(() => call('record.restoreVersion', { kind, id, sequence: row.sequence }))
  const count = row.changes.length
  return (
    <li className="version" data-testid="version">
      <p className="version-what">{sentenceOf(phrases, row)}</p>
      <p className="history-more">
        {row.who} · {showInstant(row.at)}
        {row.undone && <span className="chip">{t('past.wasUndone')}</span>}
      </p>
      <div className="version-ways">
        {count > 0 && (
          <Button look="quiet" aria-expanded={open} onClick={() => setOpen(!open)} data-testid="version-changes">
            {t('past.fields', { count })}
          </Button>
        )}
        {!present && row.what !== 'removed' && (
          <Button look="quiet" disabled={readOnly} onClick={restore} data-testid="version-restore">
            {t('past.restore')}
          </Button>
        )}
      </div>
      {open && <FieldChanges changes={row.changes} names={names} />}
    </li>
  )
}
