import { create } from 'zustand'
import type { AuthorityKind } from '#core/model/views'

/** Where the clerk is. */
export type Route =
  | { screen: 'intake' }
  | { screen: 'review'; draftId: string }
  | { screen: 'archive' }
  | { screen: 'photos' }
  | { screen: 'bin' }
  | { screen: 'corrections' }
  | { screen: 'history' }
  | { screen: 'article'; id: string }
  | { screen: 'authority'; kind: AuthorityKind }
  | { screen: 'event'; id: string }
  | { screen: 'person'; id: string }
  | { screen: 'named'; kind: 'organization' | 'place' | 'document'; id: string }
  | { screen: 'dossiers' }
  /** `mend` is the field that is to be written first. */
  | { screen: 'dossier'; id: string; mend?: string | undefined }
  | { screen: 'transfers' }
  | { screen: 'transfer'; id: string }
  | { screen: 'statistics' }
  | { screen: 'settings'; group?: SettingsGroup; field?: string | undefined }

export const settingsGroups = [
  'looks',
  'fonds',
  'templates',
  'terms',
  'pictures',
  'watch',
  'learnt',
  'care',
  'archive',
  'help',
] as const
export type SettingsGroup = (typeof settingsGroups)[number]

interface RouteState {
  route: Route
  past: Route[]
  future: Route[]
  /** True where the present screen was come back to rather than gone to. */
  cameBack: boolean
  go(route: Route): void
  /** Goes there without a step back to here: the next draft takes the place of the one just filed. */
  replace(route: Route): void
  back(): void
  forward(): void
  reset(route: Route): void
}

const deepest = 100

export const sameRoute = (a: Route, b: Route): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The screen shown and the way back, as in a browser. */
export const useRoute = create<RouteState>((set) => ({
  route: { screen: 'intake' },
  past: [],
  future: [],
  cameBack: false,
  go: (route) =>
    set((now) =>
      sameRoute(now.route, route)
        ? now
        : { route, past: [...now.past, now.route].slice(-deepest), future: [], cameBack: false },
    ),
  replace: (route) => set({ route, cameBack: false }),
  back: () =>
    set(({ route, past, future }) => {
      const to = past.at(-1)
      return to ? { route: to, past: past.slice(0, -1), future: [route, ...future], cameBack: true } : {}
    }),
  forward: () =>
    set(({ route, past, future }) => {
      const [to, ...rest] = future
      return to ? { route: to, past: [...past, route], future: rest, cameBack: true } : {}
    }),
  reset: (route) => set({ route, past: [], future: [], cameBack: false }),
}))

/** Goes to a screen; for handlers outside components. */
export const go = (route: Route): void => useRoute.getState().go(route)

/** The page of a record of the authority lists. */
export function authorityRoute(kind: AuthorityKind, id: string): Route {
  if (kind === 'event') return { screen: 'event', id }
  if (kind === 'person') return { screen: 'person', id }
  return { screen: 'named', kind, id }
}
