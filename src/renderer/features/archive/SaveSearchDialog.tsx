import { useState } from 'react'
import { call } from '../../engine/client'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'
import type { ListQuery } from './query'

/** Keeps what the list is asked for under a name; one of the same name is replaced. */
export function SaveSearchDialog({ query, onClose }: { query: ListQuery; onClose: () => void }) {
  const t = useWords()
  const caught = useFailures()
  const [name, setName] = useState(query.text)
  const save = caught(async () => {
    if (name.trim() === '') return
    await call('search.save', { name, query })
    onClose()
  })
  return (
    <Dialog
      title={t('find.saved.dialog')}
      more={t('find.saved.dialogMore')}
      testId="dialog-save-search"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.common.cancel')}</Button>
          <Button look="primary" disabled={name.trim() === ''} onClick={save} data-testid="save-search-do">
            {t('find.saved.do')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          label={t('find.saved.name')}
          defaultValue={query.text}
          maxLength={200}
          data-testid="save-search-name"
          onText={setName}
        />
      </form>
    </Dialog>
  )
}
