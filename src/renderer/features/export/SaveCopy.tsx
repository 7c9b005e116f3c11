import { Download } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { useWords } from '../../words/words'
import { ExportDialog } from './ExportDialog'

/** The button that saves a copy of the photo looked at, its caption inside where that is chosen. */
export function SaveCopy({ photoId, name }: { photoId: string; name: string }) {
  const t = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon={Download} onClick={() => setOpen(true)} data-testid="save-copy">
        {t('ui.export.saveCopy')}
      </Button>
      {open && (
        <ExportDialog
          of={{ photos: [photoId] }}
          count={1}
          title={name}
          heading={t('ui.export.copyTitle')}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
