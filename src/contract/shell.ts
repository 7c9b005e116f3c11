import { z } from 'zod'
import type { KhoErrorData } from '#core/errors'
import { query } from './operation'
import { longestSeen, type WindowStart } from './window-start'

const Nothing = z.object({})

const settingsFields = {
  language: z.enum(['vi', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  textSize: z.enum(['100', '115', '130']),
  lastArchive: z.string().nullable(),
  recentArchives: z.array(z.string()),
  lastExportFolder: z.string().nullable(),
  archiveView: z.enum(['list', 'grid', 'timeline']),
  facetsShown: z.boolean(),
  /** Faces in photos are looked for, so that one click marks a person. */
  findFaces: z.boolean(),
  /** The folder in which new files are looked for, and digests of those the person does not want. */
  watchedFolder: z.string().nullable(),
  watchSkipped: z.array(z.string()).max(10_000),
}

export const Settings = z.object({
  language: settingsFields.language.default('vi'),
  theme: settingsFields.theme.default('system'),
  textSize: settingsFields.textSize.default('100'),
  lastArchive: settingsFields.lastArchive.default(null),
  recentArchives: settingsFields.recentArchives.default([]),
  lastExportFolder: settingsFields.lastExportFolder.default(null),
  archiveView: settingsFields.archiveView.default('list'),
  facetsShown: settingsFields.facetsShown.default(true),
  findFaces: settingsFields.findFaces.default(true),
  watchedFolder: settingsFields.watchedFolder.default(null),
  watchSkipped: settingsFields.watchSkipped.default([]),
})
export type Settings = z.infer<typeof Settings>

/** Some settings; without defaults, which would quietly reset what is not named. */
const SomeSettings = z.object(settingsFields).partial()

/** What only the desktop shell can do; handled in `main`, each with its sender checked. */
export const shellOperations = {
  'shell.settings': query(Nothing, Settings),
  'shell.saveSettings': query(SomeSettings, Settings),
  /** Files to take in, or the one file of another kind; empty when the person cancels. */
  'shell.pickFiles': query(
    z.object({
      purpose: z.enum(['intake', 'corrections', 'receipt', 'template', 'package', 'picture']).default('intake'),
    }),
    z.object({ paths: z.array(z.string()) }),
  ),
  'shell.pickFolder': query(
    z.object({
      purpose: z.enum([
        'new-archive',
        'open-archive',
        'intake',
        'export',
        'sample',
        'backup',
        'restore-from',
        'restore-to',
        'package',
        'receipts',
        'schemas',
      ]),
      suggestedName: z.string().default(''),
    }),
    z.object({ path: z.string().nullable() }),
  ),
  /** Shows a file just exported, or an original, in the system's file manager. */
  'shell.showInFolder': query(z.object({ path: z.string() }), Nothing),
  /** Opens a read-only copy of a file as received, found by the engine; never a path from the page. */
  'shell.openReceived': query(z.object({ articleId: z.string(), digest: z.string().regex(/^[0-9a-f]{64}$/) }), Nothing),
  /** The archives opened lately, and whether each can be reached now. */
  'shell.recentArchives': query(
    Nothing,
    z.object({ archives: z.array(z.object({ folder: z.string(), there: z.boolean() })) }),
  ),
  'shell.openExported': query(z.object({ path: z.string() }), Nothing),
  /** Begins a drag of read-only copies of photos out of the window; must be called while the mouse is down. */
  'shell.dragOut': query(
    z.object({
      ids: z
        .array(z.string().regex(/^[0-9a-f]{64}$/))
        .min(1)
        .max(200),
    }),
    Nothing,
  ),
  'shell.about': query(
    Nothing,
    z.object({ version: z.string(), electron: z.string(), chromium: z.string(), node: z.string() }),
  ),
  /** The clipboard's plain text, for a paste button; rich text comes with the paste event itself. */
  'shell.clipboard': query(Nothing, z.object({ text: z.string() })),
  /** Puts a few words on the clipboard, as a person's own copying would. */
  'shell.copy': query(z.object({ text: z.string().max(2000) }), Nothing),
  /** The page has drawn its first screen: its window can be shown. */
  'shell.drawn': query(Nothing, Nothing),
  /** What a window showed last, as it wanted it kept for its next start; a window asks as soon as it begins. */
  'shell.lastSeen': query(Nothing, z.object({ seen: z.string().nullable() })),
  /** Keeps it; null forgets it. */
  'shell.keepSeen': query(z.object({ seen: z.string().max(longestSeen).nullable() }), Nothing),
} as const

export type ShellOperations = typeof shellOperations
export type ShellName = keyof ShellOperations
export type ShellInput<N extends ShellName> = z.input<ShellOperations[N]['input']>
export type ShellOutput<N extends ShellName> = z.output<ShellOperations[N]['output']>

/** What the preload puts on `window.kho`. Nothing else of Electron reaches the page. */
export interface KhoBridge {
  readonly start: WindowStart
  shell<N extends ShellName>(
    name: N,
    input: ShellInput<N>,
  ): Promise<{ ok: true; value: ShellOutput<N> } | { ok: false; error: KhoErrorData }>
  /** Sends one request to the engine; the answer comes through `onMessage`. */
  toEngine(message: unknown): void
  /** Listens to the engine; returns the way to stop. */
  onMessage(listener: (message: unknown) => void): () => void
  /** A menu command or shortcut chosen outside the page: `view.intake`, `search.focus`, … */
  onCommand(listener: (command: string) => void): () => void
  /** The paths of files dropped on the page. */
  pathsOf(files: readonly object[]): string[]
}
