import { ArrowLeft, ArrowRight, ClipboardPaste, FilePlus2, Undo2 } from 'lucide-react'
import { useReadOnly } from '../state/archive'
import { useRoute } from '../state/route'
import { Button, IconButton } from '../ui/Button'
import { useWords } from '../words/words'
import { useCommands } from './commands'
import { SearchBox } from './SearchBox'

/** Always at hand: the way back, the search, and taking something in. */
export function TopBar() {
  const t = useWords()
  const { past, future, back, forward } = useRoute()
  const run = useCommands()
  const readOnly = useReadOnly()
  const onIntake = useRoute(({ route }) => route.screen === 'intake')
  return (
    <div className="topbar">
      <div className="topbar-steps">
        <IconButton icon={ArrowLeft} label={t('ui.nav.back')} disabled={past.length === 0} onClick={back} />
        <IconButton icon={ArrowRight} label={t('ui.nav.forward')} disabled={future.length === 0} onClick={forward} />
        <IconButton
          icon={Undo2}
          label={t('past.undo')}
          disabled={readOnly}
          // The caret stays in its field, whose own way back this is then.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => run('edit.undo')}
          data-testid="top-undo"
        />
      </div>
      <SearchBox />
      {/* The intake screen has these ways itself, larger. */}
      <div className="topbar-intake" hidden={onIntake}>
        <Button icon={FilePlus2} disabled={readOnly} onClick={() => run('intake.files')} data-testid="top-pick-files">
          {t('ui.intake.pickFiles')}
        </Button>
        <IconButton
          icon={ClipboardPaste}
          label={t('ui.intake.paste')}
          disabled={readOnly}
          onClick={() => run('intake.paste')}
        />
      </div>
    </div>
  )
}
