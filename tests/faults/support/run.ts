import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build } from 'vite'

/** Builds the writer, so that starting it takes no time; each test file has its own, for they run side by side. */
export const buildWriter = (): Promise<string> => built('writer')

/** The same for the one that writes packages; removed in the same way. */
export const buildPacker = (): Promise<string> => built('packer')

async function built(name: 'writer' | 'packer'): Promise<string> {
  const out = join(process.cwd(), '.cache', 'faults', `${name}-${process.pid}`)
  await build({
    configFile: false,
    logLevel: 'silent',
    build: { ssr: `tests/faults/support/${name}.ts`, outDir: out, emptyOutDir: true, target: 'node20' },
  })
  return join(out, `${name}.js`)
}

/** Removes what `buildWriter` built. */
export async function removeWriter(writer: string | undefined): Promise<void> {
  if (writer) await rm(dirname(writer), { recursive: true, force: true })
}

/** What a writer said before it ended. */
export interface Said {
  /** The last change it acknowledged, or null. */
  ack: number | null
  acks: number[]
  originals: string[]
  /** The last change in a backup that it reported, or null. */
  backup: number | null
  /** True where a backup was under way when it ended. */
  backing: boolean
  refused: string[]
  readOnly: boolean
  closed: boolean
  errors: string
}

export function understood(lines: string[], errors = ''): Said {
  const after = (word: string) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))
  const last = (word: string) => (after(word).length > 0 ? Number(after(word).at(-1)) : null)
  return {
    ack: last('ack'),
    acks: after('ack').map(Number),
    originals: after('original'),
    backup: last('backup'),
    backing: lines.lastIndexOf('backing') > lines.findLastIndex((line) => line.startsWith('backup ')),
    refused: after('refused'),
    readOnly: lines.some((line) => line.startsWith('read-only')),
    closed: lines.includes('closed'),
    errors,
  }
}

/** Runs a writer; `killAfterMs` counts from its first word, null lets it come to its end. */
export async function runWriter(
  command: string[],
  killAfterMs: number | null,
  env: Record<string, string> = {},
): Promise<Said> {
  const [program = process.execPath, ...args] = command
  const writer = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
  let text = ''
  let errors = ''
  writer.stderr.on('data', (piece) => (errors += piece))
  const ended = new Promise<void>((resolve) => writer.on('close', () => resolve()))
  const started = new Promise<void>((resolve) => {
    writer.stdout.on('data', (piece: Buffer) => {
      text += piece
      resolve()
    })
    writer.on('exit', () => resolve())
  })
  if (killAfterMs !== null) {
    await started
    await new Promise((resolve) => setTimeout(resolve, killAfterMs))
    writer.kill('SIGKILL')
  }
  await ended
  // A word cut off by the kill was not said.
  return understood(text.slice(0, text.lastIndexOf('\n') + 1).split('\n'), errors)
}
