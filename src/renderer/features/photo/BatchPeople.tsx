import { UserPlus, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button, IconButton } from '../../ui/Button'
import { CheckField } from '../../ui/CheckField'
import { Choice } from '../../ui/Field'
import { useWords } from '../../words/words'
import { type PeopleEntry, peopleWays, type RowProps } from './batch'
import { PersonPicker } from './PersonPicker'

/** Who is put into the pictures, or taken out of them. */
export function BatchPeople({ batch, onBatch }: RowProps) {
  const t = useWords()
  const [adding, setAdding] = useState(false)
  const { people: entry, ...others } = batch
  const change = (part: Partial<PeopleEntry>) => entry && onBatch({ ...others, people: { ...entry, ...part } })
  const adder = useRef<HTMLButtonElement>(null)
  // Whoever was chosen, the next is a key away.
  const back = useRef(false)
  useEffect(() => {
    if (!adding && back.current) adder.current?.focus()
    back.current = adding
  }, [adding])
  const done = () => setAdding(false)
  const add = (one: { id?: string; name: string }) => {
    done()
    if (entry && !entry.people.some(({ name, id }) => (one.id ? id === one.id : name === one.name)))
      change({ people: [...entry.people, one] })
  }
  return (
    <div className="batch-row">
      <CheckField
        label={t('photos.field.people')}
        checked={entry !== undefined}
        onCheck={(on) => onBatch(on ? { ...others, people: { how: 'add', people: [] } } : others)}
      />
      {entry && (
        <div className="batch-rule" data-testid="batch-people">
          <Choice
            label={t('photos.batch.peopleWay')}
            bare
            value={entry.how}
            options={peopleWays.map((value) => ({ value, label: t(`photos.batch.peopleWays.${value}`) }))}
            onChoose={(how) => change({ how: how as PeopleEntry['how'] })}
          />
          {entry.people.length > 0 && (
            <ul className="batch-names">
              {entry.people.map((one) => (
                <li key={one.id ?? one.name} className="batch-name">
                  {one.name}
                  <IconButton
                    icon={X}
                    label={t('photos.batch.notThisOne', { name: one.name })}
                    onClick={() => change({ people: entry.people.filter((other) => other !== one) })}
                  />
                </li>
              ))}
            </ul>
          )}
          {adding ? (
            <PersonPicker
              label={t('photos.batch.person')}
              hint={t('photos.people.pickHint')}
              make={(name) => t('photos.people.make', { name })}
              onPick={add}
              onCancel={done}
            />
          ) : (
            <Button
              ref={adder}
              look="quiet"
              icon={UserPlus}
              onClick={() => setAdding(true)}
              data-testid="batch-add-person"
            >
              {t('photos.people.add')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
