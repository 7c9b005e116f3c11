import { create } from 'zustand'
import type { Selection } from '#contract/operations'
import type { PhotoSelection } from '#contract/photos'
import type { Template, TemplatePurpose } from '#core/model/template'
import type { ExportOf } from '../features/export/forms'
import { tellsDone } from '../ui/toasts'

export type OpenDialog =
  | { name: 'export'; of: ExportOf; count: number; title: string | null }
  | { name: 'paste'; text: string }
  | { name: 'shortcuts' }
  | { name: 'new-archive'; sample: boolean }
  | { name: 'photo'; ids: string[]; at: number; captions?: Record<string, string>; beside?: string }
  | { name: 'found-photo'; found: FoundPhotos; at: number }
  | { name: 'describe-photos'; selection: PhotoSelection; count: number }
  | { name: 'compare-draft'; draftId: string }
  | { name: 'job'; id: string }
  | { name: 'change'; sequence: number }
  | { name: 'search-help' }
  | { name: 'palette' }
  | { name: 'bulk-edit'; selection: Selection; count: number }
  | { name: 'to-dossier'; selection: Selection; count: number }
  | { name: 'template'; path: string; replaces: TemplateReplaced | null }
  | { name: 'template-fields'; purpose: TemplatePurpose }
  | { name: 'receive' }
  | { name: 'leave'; leave: () => void; closing?: boolean }

/** A kept template whose file is to be another. */
export type TemplateReplaced = Pick<Template, 'id' | 'name' | 'purpose'>

/** The photos that a search finds, of one event where it is named. */
export interface FoundPhotos {
  text: string
  eventId?: string
  total: number
}

interface DialogsState {
  open: OpenDialog | null
  show(dialog: OpenDialog): void
  close(): void
}

/** The one dialog above the window, if any. */
export const useDialogs = create<DialogsState>((set) => ({
  open: null,
  show: (open) => set({ open }),
  close: () => set({ open: null }),
}))

export const showDialog = (dialog: OpenDialog): void => useDialogs.getState().show(dialog)

/** Passing messages carry the role of a dialog too, but keep nothing beneath them from being used. */
const modal = ':is([role="dialog"], [role="alertdialog"]):not([aria-modal="false"])'

/** True while photos are looked at large and nothing stands above them. */
const viewing = (): boolean =>
  /^(found-)?photo$/.test(useDialogs.getState().open?.name ?? '') && document.querySelectorAll(modal).length === 1

/** True where a command has to wait for a dialog; in the viewer, what a message there tells of can be taken back. */
export const heldUp = (command: string): boolean =>
  underDialog() && !(/^edit\.(un|re)do$/.test(command) && viewing() && tellsDone())

/** True while a dialog stands above the window, also one that a screen keeps for itself. Keys are the dialog's then. */
export const underDialog = (): boolean => useDialogs.getState().open !== null || document.querySelector(modal) !== null
