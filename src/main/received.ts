import { chmod, copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { app, shell } from 'electron'
import { KhoError } from '#core/errors'
import type { EngineProcess } from './engine-process'

/** What is opened with its own program. Pages of the web and documents with macros are not among them. */
const opened = new Set([
  '.docx',
  '.doc',
  '.rtf',
  '.odt',
  '.txt',
  '.pdf',
  '.jpg',
  '.jpeg',
  '.png',
  '.webp',
  '.tif',
  '.tiff',
])

let folder: Promise<string> | null = null

/**
 * Opens a copy of a file as it was received: read-only, in a folder of this run's own, so that neither the program
 * that shows it nor the person at it can change the original. What could run something is shown in its folder only.
 * @throws KhoError file-missing, file-unreadable
 */
export async function openReceived(engine: EngineProcess, articleId: string, digest: string): Promise<void> {
  const { path, name } = await engine.received(articleId, digest)
  if (!path) throw new KhoError('file-missing', { file: name || null })
  folder ??= mkdtemp(join(app.getPath('temp'), 'kho-tin-'))
  const place = join(await folder, digest.slice(0, 12))
  await mkdir(place, { recursive: true })
  const copy = join(place, safeName(name))
  // Opened before: it is there, and the same.
  await copyFile(path, copy).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code !== 'EACCES' && thrown.code !== 'EPERM') throw thrown
  })
  await chmod(copy, 0o444)
  if (!opened.has(extname(copy).toLowerCase())) {
    shell.showItemInFolder(copy)
    return
  }
  const failure = await shell.openPath(copy)
  if (failure) throw new KhoError('file-unreadable', { file: name, cause: failure })
}

/** Takes the copies away at the end; one that a program still holds open stays for the system to clear. */
export async function forgetReceived(): Promise<void> {
  if (folder) await rm(await folder, { recursive: true, force: true }).catch(() => undefined)
}

/** The last part of a name, without what a file system or a person could misread. */
export function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const safe = last
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '_')
    .replace(/[. ]+$/, '')
    .replace(/^\.+/, '')
  return safe || 'file'
}
