import { Plus, X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { type Term, TermList } from '#core/model/term'
import { call } from '../../engine/client'
import { failureOf } from '../../engine/failure'
import { useRead } from '../../engine/queries'
import { useReadOnly } from '../../state/archive'
import { Button, IconButton } from '../../ui/Button'
import { Choice, TextField } from '../../ui/Field'
import { useFailures } from '../../ui/useFailures'
import { errorWords } from '../../words/errors'
import { usePhrases, useWords } from '../../words/words'
import { Group } from './Group'

/** The words the office adds to the reader's lists: listed, added, removed. */
export function TermsSection() {
  const t = useWords()
  const { data } = useRead('vocabulary.list', {})
  if (!data) return null
  return (
    <Group name="terms" title={t('setup.group.terms')} hint={t('setup.terms.hint')}>
      <AddTerm />
      {TermList.options.map((list) => (
        <Terms
          key={list}
          list={list}
          terms={data.rows.filter((row) => row.list === list)}
          shipped={data.shipped[list] ?? 0}
        />
      ))}
    </Group>
  )
}

function Terms({ list, terms, shipped }: { list: TermList; terms: Term[]; shipped: number }) {
  const t = useWords()
  const readOnly = useReadOnly()
  const caught = useFailures()
  return (
    <div>
      <h3 className="terms-title">{t('setup.terms.list', { name: t(`setup.terms.${list}`), shipped })}</h3>
      {terms.length === 0 && <p className="field-hint">{t('setup.terms.none')}</p>}
      <ul className="terms">
        {terms.map(({ id, text, full }) => (
          <li key={id} data-testid="term">
            <span>{[text, full].filter(Boolean).join(' = ')}</span>
            <IconButton
              icon={X}
              disabled={readOnly}
              label={t('setup.terms.remove', { text })}
              onClick={caught(() => call('vocabulary.remove', { id }))}
              data-testid="term-remove"
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

function AddTerm() {
  const phrases = usePhrases()
  const { t } = phrases
  const readOnly = useReadOnly()
  const [wrong, setWrong] = useState<string | null>(null)
  const [list, setList] = useState<TermList>('office')
  const [text, setText] = useState('')
  const [full, setFull] = useState('')
  const [round, setRound] = useState(0)
  const short = list === 'abbreviation'
  const ready = text.trim() !== '' && (!short || full.trim() !== '')
  const add = async () => {
    if (!ready) return
    try {
      await call('vocabulary.add', { list, text, full: short ? full : '' })
      setText('')
      setFull('')
      setWrong(null)
      setRound(round + 1)
    } catch (thrown) {
      const { what, doNext } = errorWords(phrases, failureOf(thrown))
      setWrong(`${what} ${doNext}`)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void add()
  }
  return (
    <form className="term-form" onSubmit={submit}>
      <Choice
        label={t('setup.terms.kind')}
        value={list}
        options={TermList.options.map((value) => ({ value, label: t(`setup.terms.${value}`) }))}
        onChoose={(value) => setList(value as TermList)}
      />
      <TextField
        key={`text ${round}`}
        label={t('setup.terms.word')}
        placeholder={t(`setup.terms.example.${list}`)}
        error={wrong}
        onText={(typed) => {
          setText(typed)
          setWrong(null)
        }}
        data-testid="term-text"
      />
      {short && (
        <TextField key={`full ${round}`} label={t('setup.terms.full')} onText={setFull} data-testid="term-full" />
      )}
      <Button type="submit" icon={Plus} disabled={readOnly || !ready} data-testid="term-add">
        {t('setup.terms.add')}
      </Button>
    </form>
  )
}
