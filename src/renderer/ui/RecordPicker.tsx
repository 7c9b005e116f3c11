import { useDeferredValue, useState } from 'react'
import type { AuthorityKind, AuthorityRow } from '#core/model/views'
import { useRead } from '../engine/queries'
import { showDate } from '../words/dates'
import { type Picked, Picker } from './Picker'

interface Props {
  label: string
  hint?: string
  kind: AuthorityKind
  value: Picked | null
  onPick: (picked: Picked | null) => void
  /** Records that are no choice. */
  without?: readonly string[]
  testId: string
}

const offered = 30

/** Chooses an authority record; those whose name fits best, then those with the most articles, are offered first. */
export function RecordPicker({ kind, without = [], ...rest }: Props) {
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed)
  const list = useRead('authority.list', { kind, text, sort: 'fit', limit: offered }, { keep: true })
  const items = (list.data?.rows ?? []).filter((row) => !without.includes(row.id)).map(pickedOf)
  return <Picker {...rest} items={items} onText={setTyped} />
}

const pickedOf = ({ kind, id, name, detail, date }: AuthorityRow): Picked => ({
  id,
  name,
  detail: [kind === 'event' && date && showDate(date), detail].filter(Boolean).join(' · '),
})
