import { execFileSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pythonWith } from '../golden/delivery/tools'
import { bundled } from './support/bundle'
import { median, tell } from './support/figures'
import { materialFor } from './word/material'

// A book of 100 articles with three pictures of 250 KB each, beside the same by python-docx, in turn; and one
// of 1,000 such articles, by its memory beside that of 100. Each book is written by a process of its own.
interface Run {
  ms: number
  peak: number
  volumes: number
}

const program = await bundled('tests/bench/word/book.ts')
const python = pythonWith('docx')
const [hundred, thousand] = [await materialFor(100), await materialFor(1_000)]
const ours: Run[] = []
const theirs: Run[] = []
for (let round = 0; round < 5; round++) {
  ours.push(run(process.execPath, program, hundred))
  if (python) theirs.push(run(python, 'tests/bench/word/book.py', hundred))
}
const time = median(ours.map(({ ms }) => ms))
const name = 'Word book, 100 articles, 300 pictures of 250 KB'
if (python) {
  const peer = { name: 'python-docx, ms', value: median(theirs.map(({ ms }) => ms)) }
  tell({ name, value: time, unit: 'ms', bar: null, peer })
  tell({ name: `${name}, of python-docx’s time`, value: time / peer.value, unit: '×', bar: { most: 0.5 }, peer })
} else {
  console.log('  python-docx is not here: no peer (apt: python3-docx)')
  tell({ name, value: time, unit: 'ms', bar: null, peer: null })
}

const large = Array.from({ length: 3 }, () => run(process.execPath, program, thousand))
const megabytes = (runs: Run[]) => median(runs.map(({ peak }) => peak)) / 1024 ** 2
const peer = { name: 'of 100 articles, MB', value: megabytes(ours) }
const many = 'Word book, 1,000 articles, 3,000 pictures'
tell({ name: many, value: median(large.map(({ ms }) => ms)) / 1000, unit: 's', bar: null, peer: null })
tell({ name: `${many}, volumes`, value: large[0]?.volumes ?? 0, unit: 'volumes', bar: { least: 2 }, peer: null })
tell({ name: `${many}, peak memory`, value: megabytes(large), unit: 'MB', bar: null, peer })
tell({ name: `${many}, peak against 100`, value: megabytes(large) / peer.value, unit: '×', bar: { most: 1.3 }, peer })

function run(command: string, script: string, folder: string): Run {
  const out = join(folder, 'out')
  for (const file of readdirSync(out)) rmSync(join(out, file))
  const printed = execFileSync(command, [script, folder], { encoding: 'utf8' })
  for (const file of readdirSync(out)) rmSync(join(out, file))
  return JSON.parse(printed) as Run
}
