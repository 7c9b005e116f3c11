import { writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Archive, Change } from '#archive/archive'
import { backUp } from '#archive/backup/back-up'
import { redoing, undoing } from '#archive/history/undo'
import { createArchive, openArchive } from '#archive/open'
import { toErrorData } from '#core/errors'
import { article, draft, putting } from '#tests/unit/archive/sample-records'
import { quiet, realPlatform } from './platform'

// A process to be killed, or to be refused by its disk. Works on the archive named in its first
// argument for as many rounds as the third says (without one: without end), and says on its standard
// output what the archive has said: `ack N` for change N, `original SHA-256`, `backup N`, `refused CODE`.
const [, , folder = '', mode = 'all', rounds = 'Infinity'] = process.argv
const say = (line: string) => writeSync(1, `${line}\n`)
const platform = realPlatform()

async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (thrown) {
    say(`refused ${toErrorData(thrown).code} ${thrown instanceof Error ? thrown.message : ''}`)
    return null
  }
}

async function opened(): Promise<Archive> {
  const there = await platform.files.stat(join(folder, 'kho.json'))
  return there
    ? openArchive(folder, platform)
    : createArchive(folder, { name: 'Kho thử', agency: '', fonds: '' }, platform)
}

const held = await attempt(opened)
if (!held || held.readOnly) {
  say(`read-only ${held?.readOnly?.reason ?? ''}`)
  process.exit(0)
}
const archive: Archive = held

async function commit(work: () => Promise<Change>): Promise<void> {
  const done = await attempt(async () => archive.commit(await work()))
  if (done) say(`ack ${done.sequence}`)
}

/** A press release comes in, is filed, sometimes taken back and filed again. */
async function release(n: number): Promise<void> {
  const serial = await archive.nextSerial()
  const id = `r${String(serial).padStart(6, '0')}-${n}`
  const { createdAt } = article(id, 1)
  const meta = { name: `tin ${id}.txt`, mediaType: 'text/plain', receivedAt: createdAt, role: 'text' as const }
  const file = await attempt(() => archive.originals.addBytes(new TextEncoder().encode(`bản gốc ${id}`), meta))
  if (!file) return
  say(`original ${file.digest.hex}`)
  await commit(async () => putting('draft', draft(id, { asReceived: [file] })))
  await commit(async () => {
    const filed = putting('article', article(id, serial, { asReceived: [file], notes: `số ${n}` }))
    if (await archive.get('draft', id)) filed.entries.push({ kind: 'draft', id, after: null })
    return filed
  })
  if (n % 3 === 0) await commit(() => undoing(archive, null))
  if (n % 6 === 0) await commit(() => redoing(archive, null))
}

for (let n = 1; n <= Number(rounds); n++) {
  const backup = mode === 'all' && n % 4 === 2
  if (backup) say('backing')
  const copied = backup ? attempt(() => backUp(archive, `${folder}-backup`, quiet)) : null
  await release(n)
  const report = await copied
  if (report) say(`backup ${report.sequence}`)
}
await attempt(() => archive.close())
say('closed')
