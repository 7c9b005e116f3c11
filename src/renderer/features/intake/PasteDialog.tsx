import { useRef, useState } from 'react'
import { useDialogs } from '../../state/dialogs'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextAreaField } from '../../ui/Field'
import { useFailures } from '../../ui/useFailures'
import { useWords } from '../../words/words'
import { useIntake } from './useIntake'

/** Text from the clipboard, to look at before it becomes a draft; or an empty field to paste or type into. */
export function PasteDialog({ text }: { text: string }) {
  const t = useWords()
  const intake = useIntake()
  const caught = useFailures()
  const close = useDialogs((state) => state.close)
  const typed = useRef(text)
  const [empty, setEmpty] = useState(text.trim() === '')
  const take = caught(async () => {
    close()
    await intake.takeText(typed.current, null)
  })
  return (
    <Dialog
      title={t('ui.paste.title')}
      more={t('ui.paste.more')}
      wide
      testId="dialog-paste"
      onClose={close}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !empty) void take()
      }}
      actions={
        <>
          <Button onClick={close}>{t('ui.common.cancel')}</Button>
          <Button look="primary" disabled={empty} onClick={take} data-testid="paste-take">
            {t('ui.paste.take')}
          </Button>
        </>
      }
    >
      <TextAreaField
        label={t('ui.paste.text')}
        bare
        className="input area paste-area"
        defaultValue={text}
        data-testid="paste-text"
        onText={(now) => {
          typed.current = now
          setEmpty(now.trim() === '')
        }}
      />
    </Dialog>
  )
}
