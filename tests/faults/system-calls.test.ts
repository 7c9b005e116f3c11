import { appendFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { proveKept, proveSound } from './support/proof'
import { buildWriter, removeWriter, runWriter } from './support/run'
import { compileShim, countsIn } from './support/shim'

const shim = compileShim()
const everything = process.env.KHO_FAULTS === 'all'
const errors = ['EIO', 'ENOSPC', 'EACCES'] as const
const inShort = 15
const together = 2
// What a person may be told when the disk says no; anything else is a fault of ours.
const promised = /^(disk-full|disk-error|no-permission|archive-read-only|backup-damaged|archive-locked) /

interface Point {
  op: string
  n: number
  error: string
}

describe.skipIf(shim === null)('one system call that fails', () => {
  let home: string
  let writer: string
  let points: Point[]

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'kho-calls-'))
    writer = await buildWriter()
    const log = join(home, 'calls')
    const folder = join(home, 'kho-counted')
    await runWriter([process.execPath, writer, folder, 'all', '3'], null, {
      LD_PRELOAD: shim ?? '',
      FAULT_LOG: log,
      FAULT_ONLY: '/kho-counted',
    })
    const each = [...countsIn(log)].flatMap(([op, count]) =>
      Array.from({ length: count }, (_, at) => errors.map((error) => ({ op, n: at + 1, error }))).flat(),
    )
    // The same few in every short run, spread over the whole of the work.
    const step = everything ? 1 : Math.max(1, Math.floor(each.length / inShort))
    points = each.filter((_, at) => at % step === 0)
  }, 120_000)
  afterAll(async () => {
    await rm(home, { recursive: true, force: true })
    await removeWriter(writer)
  })

  async function fail({ op, n, error }: Point, at: number): Promise<string[]> {
    const name = `${op} ${n} answers ${error}`
    const folder = join(home, `kho-${at}`)
    const said = await runWriter([process.execPath, writer, folder, 'all', '3'], null, {
      LD_PRELOAD: shim ?? '',
      FAULT: `${op}@/kho-${at}#${n}=${error}`,
    })
    expect(said.errors, name).toBe('')
    expect(said.closed || said.readOnly, name).toBe(true)
    for (const refusal of said.refused) expect(refusal, name).toMatch(promised)
    // Refused while it was being made, there is no archive, and nothing of it was acknowledged.
    if (said.ack !== null) {
      await proveKept(folder, said, name)
      await proveSound(folder, name)
    }
    for (const made of [folder, `${folder}-backup`]) await rm(made, { recursive: true, force: true })
    return said.refused
  }

  it('loses nothing acknowledged, tears nothing, and is told in words that were promised', {
    timeout: 3_600_000,
  }, async () => {
    let next = 0
    let refused = 0
    const lane = async () => {
      for (let at = next++; at < points.length; at = next++) {
        const point = points[at]
        if (point && (await fail(point, at)).length > 0) refused++
      }
    }
    await Promise.all(Array.from({ length: together }, lane))
    const tally = { calls: points.length, refused }
    if (process.env.KHO_FAULTS_LOG) appendFileSync(process.env.KHO_FAULTS_LOG, `${JSON.stringify(tally)}\n`)
    expect(points.length).toBeGreaterThanOrEqual(inShort)
  })
})
