import { execFileSync, spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { proveKept, proveSound } from './support/proof'
import { buildWriter, removeWriter, runWriter, type Said, understood } from './support/run'
import { has } from './support/shim'

const rounds = process.env.KHO_FAULTS === 'all' ? 10 : 1

/** A disk in a file, cut off as at a power failure: needs root, loop devices and xfs_io. */
class LoopDisk {
  readonly folder: string
  private readonly image: string
  private readonly mount: string

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'kho-cut-'))
    this.image = join(this.folder, 'disk.img')
    this.mount = join(this.folder, 'disk')
    execFileSync('truncate', ['-s', '128M', this.image])
    execFileSync('mkfs.ext4', ['-q', '-F', this.image])
    execFileSync('mkdir', [this.mount])
    this.attach()
  }

  get archive(): string {
    return join(this.mount, 'kho')
  }

  /** What was not yet on the medium is gone. */
  cut(): void {
    execFileSync('xfs_io', ['-x', '-c', 'shutdown', this.mount], { stdio: 'ignore' })
  }

  attach(): void {
    execFileSync('mount', ['-o', 'loop,commit=300', this.image, this.mount], { stdio: 'ignore' })
  }

  detach(): void {
    execFileSync('umount', [this.mount], { stdio: 'ignore' })
  }

  remove(): void {
    try {
      // Lazily: the index lets go of its file only when the collector comes by.
      execFileSync('umount', ['-l', this.mount], { stdio: 'ignore' })
    } catch {
      // It is not mounted any more.
    }
    rmSync(this.folder, { recursive: true, force: true })
  }
}

function canCut(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  if (!has('xfs_io') || !has('mkfs.ext4')) return false
  let disk: LoopDisk | null = null
  try {
    disk = new LoopDisk()
    disk.cut()
    return true
  } catch {
    return false
  } finally {
    disk?.remove()
  }
}

/** Works on a disk, stops, loses the power, and starts again on what is left. */
async function cutDuringWork(disk: LoopDisk, command: string[], afterMs: number): Promise<Said> {
  const [program = '', ...args] = command
  const writer = spawn(program, [...args, disk.archive, 'records'], { stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  const ended = new Promise<void>((resolve) => writer.on('close', () => resolve()))
  const started = new Promise<void>((resolve) => {
    writer.stdout.on('data', (piece: Buffer) => {
      text += piece
      resolve()
    })
    writer.on('exit', () => resolve())
  })
  await started
  await delay(afterMs)
  // Stopped first, so that nothing is acknowledged after the cut.
  writer.kill('SIGSTOP')
  await delay(100)
  disk.cut()
  writer.kill('SIGKILL')
  await ended
  disk.detach()
  disk.attach()
  return understood(text.slice(0, text.lastIndexOf('\n') + 1).split('\n'))
}

describe.skipIf(!canCut())('a power cut', () => {
  let writer: string
  beforeAll(async () => {
    writer = await buildWriter()
  }, 60_000)
  const disks: LoopDisk[] = []
  const newDisk = () => {
    const disk = new LoopDisk()
    disks.push(disk)
    return disk
  }
  afterAll(async () => {
    for (const disk of disks) disk.remove()
    await removeWriter(writer)
  })

  it(`loses nothing acknowledged in ${rounds} cuts`, { timeout: 60_000 * (rounds + 1) }, async () => {
    let acknowledged = 0
    for (let round = 0; round < rounds; round++) {
      const disk = newDisk()
      const said = await cutDuringWork(disk, [process.execPath, writer], 400 + Math.random() * 600)
      expect(said.ack, `round ${round}`).not.toBeNull()
      await proveKept(disk.archive, said, `round ${round}`)
      await proveSound(disk.archive, `round ${round}`)
      acknowledged += said.ack ?? 0
      disk.remove()
    }
    const tally = { cuts: rounds, acknowledged }
    if (process.env.KHO_FAULTS_LOG) appendFileSync(process.env.KHO_FAULTS_LOG, `${JSON.stringify(tally)}\n`)
  })

  it('and a disk that is pulled while it is used: says so, goes on answering, keeps what it acknowledged', {
    timeout: 120_000,
  }, async () => {
    const disk = newDisk()
    const running = runWriter([process.execPath, writer, disk.archive, 'records', '300'], null)
    await delay(1_500)
    disk.cut()
    const said = await running
    expect(said.errors).toBe('')
    expect(said.closed).toBe(true)
    expect(said.refused.length).toBeGreaterThan(0)
    for (const refusal of said.refused) expect(refusal).toMatch(/^(disk-error|archive-read-only|archive-damaged) /)
    disk.detach()
    disk.attach()
    await proveKept(disk.archive, said, 'pulled')
    await proveSound(disk.archive, 'pulled')
  })

  it.skipIf(!has('eatmydata'))('is noticed by this test where fsync does nothing', { timeout: 120_000 }, async () => {
    const disk = newDisk()
    const said = await cutDuringWork(disk, ['eatmydata', process.execPath, writer], 700)
    expect(said.ack).not.toBeNull()
    const proof = proveKept(disk.archive, said, 'without fsync').then(() => proveSound(disk.archive, 'without fsync'))
    await expect(proof).rejects.toThrow()
  })
})
