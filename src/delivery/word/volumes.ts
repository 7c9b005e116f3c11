import { KhoError } from '#core/errors'
import { AsideFile, stopIfCancelled } from '../aside'
import type { DeliveryContext, WrittenFile } from '../delivery'
import { deliveryWords } from '../words'

/** One Word file of several while it grows. */
export interface GrowingVolume<T> {
  file: AsideFile
  /** True where the next item belongs into a new volume. */
  full: boolean
  /** Articles in it. */
  articles: number
  /** @param number of the item in the whole */
  add(item: T, number: number): Promise<void>
  /** @param volume which of them this is; null where it is the only one */
  close(volume: number | null): Promise<void>
}

/** Where a delivery in volumes goes and how far it is. */
export interface VolumesOptions<T> {
  path: string
  total: number | undefined
  nameOf(item: T): string
}

/**
 * Writes items into as many files as their bounds ask for. Only when every volume is whole does the first
 * get its name; volumes get their number appended, existing files are never replaced.
 * @throws KhoError export-nothing-selected, cancelled, or as Files gives it; no volume is left behind then
 */
export async function writeVolumes<T>(
  items: AsyncIterable<T>,
  begin: (file: AsideFile) => Promise<GrowingVolume<T>>,
  options: VolumesOptions<T>,
  context: DeliveryContext,
): Promise<WrittenFile[]> {
  const volumes: GrowingVolume<T>[] = []
  try {
    await fill(items, begin, options, context, volumes)
    if (volumes.length === 0) throw new KhoError('export-nothing-selected')
    return await named(volumes, options.path, context)
  } catch (thrown) {
    // What stopped the work is the error to tell, not that clearing away failed too.
    for (const { file } of volumes) await file.drop().catch(() => undefined)
    throw thrown
  }
}

async function fill<T>(
  items: AsyncIterable<T>,
  begin: (file: AsideFile) => Promise<GrowingVolume<T>>,
  { path, total, nameOf }: VolumesOptions<T>,
  { files, signal, report }: DeliveryContext,
  volumes: GrowingVolume<T>[],
): Promise<void> {
  let number = 0
  for await (const item of items) {
    stopIfCancelled(signal)
    const last = volumes.at(-1)
    if (!last || last.full) {
      await last?.close(volumes.length)
      volumes.push(await begun(begin, await AsideFile.open(files, files.dirName(path))))
    }
    number += 1
    await volumes.at(-1)!.add(item, number)
    report(number, total ?? number, nameOf(item))
  }
  stopIfCancelled(signal)
  await volumes.at(-1)?.close(volumes.length > 1 ? volumes.length : null)
}

/** A file whose volume could not even begin is taken away here: nobody else knows of it yet. */
async function begun<T>(
  begin: (file: AsideFile) => Promise<GrowingVolume<T>>,
  file: AsideFile,
): Promise<GrowingVolume<T>> {
  try {
    return await begin(file)
  } catch (thrown) {
    await file.drop().catch(() => undefined)
    throw thrown
  }
}

async function named<T>(volumes: GrowingVolume<T>[], path: string, context: DeliveryContext): Promise<WrittenFile[]> {
  const { files } = context
  const { say } = deliveryWords(context.language)
  const written: WrittenFile[] = []
  for (const [index, { file, articles }] of volumes.entries()) {
    const title = files.baseName(path).replace(/\.docx$/i, '')
    const name = say('delivery.book.volumeFile', { title, volume: index + 1 })
    const target = volumes.length === 1 ? path : files.join(files.dirName(path), `${name}.docx`)
    written.push({ ...(await file.finish(target)), articles })
  }
  return written
}
