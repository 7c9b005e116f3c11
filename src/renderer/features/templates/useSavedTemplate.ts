import type { InputOf } from '#contract/operations'
import { shell } from '../../engine/bridge'
import { call } from '../../engine/client'
import { notify } from '../../ui/toasts'
import { useFailures } from '../../ui/useFailures'
import { baseName } from '../../words/numbers'
import { useWords } from '../../words/words'

/** Writes a template into a folder the person chooses, and says where it lies with the way to open it. */
export function useSavedTemplate(): (of: InputOf<'template.save'>['of']) => void {
  const t = useWords()
  const caught = useFailures()
  return caught(async (of: InputOf<'template.save'>['of']) => {
    const { path: folder } = await shell('shell.pickFolder', { purpose: 'export' })
    if (!folder) return
    const { path } = await call('template.save', { of, folder })
    const name = baseName(path)
    const begun = 'purpose' in of
    notify({
      title: t(begun ? 'template.screen.started' : 'template.screen.saved', { name }),
      more: begun ? t('template.screen.startedMore') : folder,
      action: [
        { label: t('ui.export.open'), run: caught(() => shell('shell.openExported', { path })) },
        { label: t('ui.export.showFolder'), run: caught(() => shell('shell.showInFolder', { path })) },
      ],
    })
  })
}
