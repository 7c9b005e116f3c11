import { create } from 'zustand'

export type Notice = 'restarted'

interface NoticesState {
  notices: Notice[]
  add(notice: Notice): void
  dismiss(notice: Notice): void
}

/** Sentences about the whole window that stay until they are dismissed. */
export const useNotices = create<NoticesState>((set) => ({
  notices: [],
  add: (notice) => set(({ notices }) => ({ notices: notices.includes(notice) ? notices : [...notices, notice] })),
  dismiss: (notice) => set(({ notices }) => ({ notices: notices.filter((other) => other !== notice) })),
}))
