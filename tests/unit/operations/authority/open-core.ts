import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Archive } from '#archive/archive'
import type { InputOf, OperationName, OutputOf } from '#contract/operations'
import { recordKinds } from '#core/model/records'
import { startCore } from '#operations/start'
import { nodeResources } from '#platform/node/resources'
import { onDisk } from '#tests/unit/archive/on-real-disk'

/** The shipped data. */
export const resourcesFolder = join(import.meta.dirname, '..', '..', '..', '..', 'resources')

export interface OpenCore {
  archive: Archive
  changed: string[][]
  call<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  /** Every record as it is, without the times of change. */
  everything(): Promise<Record<string, unknown>>
  close(): Promise<void>
}

/** An archive of its own in a new folder, with the operations over it. */
export async function openCore(): Promise<OpenCore> {
  const home = await mkdtemp(join(tmpdir(), 'kho-core-'))
  const changed: string[][] = []
  const core = startCore(onDisk({ resources: nodeResources(resourcesFolder) }), {
    job: () => undefined,
    changed: (kinds) => changed.push(kinds),
  })
  await core.runner.call('archive.create', { folder: join(home, 'kho'), name: 'Kho' })
  const archive = core.context.archive!
  return {
    archive,
    changed,
    call: (name, input) => core.runner.runToEnd(name, input),
    async everything() {
      const all: Record<string, unknown> = {}
      for (const kind of recordKinds) {
        for (const record of await archive.getMany(kind, await archive.ids(kind))) all[`${kind}/${record.id}`] = record
      }
      return all
    },
    async close() {
      await core.close()
      await rm(home, { recursive: true })
    },
  }
}
