import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Archive } from '#archive/archive'
import type { InputOf, OperationName, OutputOf } from '#contract/operations'
import { type Core, startCore } from '#operations/start'
import { nodeResources } from '#platform/node/resources'
import { onDisk } from '#tests/unit/archive/on-real-disk'
import { article, putting } from '#tests/unit/archive/sample-records'

const resources = join(import.meta.dirname, '..', '..', '..', '..', 'resources')

export interface Here {
  folder: string
  core: Core
  archive: Archive
  changed: string[][]
  call<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  close(): Promise<void>
}

/** An archive of four articles `a1` … `a4` with dates in another order than their numbers. */
export async function archiveHere(): Promise<Here> {
  const folder = await mkdtemp(join(tmpdir(), 'kho-custody-'))
  const changed: string[][] = []
  const core = startCore(onDisk({ resources: nodeResources(resources) }), {
    job: () => undefined,
    changed: (kinds) => changed.push(kinds),
  })
  await core.runner.call('archive.create', {
    folder: join(folder, 'kho'),
    name: 'Kho',
    agency: 'Văn phòng HĐND',
    fonds: 'Phông HĐND',
  })
  const { archive } = core.context
  if (!archive) throw new Error('no archive')
  const dates = ['2024-07-03', '2024-07-01', '2024-07-04', '2024-07-02']
  for (const [at, publishedOn] of dates.entries()) {
    const title = `Bài ${['tư', 'hai', 'một', 'ba'][at]}`
    await archive.commit(putting('article', article(`a${at + 1}`, at + 1, { publishedOn, title })))
  }
  return {
    folder,
    core,
    archive,
    changed,
    call: (name, input) => core.runner.runToEnd(name, input),
    async close() {
      await core.close()
      await rm(folder, { recursive: true })
    },
  }
}
