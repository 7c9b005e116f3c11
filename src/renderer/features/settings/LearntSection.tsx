import { learntSentence } from '#core/learning/sentence'
import { call } from '../../engine/client'
import { useRead } from '../../engine/queries'
import { useArchive, useReadOnly } from '../../state/archive'
import { Button } from '../../ui/Button'
import { useFailures } from '../../ui/useFailures'
import { useWords, type WordKey } from '../../words/words'

/** What the reader learnt from corrections, each with the way to forget it. */
export function LearntSection() {
  const t = useWords()
  const archive = useArchive().data
  const rows = useRead('learnt.list', {}, { enabled: Boolean(archive) }).data?.rows
  const readOnly = useReadOnly()
  const caught = useFailures()
  const forget = caught(async (asked: { ids: string[] } | { all: true }) => {
    await call('learnt.forget', asked)
  })
  if (!archive || !rows) return null
  return (
    <section className="settings-group" data-testid="learnt">
      <h2 className="section-title">{t('learnt.title')}</h2>
      <p className="field-hint">{t('learnt.hint')}</p>
      {rows.length > 0 && (
        <ul className="learnt">
          {rows.map((row) => {
            const { what, when } = learntSentence((key, args) => t(key as WordKey, args), row)
            return (
              <li key={row.id}>
                <div>
                  <div>{what}</div>
                  <div className="field-hint">{when}</div>
                </div>
                <Button
                  look="quiet"
                  disabled={readOnly}
                  aria-label={t('learnt.forgetNamed', { what })}
                  onClick={() => forget({ ids: [row.id] })}
                >
                  {t('learnt.forget')}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      {rows.length > 1 && (
        <div className="settings-row">
          <Button disabled={readOnly} onClick={() => forget({ all: true })} data-testid="forget-all">
            {t('learnt.forgetAll')}
          </Button>
        </div>
      )}
      <p className="field-hint">{t('learnt.total', { count: rows.length })}</p>
    </section>
  )
}
