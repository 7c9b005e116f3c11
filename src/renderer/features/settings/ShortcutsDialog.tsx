import { menuCommands } from '#contract/menu'
import { shortcuts, shownKeys } from '../../app/useShortcuts'
import { useDialogs } from '../../state/dialogs'
import { Dialog } from '../../ui/Dialog'
import { commandWords } from '../../words/menu'
import { usePhrases, type WordKey } from '../../words/words'
import './settings.css'

/** Keys of single screens, which those screens listen for themselves. */
const onScreens: { keys: string; words: WordKey }[] = [
  { keys: 'Ctrl Enter', words: 'ui.shortcuts.file' },
  { keys: 'Space', words: 'ui.shortcuts.accept' },
  { keys: 'Ctrl Space', words: 'find.shortcuts.select' },
  { keys: 'Shift ↑ ↓', words: 'find.shortcuts.extend' },
  { keys: 'Enter', words: 'ui.shortcuts.edit' },
  { keys: 'F2', words: 'item.shortcuts.edit' },
  { keys: 'Alt ↑ ↓', words: 'item.shortcuts.photo' },
  { keys: 'Delete', words: 'ui.shortcuts.drop' },
  { keys: '↑ ↓', words: 'ui.shortcuts.move' },
  { keys: 'Ctrl A', words: 'ui.shortcuts.all' },
  { keys: 'Z', words: 'ui.shortcuts.zoom' },
  { keys: 'Esc', words: 'ui.shortcuts.close' },
]

/** Every key that does something, on `?`. */
export function ShortcutsDialog() {
  const phrases = usePhrases()
  const { t } = phrases
  const close = useDialogs((state) => state.close)
  const everywhere = menuCommands.flatMap((item) => {
    const keys = shortcuts.filter(({ command }) => command === item.command).map((one) => shownKeys(one.keys))
    return keys.length > 0 ? [{ keys: keys.join(', '), words: commandWords(phrases, item) }] : []
  })
  const here = onScreens.map(({ keys, words }) => ({ keys, words: t(words) }))
  return (
    <Dialog title={t('ui.shortcuts.title')} wide testId="dialog-shortcuts" onClose={close}>
      <dl className="shortcuts">
        {[...everywhere, ...here].map(({ keys, words }) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
