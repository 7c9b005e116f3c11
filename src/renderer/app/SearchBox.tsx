import { CircleQuestionMark, Search, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { showDialog } from '../state/dialogs'
import { go } from '../state/route'
import { useSearch } from '../state/search'
import { IconButton } from '../ui/Button'
import { composing } from '../ui/Field'
import { useWords } from '../words/words'

/** Long enough that a burst of keys asks once, short enough to feel immediate. */
const settleMs = 90

/** The search box. Uncontrolled, and silent while a letter is still being put together. */
export function SearchBox() {
  const t = useWords()
  const { box, text, search, clear } = useTyped()
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (composing(event)) return
    if (event.key === 'Escape' && event.currentTarget.value) clear()
    if (event.key === 'Enter') search(event.currentTarget.value, 0)
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      document.querySelector<HTMLElement>('[data-results]')?.focus()
    }
  }
  return (
    <search className="search">
      <Search aria-hidden />
      <input
        ref={box}
        type="text"
        className="search-box"
        aria-label={t('ui.search.label')}
        placeholder={t('ui.search.placeholder')}
        autoComplete="off"
        spellCheck={false}
        data-testid="search"
        onInput={(event) => {
          const typing = (event.nativeEvent as InputEvent).isComposing
          if (!typing) search(event.currentTarget.value, settleMs)
        }}
        onCompositionEnd={(event) => search(event.currentTarget.value, settleMs)}
        onKeyDown={onKeyDown}
      />
      <IconButton
        icon={CircleQuestionMark}
        label={t('find.help.open')}
        className="search-help"
        data-testid="search-help"
        onClick={() => showDialog({ name: 'search-help' })}
      />
      {text ? <IconButton icon={X} label={t('ui.search.clear')} onClick={clear} /> : <kbd aria-hidden>Ctrl F</kbd>}
    </search>
  )
}

/** The box, what is searched for, and the ways to search and to clear. */
function useTyped() {
  const box = useRef<HTMLInputElement>(null)
  const text = useSearch((state) => state.text)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    // Cleared or set from elsewhere: the box follows, but never while it is being typed in.
    if (box.current && document.activeElement !== box.current) box.current.value = text
  }, [text])

  const search = (typed: string, wait: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const words = typed.normalize('NFC').trim()
      useSearch.getState().set({ text: words, sort: words ? 'relevance' : 'newest' })
      if (words) go({ screen: 'archive' })
    }, wait)
  }
  const clear = () => {
    if (box.current) box.current.value = ''
    search('', 0)
    box.current?.focus()
  }
  return { box, text, search, clear }
}
