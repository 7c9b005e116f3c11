import { create } from 'zustand'
import type { Selection } from '#contract/operations'

export type OpenDialog =
  | { name: 'export'; selection: Selection; count: number; title: string | null }
  | { name: 'paste'; text: string }
  | { name: 'shortcuts' }
  | { name: 'new-archive'; sample: boolean }
  | { name: 'photo'; ids: string[]; at: number }
  | { name: 'job'; id: string }

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
