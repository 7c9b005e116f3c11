import { History, SearchX } from 'lucide-react'
import { useState } from 'react'
import { useRead } from '../../engine/queries'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Choice, TextField, whenTyped } from '../../ui/Field'
import { Page } from '../../ui/Page'
import { VirtualRows } from '../../ui/VirtualRows'
import { showDate } from '../../words/dates'
import { showNumber } from '../../words/numbers'
import { usePhrases } from '../../words/words'
import { ExportListButton } from '../export/ExportList'
import { HistoryRowView } from './HistoryRowView'
import { useHistory } from './useHistory'
import './history.css'

const everybody = ''

/** Lịch sử: every change of the archive, newest first, each with the way back where there is one. */
export function HistoryScreen() {
  const { t, language } = usePhrases()
  const [asked, setAsked] = useState({ text: '', who: everybody })
  const history = useHistory(asked)
  const people = useRead('history.people', {}).data?.people ?? []
  return (
    <Page
      title={t('past.title')}
      meta={
        <span role="status" data-testid="history-total">
          {history.total === null
            ? ' '
            : t('past.total', { count: history.total, shown: showNumber(history.total, language) })}
        </span>
      }
      actions={<ExportListButton list={{ kind: 'history', query: asked }} />}
      testId="screen-history"
      holdsList
    >
      <div className="filters">
        <TextField
          label={t('past.filter')}
          placeholder={t('past.filterHint')}
          className="input name-filter"
          data-testid="history-filter"
          {...whenTyped((text) => setAsked((now) => ({ ...now, text: text.trim() })))}
        />
        <Choice
          label={t('past.who')}
          value={asked.who}
          options={[
            { value: everybody, label: t('past.everybody') },
            ...people.map(({ who, changes }) => ({ value: who, label: `${who} (${showNumber(changes, language)})` })),
          ]}
          onChoose={(who) => setAsked((now) => ({ ...now, who }))}
        />
      </div>
      {history.error ? (
        <ErrorNote error={history.error} again={history.again} />
      ) : (
        <Changes history={history} narrowed={asked.text !== '' || asked.who !== everybody} />
      )}
    </Page>
  )
}

function Changes({ history, narrowed }: { history: ReturnType<typeof useHistory>; narrowed: boolean }) {
  const { t } = usePhrases()
  if (history.total === null) return null
  if (history.lines.length === 0) {
    const words = narrowed ? 'none' : 'empty'
    return (
      <EmptyState icon={narrowed ? SearchX : History} title={t(`past.${words}.title`)} more={t(`past.${words}.more`)} />
    )
  }
  return (
    <VirtualRows count={history.lines.length} rowRem={3.5} onRange={history.onRange} label={t('past.title')}>
      {(index) => {
        const line = history.lines[index]
        if (!line) return null
        return 'day' in line ? <h2 className="history-day">{showDate(line.day)}</h2> : <HistoryRowView row={line.row} />
      }}
    </VirtualRows>
  )
}
