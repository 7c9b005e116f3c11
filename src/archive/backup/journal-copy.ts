import { KhoError } from '#core/errors'
import type { Platform } from '#platform/ports'
import type { Layout } from '../format'
import { type JournalPosition, journalMonths } from '../journal'
import type { backupLayout, Manifest } from './manifest'

const CHUNK = 4 << 20

type BackupLayout = ReturnType<typeof backupLayout>
type Month = Manifest['journal'][number]

/**
 * Brings the journal of a backup up to a position. A journal only grows, so only what is new is copied;
 * the bytes that the old manifest counts stay as they are. A file whose beginning differs (the archive
 * was repaired) is copied whole under another name, so that the old backup stays whole until it is replaced.
 * @throws KhoError backup-damaged where reading back gives something else
 */
export async function copyJournal(
  layout: Layout,
  target: BackupLayout,
  platform: Platform,
  position: JournalPosition,
  before: Manifest | null,
): Promise<Month[]> {
  const { files } = platform
  await files.makeFolder(target.journal)
  const months = (await journalMonths(layout, files)).filter((month) => month <= position.month)
  const copied: Month[] = []
  for (const month of months) {
    const source = layout.month(month)
    const size = month === position.month ? position.offset : ((await files.stat(source))?.size ?? 0)
    const old = before?.journal.find((one) => one.month === month)
    copied.push(await copyMonth({ source, month, size, old, target, platform, sequence: position.sequence }))
  }
  return copied
}

interface MonthCopy {
  source: string
  month: string
  size: number
  old: Month | undefined
  target: BackupLayout
  platform: Platform
  sequence: number
}

async function copyMonth({ source, month, size, old, target, platform, sequence }: MonthCopy): Promise<Month> {
  const { files } = platform
  const sha256 = await sha256OfPart(platform, source, size)
  const continued = old !== undefined && (await continues(platform, source, size, old, target))
  if (continued && old.size === size) return old
  const file = continued ? old.file : old ? `${month}-${sequence}.jsonl` : `${month}.jsonl`
  const path = target.month(file)
  const from = continued ? old.size : 0
  await cutTo(platform, path, from)
  for (let at = from; at < size; at += CHUNK) {
    await files.appendDurably(path, await files.readPart(source, at, Math.min(CHUNK, size - at)))
  }
  if ((await sha256OfPart(platform, path, size)) !== sha256) throw new KhoError('backup-damaged', { file: path })
  return { month, file, size, sha256 }
}

/** True where the old copy is whole and the journal only went on after it. */
async function continues(platform: Platform, source: string, size: number, old: Month, target: BackupLayout) {
  if (old.size > size) return false
  const there = await platform.files.stat(target.month(old.file))
  if (!there || there.size < old.size) return false
  const [here, copy] = await Promise.all([
    sha256OfPart(platform, source, old.size),
    sha256OfPart(platform, target.month(old.file), old.size),
  ])
  return here === old.sha256 && copy === old.sha256
}

/** Takes away what an attempt that did not come to its end left behind the bytes that count. */
async function cutTo({ files }: Platform, path: string, size: number): Promise<void> {
  const there = await files.stat(path)
  if (there && there.size > size) await files.truncate(path, size)
}

/** SHA-256 over pieces: of the digests of each 4 MiB, so that a beginning can be compared in bounded memory. */
export async function sha256OfPart({ files, digests }: Platform, path: string, size: number): Promise<string> {
  const sums: string[] = []
  for (let at = 0; at < size; at += CHUNK) {
    sums.push(await digests.sha256(await files.readPart(path, at, Math.min(CHUNK, size - at))))
  }
  return digests.sha256(sums.join('\n'))
}
