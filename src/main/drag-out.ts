import { chmod, copyFile, mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app, nativeImage } from 'electron'
import { draggedFolder } from '#contract/dragged-folder'
import { KhoError } from '#core/errors'
import { fileNameFrom } from '#core/text/words'
import type { ShellContext } from './shell'

const folder = () => join(tmpdir(), draggedFolder, String(process.pid))
const iconSide = 96

/**
 * Begins a drag of photos out of the window. What is dropped elsewhere are read-only copies under the names as
 * received: no program that takes them can reach the originals. The page names photos by id, never by path.
 * @throws KhoError file-missing, or disk-full … where no copy can be made
 */
export async function dragOut({ window, engine }: ShellContext, ids: string[]): Promise<Record<string, never>> {
  const files: string[] = []
  for (const id of ids) {
    const { path, name } = await engine().picture(id, null)
    if (!path) throw new KhoError('file-missing', { file: name || id })
    files.push(await copied(path, id, name))
  }
  const [file = ''] = files
  const { path: thumb } = await engine().picture(ids[0] ?? '', 320)
  const icon = thumb ? nativeImage.createFromPath(thumb).resize({ width: iconSide }) : nativeImage.createEmpty()
  window().webContents.startDrag({ file, files, icon })
  return {}
}

async function copied(path: string, id: string, name: string): Promise<string> {
  const own = join(folder(), id)
  const copy = join(own, fileNameFrom(name, { maxBytes: 200, fallback: id }))
  await mkdir(own, { recursive: true })
  await rm(copy, { force: true })
  await copyFile(path, copy)
  await chmod(copy, 0o444)
  return copy
}

/** Takes the copies away when the program ends; whatever was dropped has its own by then. */
export function forgetDragged(): void {
  app.on('will-quit', () => void rm(folder(), { recursive: true, force: true }))
}
