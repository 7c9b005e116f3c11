import { appendFileSync, existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { proveBackup, proveKept, proveSound } from './support/proof'
import { buildWriter, removeWriter, runWriter } from './support/run'

// `npm run faults` kills 2,000 times, `npm test` 100 times; KHO_KILL_ROUNDS says otherwise.
const rounds = Number(process.env.KHO_KILL_ROUNDS ?? (process.env.KHO_FAULTS === 'all' ? 2_000 : 100))
// Restoring is what takes longest; the last backup of every archive is restored in any case.
const restoreEvery = rounds > 100 ? 1 : 8
const together = 2
const perArchive = 50

interface Tally {
  kills: number
  acknowledged: number
  originals: number
  whileBackingUp: number
  backups: number
}

/** Kills one writer after another over the same archive, each at another moment of its work. */
async function killMany(writer: string, folder: string, kills: number, tally: Tally): Promise<void> {
  let backup = 0
  let held = 0
  for (let round = 0; round < kills; round++) {
    const name = `${folder} round ${round}`
    // Spread over whole changes, whatever the speed of the machine.
    const said = await runWriter([process.execPath, writer, folder], Math.floor(Math.random() * 150))
    expect(said.errors, name).toBe('')
    expect(said.refused, name).toEqual([])
    const before = held
    held = await proveKept(folder, said, name)
    expect(held, name).toBeGreaterThanOrEqual(before)
    backup = said.backup ?? backup
    tally.kills++
    tally.acknowledged += Math.max(0, (said.ack ?? before) - before)
    tally.originals += said.originals.length
    if (said.backup !== null) tally.backups++
    if (!said.backing) continue
    tally.whileBackingUp++
    if (backup > 0 && tally.whileBackingUp % restoreEvery === 0) await proveBackup(`${folder}-backup`, backup, name)
  }
  await proveSound(folder, folder)
  if (existsSync(`${folder}-backup/backup.json`)) await proveBackup(`${folder}-backup`, backup, folder)
}

describe('a killed writer', () => {
  let home: string
  let writer: string

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'kho-kill-'))
    writer = await buildWriter()
  }, 60_000)
  afterAll(async () => {
    await rm(home, { recursive: true, force: true })
    await removeWriter(writer)
  })

  it(`loses nothing acknowledged in ${rounds} kills of filing, undoing, redoing and backing up`, {
    timeout: 60_000 + rounds * 6_000,
  }, async () => {
    const tally: Tally = { kills: 0, acknowledged: 0, originals: 0, whileBackingUp: 0, backups: 0 }
    let begun = 0
    let archives = 0
    const lane = async () => {
      while (begun < rounds) {
        const kills = Math.min(perArchive, rounds - begun)
        begun += kills
        const folder = join(home, `kho-${++archives}`)
        await killMany(writer, folder, kills, tally)
        for (const made of [folder, `${folder}-backup`]) await rm(made, { recursive: true, force: true })
      }
    }
    await Promise.all(Array.from({ length: together }, lane))
    if (process.env.KHO_FAULTS_LOG) appendFileSync(process.env.KHO_FAULTS_LOG, `${JSON.stringify(tally)}\n`)
    expect(tally.kills).toBe(rounds)
    expect(tally.acknowledged).toBeGreaterThan(rounds)
  })
})
