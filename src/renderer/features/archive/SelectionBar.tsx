import { FileOutput, FolderPlus, PencilLine } from 'lucide-react'
import { useReadOnly } from '../../state/archive'
import { showDialog } from '../../state/dialogs'
import { useSelection } from '../../state/selection'
import { Button } from '../../ui/Button'
import { showNumber } from '../../words/numbers'
import { usePhrases } from '../../words/words'

/** What is selected and what can be done with it; there only while something is. */
export function SelectionBar({ total, onAll }: { total: number; onAll: () => void }) {
  const { t, language } = usePhrases()
  const { ids, all, clear } = useSelection()
  const readOnly = useReadOnly()
  const count = all ? all.count : ids.size
  if (count === 0) return null
  const selection = all ? { query: all.query } : { ids: [...ids] }
  return (
    <div className="selection" data-testid="selection">
      <p role="status">
        <strong>{t('ui.selection.count', { count, shown: showNumber(count, language) })}</strong>
      </p>
      {!all && ids.size < total && (
        <Button look="quiet" onClick={onAll} data-testid="select-all">
          {t('ui.selection.all', { shown: showNumber(total, language) })}
        </Button>
      )}
      <Button look="quiet" onClick={clear} data-testid="selection-clear">
        {t('ui.selection.clear')}
      </Button>
      <div className="selection-ways">
        <Button
          icon={PencilLine}
          disabled={readOnly}
          data-testid="bulk-edit"
          onClick={() => showDialog({ name: 'bulk-edit', selection, count })}
        >
          {t('find.bulk.open')}
        </Button>
        <Button
          icon={FolderPlus}
          disabled={readOnly}
          data-testid="to-dossier"
          onClick={() => showDialog({ name: 'to-dossier', selection, count })}
        >
          {t('handover.put.open')}
        </Button>
        <Button
          look="primary"
          icon={FileOutput}
          data-testid="export-selected"
          onClick={() => showDialog({ name: 'export', of: { articles: selection }, count, title: null })}
        >
          {t('ui.export.selected')}
        </Button>
      </div>
    </div>
  )
}
