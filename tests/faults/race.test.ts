import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createArchive, openArchive } from '#archive/open'
import { article, draft, putting } from '#tests/unit/archive/sample-records'
import { realPlatform } from './support/platform'
import { proveKept, proveSound } from './support/proof'
import { buildWriter, removeWriter, runWriter } from './support/run'

const rounds = process.env.KHO_FAULTS === 'all' ? 40 : 3
const identity = { name: 'Kho thử', agency: '', fonds: '' }

describe('two who open an archive at once', () => {
  let home: string
  let writer: string
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'kho-race-'))
    writer = await buildWriter()
  }, 60_000)
  afterAll(async () => {
    await rm(home, { recursive: true, force: true })
    await removeWriter(writer)
  })

  it.each(['with no lock', 'with a lock left by a dead process'])(
    `never write over each other, %s`,
    async (lock) => {
      const folder = join(home, lock)
      await (await createArchive(folder, identity, realPlatform())).close()
      for (let round = 0; round < rounds; round++) {
        if (lock !== 'with no lock') {
          const lease = {
            token: 'x',
            user: 'Lan',
            machine: realPlatform().user.machine,
            process: 2 ** 22 + 1,
            heartbeat: Date.now(),
          }
          await writeFile(join(folder, 'kho.lock'), JSON.stringify(lease))
        }
        const command = [process.execPath, writer, folder, 'records', '4']
        const both = await Promise.all([runWriter(command, null), runWriter(command, null)])
        const acks = both.flatMap(({ acks }) => acks)
        expect(new Set(acks).size, 'no change was acknowledged twice').toBe(acks.length)
        expect(acks.length).toBeGreaterThan(0)
        for (const said of both) {
          expect(said.errors).toBe('')
          for (const refusal of said.refused) expect(refusal).toMatch(/^archive-locked /)
          await proveKept(folder, said, lock)
        }
      }
      await proveSound(folder, lock)
    },
    120_000,
  )
})

describe('a clock that is set back', () => {
  it('loses nothing, keeps the order, and keeps no dead lock for ever', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kho-clock-'))
    await rm(folder, { recursive: true })
    let now = Date.parse('2024-02-29T23:59:59+07:00')
    const platform = () => realPlatform({ clock: { now: () => now } })
    let archive = await createArchive(folder, identity, platform())
    const jumps = ['1984-01-01', '2031-12-31', '2024-03-01', '1999-12-31', '2040-06-01', '2010-10-10']
    for (const [at, day] of jumps.entries()) {
      now = Date.parse(`${day}T00:00:00+07:00`)
      await archive.commit(putting('article', article(`a${at}`, at + 1)))
      await archive.commit(putting('draft', draft(`d${at}`)))
      if (at % 2 === 0) continue
      await archive.close()
      archive = await openArchive(folder, platform())
      expect(archive.readOnly).toBeNull()
      expect(archive.opening.repaired).toEqual([])
    }
    expect(await archive.ids('article')).toEqual(jumps.map((_, at) => `a${at}`))
    await archive.close()
    await proveSound(folder, 'clock set back')
    // A lease from the future, whose owner is dead: watched, then taken.
    const lease = { token: 'x', user: 'Lan', machine: 'may-2', process: 1, heartbeat: Date.parse('2060-01-01') }
    await writeFile(join(folder, 'kho.lock'), JSON.stringify(lease))
    archive = await openArchive(folder, platform(), { watchLockMs: 20 })
    expect(archive.readOnly).toBeNull()
    await archive.close()
    await rm(folder, { recursive: true })
  })

  it('takes a lock that has beaten lately only on request, and never a living one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kho-lease-'))
    await rm(folder, { recursive: true })
    await (await createArchive(folder, identity, realPlatform())).close()
    const path = join(folder, 'kho.lock')
    const lease = { token: 'x', user: 'Lan', machine: 'may-2', process: 1, heartbeat: Date.now() }
    // Whole each time, as a real heart beats.
    const left = () => realPlatform().files.writeWhole(path, JSON.stringify({ ...lease, heartbeat: Date.now() }))
    await left()
    const asked = await openArchive(folder, realPlatform())
    expect(asked.readOnly).toEqual({ reason: 'locked', by: 'Lan (may-2)' })
    await asked.close()
    let beat = left()
    const beating = setInterval(() => {
      beat = beat.then(left)
    }, 20)
    const living = await openArchive(folder, realPlatform(), { takeOver: true, watchLockMs: 200 })
    clearInterval(beating)
    await beat
    expect(living.readOnly).toEqual({ reason: 'locked', by: 'Lan (may-2)' })
    await living.close()
    await left()
    const taken = await openArchive(folder, realPlatform(), { takeOver: true, watchLockMs: 20 })
    expect(taken.readOnly).toBeNull()
    await taken.close()
    await rm(folder, { recursive: true })
  })
})
