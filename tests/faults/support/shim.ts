import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(process.cwd(), '.cache', 'faults')
const library = join(folder, 'faultfs.so')

/** Compiles the library that makes system calls fail; null where there is no compiler, or no Linux. */
export function compileShim(): string | null {
  if (process.platform !== 'linux') return null
  mkdirSync(folder, { recursive: true })
  try {
    const source = join(process.cwd(), 'tests', 'faults', 'native', 'faultfs.c')
    execFileSync('gcc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl'], { stdio: 'ignore' })
    return library
  } catch {
    return null
  }
}

/** True where a program can be run at all. */
export function has(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** How often each kind of call was made on the files of an archive. */
export function countsIn(log: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    const op = /^(open|write|fsync|rename) /.exec(line)?.[1]
    if (op) counts.set(op, (counts.get(op) ?? 0) + 1)
  }
  return counts
}
