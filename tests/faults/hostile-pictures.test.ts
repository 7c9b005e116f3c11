import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReaderRequest } from '#intake/protocol'
import type { FromReader } from '#platform/readers'
import { hostilePictures } from '#tests/fixtures/make/hostile-pictures'
import { jpeg } from '#tests/fixtures/make/pictures'
import { builtReader } from '#tests/fixtures/make/reader'

// Pictures made to hurt: each is read, and looked at, by a reader process of its own.
const suite = '../shared/suites/photos'
const MOST_MS = 2_000
const MOST_BYTES = 200 * 1024 * 1024
/** The highest the process has stood is only told by Linux. */
const measured = process.platform === 'linux'

let entry = ''
const folder = mkdtempSync(join(tmpdir(), 'kho-hostile-'))
const files = new Map<string, string>()

beforeAll(async () => {
  entry = await builtReader()
  const plain = await jpeg(1, 400, 300)
  const png = new Uint8Array(await sharp(plain).png().toBuffer())
  const webp = new Uint8Array(await sharp(plain).webp().toBuffer())
  for (const [name, bytes] of Object.entries(hostilePictures(plain, png, webp))) {
    writeFileSync(join(folder, name), bytes)
    files.set(name, join(folder, name))
  }
  for (const group of existsSync(suite) ? ['hostile', 'c2pa'] : []) {
    for (const name of readdirSync(join(suite, group))) {
      if (!/\.(json|xmp)$/.test(name)) files.set(`${group}/${name}`, join(suite, group, name))
    }
  }
}, 120_000)
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  if (entry) rmSync(dirname(entry), { recursive: true, force: true })
})

interface Answer {
  outcome: string
  ms: number
}

/** A reader process as the host starts it, asked one thing after another. */
class Reader {
  private readonly child: ChildProcess
  private readonly ready: Promise<void>

  constructor() {
    this.child = fork(entry, [], {
      serialization: 'advanced',
      execArgv: ['--max-old-space-size=512'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.ready = new Promise((resolve) => this.child.once('message', () => resolve()))
  }

  async ask(request: ReaderRequest): Promise<Answer> {
    await this.ready
    const start = performance.now()
    const outcome = await new Promise<string>((resolve) => {
      const timer = setTimeout(() => resolve('no answer'), MOST_MS * 5)
      const ended = () => resolve('the process ended')
      this.child.once('exit', ended)
      this.child.once('message', (message: FromReader) => {
        clearTimeout(timer)
        this.child.off('exit', ended)
        resolve('ok' in message && !message.ok ? message.error.code : 'read')
      })
      this.child.send({ id: 1, request })
    })
    return { outcome, ms: performance.now() - start }
  }

  /** The most memory it ever stood at, in bytes. */
  peak(): number {
    if (!measured) return 0
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8')
    return Number(/VmHWM:\s*(\d+) kB/.exec(status)?.[1] ?? 0) * 1024
  }

  end(): void {
    this.child.kill('SIGKILL')
  }
}

/** What may be refused, and with which words; everything else is read. */
const refused: Record<string, string> = {
  'html-named.jpg': 'file-type-mismatch',
}

describe('hostile pictures', () => {
  it('are each answered in time and within the memory of a reader, and the next picture is read', async () => {
    const told: string[] = []
    const faults: string[] = []
    for (const [name, path] of files) {
      const reader = new Reader()
      try {
        const read = await reader.ask({ kind: 'picture', path, name })
        const afterRead = reader.peak()
        const looked = await reader.ask({ kind: 'look', path, sizes: [320], turned: 0 })
        const peak = reader.peak()
        const next = await reader.ask({ kind: 'picture', path: files.get('png-named.jpg')!, name: 'next' })
        const line = `${name}: ${read.outcome} ${Math.round(read.ms)} ms ${Math.round(afterRead / 1e6)} MB, looked at ${Math.round(looked.ms)} ms ${Math.round(peak / 1e6)} MB`
        told.push(line)
        if (read.outcome !== (refused[name] ?? 'read')) faults.push(line)
        else if (Math.max(read.ms, looked.ms) > MOST_MS || peak > MOST_BYTES || next.outcome !== 'read')
          faults.push(line)
      } finally {
        reader.end()
      }
    }
    if (process.env.KHO_TELL) console.log(told.join('\n'))
    expect(faults).toEqual([])
  }, 300_000)
})
