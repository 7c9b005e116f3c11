import { useMemo, useState } from 'react'
import type { SplitAsked, SplitPreview } from '#contract/authority'
import type { Translate } from '#core/messages'
import { fold } from '#core/text/fold'
import { call } from '../../engine/client'
import { useRead } from '../../engine/queries'
import { authorityRoute, go } from '../../state/route'
import { Button } from '../../ui/Button'
import { CheckField } from '../../ui/CheckField'
import { Dialog } from '../../ui/Dialog'
import { ErrorNote } from '../../ui/ErrorNote'
import { TextField } from '../../ui/Field'
import { Loading } from '../../ui/Loading'
import { useFailures } from '../../ui/useFailures'
import { VirtualRows } from '../../ui/VirtualRows'
import { showDate } from '../../words/dates'
import { useWords, type WordKey } from '../../words/words'

interface Props {
  kind: SplitAsked['kind']
  id: string
  name: string
  onClose: () => void
}

/** Two records out of one: the articles ticked go to the new one, with their offices, spellings and photos. */
export function SplitDialog({ kind, id, name: first, onClose }: Props) {
  const t = useWords()
  const caught = useFailures()
  const [name, setName] = useState(first)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const uses = useRead('authority.uses', { kind, id })
  const asked = { kind, id, name: name.trim(), articles: [...chosen] }
  const ready = asked.name !== '' && chosen.size > 0
  const preview = useRead('authority.splitPreview', asked, { enabled: ready, keep: true })
  const split = caught(async () => {
    const done = await call('authority.split', asked)
    onClose()
    go(authorityRoute(kind, done.id))
  })
  return (
    <Dialog
      title={t('record.split.title', { name: first })}
      more={t('record.split.more')}
      wide
      testId="dialog-split"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.common.cancel')}</Button>
          <Button look="primary" disabled={!ready || !preview.data} onClick={split} data-testid="split-do">
            {t('record.split.do')}
          </Button>
        </>
      }
    >
      <TextField label={t('record.split.name')} defaultValue={first} onText={setName} data-testid="split-name" />
      {uses.error && <ErrorNote error={uses.error} />}
      {uses.data ? <Uses rows={uses.data.rows} chosen={chosen} onChosen={setChosen} /> : <Loading />}
      {ready && preview.data && (
        <section className="preview-box" data-testid="split-preview" aria-label={t('record.merge.preview')}>
          <h3 className="preview-title">{t('record.merge.preview')}</h3>
          <p>{movesOf(preview.data, t)}</p>
          {preview.data.offices.length > 0 && <p>{preview.data.offices.join('; ')}</p>}
          {preview.data.sharedPhotos > 0 && (
            <p className="field-hint">{t('record.split.shared', { count: preview.data.sharedPhotos })}</p>
          )}
          {preview.data.stay === 0 && <p className="field-error">{t('record.split.none')}</p>}
        </section>
      )}
    </Dialog>
  )
}

const movesOf = ({ moved, photos, stay }: SplitPreview, t: Translate<WordKey>): string =>
  t('record.split.moves', { moved, photos, stay })

interface UsesProps {
  rows: { id: string; title: string; date: string | null; written: string }[]
  chosen: ReadonlySet<string>
  onChosen: (chosen: ReadonlySet<string>) => void
}

const nothing = () => undefined

function Uses({ rows, chosen, onChosen }: UsesProps) {
  const t = useWords()
  const [filter, setFilter] = useState('')
  const shown = useMemo(() => {
    const wanted = fold(filter.trim(), 'bare')
    return rows.filter(({ title, written }) => fold(`${title} ${written}`, 'bare').includes(wanted))
  }, [rows, filter])
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    onChosen(next)
  }
  return (
    <fieldset className="record-group">
      <legend className="field-label">{t('record.split.choose', { chosen: chosen.size, count: rows.length })}</legend>
      <div className="split-tools">
        <TextField bare label={t('record.split.filter')} placeholder={t('record.split.filter')} onText={setFilter} />
        <Button
          look="quiet"
          onClick={() => onChosen(new Set([...chosen, ...shown.map(({ id }) => id)]))}
          data-testid="split-all"
        >
          {t('record.split.all', { count: shown.length })}
        </Button>
      </div>
      <div className="split-list">
        <VirtualRows label={t('ui.section.articles')} count={shown.length} rowRem={3.75} onRange={nothing}>
          {(index) => {
            const row = shown[index]
            if (!row) return null
            return (
              <div className="split-row">
                <CheckField label={row.title} checked={chosen.has(row.id)} onCheck={(on) => toggle(row.id, on)} />
                <span className="radio-field-more">
                  {[row.date && showDate(row.date), row.written].filter(Boolean).join(' · ')}
                </span>
              </div>
            )
          }}
        </VirtualRows>
      </div>
    </fieldset>
  )
}
