import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Event } from '#core/model/authority'
import { useReadOnly } from '../../state/archive'
import { go } from '../../state/route'
import { Button } from '../../ui/Button'
import { useWords } from '../../words/words'
import { EditDialog } from '../authority/EditDialog'

/** Makes a part of an event: a sitting of a session, with the same place and days to begin with. */
export function AddPart({ event }: { event: Event }) {
  const t = useWords()
  const readOnly = useReadOnly()
  const [open, setOpen] = useState(false)
  const { type, from, to, place, host } = event
  return (
    <>
      <Button icon={Plus} disabled={readOnly} onClick={() => setOpen(true)} data-testid="event-add-part">
        {t('events.addPart')}
      </Button>
      {open && (
        <EditDialog
          value={{ kind: 'event', fields: { type, title: '', from, to, place, host, parentId: event.id, note: '' } }}
          record={null}
          kin={{ parent: { id: event.id, name: event.title, detail: '' }, successors: [] }}
          onClose={() => setOpen(false)}
          onDone={(id) => go({ screen: 'event', id })}
        />
      )}
    </>
  )
}
