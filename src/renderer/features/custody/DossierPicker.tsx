import { useDeferredValue, useState } from 'react'
import { useRead } from '../../engine/queries'
import { type Picked, Picker } from '../../ui/Picker'
import { useWords } from '../../words/words'

interface Props {
  label: string
  value: Picked | null
  onPick: (picked: Picked | null) => void
  /** Only open ones, or only those that no transfer has yet. */
  among: 'open' | 'free'
  testId: string
}

const offered = 30

/** Chooses a dossier by words of its code or title. */
export function DossierPicker({ among, ...rest }: Props) {
  const t = useWords()
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed)
  const narrowed = among === 'open' ? { status: 'open' as const } : { free: true }
  const list = useRead('dossier.list', { text, ...narrowed, sort: 'newest', limit: offered }, { keep: true })
  const items = (list.data?.rows ?? []).map(({ id, title, code, items }) => ({
    id,
    name: title,
    detail: [code, t('ui.count.articles', { count: items })].join(' · '),
  }))
  return <Picker {...rest} items={items} onText={setTyped} />
}
