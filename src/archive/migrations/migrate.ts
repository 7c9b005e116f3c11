import { KhoError } from '#core/errors'
import type { Platform } from '#platform/ports'
import { type IdentityFile, type Layout, parseJson } from '../format'
import { assertContiguous, type Step } from './steps'

const CHUNK = 4 << 20

/** What became of an archive of an older format. */
export type MigrationResult =
  | { state: 'migrated'; from: number; to: number; kept: string }
  | { state: 'refused'; from: number; to: number; reason: { code: string; args: Record<string, string> } }

interface Migrating {
  layout: Layout
  platform: Platform
  identity: IdentityFile
  /** All steps and the formats that they lead from and to. */
  steps: readonly Step[]
  first: number
  last: number
}

/**
 * Brings an archive of an older format up to the present one: asks every step whether it can be made,
 * keeps a copy of `kho.json`, catalogue and journal under `recovered/`, and then makes them. The number
 * in `kho.json` changes after each step, so that what a crash interrupts goes on where it stopped.
 * @returns what was done, or why not; refused means that nothing was changed
 */
export async function migrate(migrating: Migrating): Promise<MigrationResult> {
  const { layout, platform, identity, first, last } = migrating
  assertContiguous(migrating.steps, first, last)
  const from = identity.format
  const needed = migrating.steps.filter((step) => step.from >= from)
  const [next] = needed
  const reason = next ? await next.refuses({ layout, platform }) : null
  if (reason) return { state: 'refused', from, to: last, reason }
  const kept = await keepCopy(layout, platform, from)
  for (const step of needed) {
    const refused = step === next ? null : await step.refuses({ layout, platform })
    if (refused) throw new KhoError('archive-damaged', { file: layout.identity, args: refused.args })
    await step.run({ layout, platform })
    await writeFormat(layout, platform, step.to)
  }
  return { state: 'migrated', from, to: last, kept }
}

/** The copy from before, under a name that a second attempt finds complete. */
async function keepCopy(layout: Layout, platform: Platform, format: number): Promise<string> {
  const { files, ids } = platform
  const name = `${ids.next()}-format-${format}`
  const folder = files.join(layout.recovered, name)
  await files.makeFolder(folder)
  for (const source of [layout.catalogue, layout.journal]) {
    await copyTree(files, source, files.join(folder, files.baseName(source)))
  }
  await files.writeWhole(files.join(folder, 'kho.json'), await files.read(layout.identity))
  return name
}

async function copyTree(files: Platform['files'], from: string, to: string): Promise<void> {
  const found = await files.stat(from)
  if (!found) return
  if (found.kind === 'folder') {
    await files.makeFolder(to)
    for (const name of await files.list(from)) await copyTree(files, files.join(from, name), files.join(to, name))
    return
  }
  if (found.size <= CHUNK) return files.writeWhole(to, await files.read(from))
  for (let at = 0; at < found.size; at += CHUNK) {
    await files.appendDurably(to, await files.readPart(from, at, Math.min(CHUNK, found.size - at)))
  }
}

/** Keys of `kho.json` that this version does not know stay as they are. */
async function writeFormat({ identity }: Layout, { files }: Platform, format: number): Promise<void> {
  const content = parseJson(await files.readText(identity)) as Record<string, unknown>
  await files.writeWhole(identity, `${JSON.stringify({ ...content, format }, null, 2)}\n`)
}
