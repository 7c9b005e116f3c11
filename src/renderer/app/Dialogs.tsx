import { BulkEditDialog } from '../features/archive/BulkEditDialog'
import { SearchHelp } from '../features/archive/SearchHelp'
import { ReceiveDialog } from '../features/custody/ReceiveDialog'
import { ToDossierDialog } from '../features/custody/ToDossierDialog'
import { ExportDialog } from '../features/export/ExportDialog'
import { JobResultDialog } from '../features/export/JobResultDialog'
import { ChangeDialog } from '../features/history/ChangeDialog'
import { CompareDialog } from '../features/intake/CompareDialog'
import { PasteDialog } from '../features/intake/PasteDialog'
import { DescribeDialog } from '../features/photo/DescribeDialog'
import { PhotoViewer } from '../features/photo/PhotoViewer'
import { ShortcutsDialog } from '../features/settings/ShortcutsDialog'
import { FieldsDialog } from '../features/templates/FieldsDialog'
import { TemplateDialog } from '../features/templates/TemplateDialog'
import { NewArchiveDialog } from '../features/welcome/NewArchiveDialog'
import { useDialogs } from '../state/dialogs'
import { LeaveDialog } from './LeaveDialog'
import { Palette } from './Palette'

/** Shows the dialog that is open, if any. */
export function Dialogs() {
  const open = useDialogs((state) => state.open)
  switch (open?.name) {
    case undefined:
      return null
    case 'export':
      return <ExportDialog of={open.of} count={open.count} title={open.title} />
    case 'paste':
      return <PasteDialog text={open.text} />
    case 'shortcuts':
      return <ShortcutsDialog />
    case 'new-archive':
      return <NewArchiveDialog sample={open.sample} />
    case 'photo':
      return <PhotoViewer from={open} start={open.at} captions={open.captions} beside={open.beside} />
    case 'found-photo':
      return <PhotoViewer from={open.found} start={open.at} />
    case 'describe-photos':
      return <DescribeDialog selection={open.selection} count={open.count} />
    case 'compare-draft':
      return <CompareDialog draftId={open.draftId} />
    case 'job':
      return <JobResultDialog jobId={open.id} />
    case 'palette':
      return <Palette />
    case 'search-help':
      return <SearchHelp />
    case 'bulk-edit':
      return <BulkEditDialog selection={open.selection} count={open.count} />
    case 'change':
      return <ChangeDialog sequence={open.sequence} />
    case 'to-dossier':
      return <ToDossierDialog selection={open.selection} count={open.count} />
    case 'template':
      return <TemplateDialog path={open.path} replaces={open.replaces} />
    case 'template-fields':
      return <FieldsDialog purpose={open.purpose} />
    case 'receive':
      return <ReceiveDialog />
    case 'leave':
      return <LeaveDialog leave={open.leave} closing={open.closing ?? false} />
  }
}
