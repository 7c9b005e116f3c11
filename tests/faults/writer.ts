import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { createArchive, openArchive } from '#archive/open'
import { memoryPlatform } from '#platform/memory/platform'
import { nodeDigests } from '#platform/node/digests'
import { nodeFiles } from '#platform/node/files'
import { nodeIds } from '#platform/node/ids'
import { nodeProcesses, systemClock } from '#platform/node/platform'
import { article, draft, putting } from '#tests/unit/archive/sample-records'

// A process to be killed: works without end on the archive named in its first argument, starting from
// number N of the second, and says `ack N` once the archive has said so.
const [, , folder = '', from = '1'] = process.argv
const platform = memoryPlatform(undefined, {
  clock: systemClock,
  files: nodeFiles(),
  digests: nodeDigests(),
  ids: nodeIds(systemClock),
  processes: nodeProcesses,
})
const there = await platform.files.stat(join(folder, 'kho.json'))
const archive = there
  ? await openArchive(folder, platform)
  : await createArchive(folder, { name: 'Kho thử', agency: '', fonds: '' }, platform)
if (archive.readOnly) throw new Error(`read only: ${archive.readOnly.reason}`)

for (let n = Number(from); ; n++) {
  const id = `r${String(n).padStart(6, '0')}`
  const bytes = new TextEncoder().encode(`bản gốc số ${n}`)
  const { createdAt } = article(id, n)
  const meta = { name: `tin ${n}.txt`, mediaType: 'text/plain', receivedAt: createdAt, role: 'text' as const }
  const file = await archive.originals.addBytes(bytes, meta)
  await archive.commit(putting('draft', draft(id, { asReceived: [file] })))
  const filed = putting('article', article(id, await archive.nextSerial(), { asReceived: [file], notes: `số ${n}` }))
  filed.entries.push({ kind: 'draft', id, after: null })
  await archive.commit(filed)
  writeSync(1, `ack ${n}\n`)
}
