import { Suspense } from 'react'
import { type OpenDialog, useDialogs } from '../state/dialogs'
import { LeaveDialog } from './LeaveDialog'
import { later } from './later'
import { Palette } from './Palette'

// None is there at a start: their code comes when they are wanted, or once the first screen has settled.
const BulkEditDialog = later(() => import('../features/archive/BulkEditDialog'), 'BulkEditDialog')
const SearchHelp = later(() => import('../features/archive/SearchHelp'), 'SearchHelp')
const ReceiveDialog = later(() => import('../features/custody/ReceiveDialog'), 'ReceiveDialog')
const ToDossierDialog = later(() => import('../features/custody/ToDossierDialog'), 'ToDossierDialog')
const ExportDialog = later(() => import('../features/export/ExportDialog'), 'ExportDialog')
const JobResultDialog = later(() => import('../features/export/JobResultDialog'), 'JobResultDialog')
const ChangeDialog = later(() => import('../features/history/ChangeDialog'), 'ChangeDialog')
const CompareDialog = later(() => import('../features/intake/CompareDialog'), 'CompareDialog')
const PasteDialog = later(() => import('../features/intake/PasteDialog'), 'PasteDialog')
const DescribeDialog = later(() => import('../features/photo/DescribeDialog'), 'DescribeDialog')
const PhotoViewer = later(() => import('../features/photo/PhotoViewer'), 'PhotoViewer')
const ShortcutsDialog = later(() => import('../features/settings/ShortcutsDialog'), 'ShortcutsDialog')
const FieldsDialog = later(() => import('../features/templates/FieldsDialog'), 'FieldsDialog')
const TemplateDialog = later(() => import('../features/templates/TemplateDialog'), 'TemplateDialog')
const NewArchiveDialog = later(() => import('../features/welcome/NewArchiveDialog'), 'NewArchiveDialog')

/** Shows the dialog that is open, if any. */
export function Dialogs() {
  const open = useDialogs((state) => state.open)
  return <Suspense fallback={null}>{open && <DialogOf open={open} />}</Suspense>
}

function DialogOf({ open }: { open: OpenDialog }) {
  switch (open.name) {
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
