import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'

const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome')
let folder = ''
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What the linter, with the project's rules, says of one planted file. */
function planted(file: string, code: string): string {
  folder = mkdtempSync(join(tmpdir(), 'kho-lint-'))
  const { vcs: _, $schema: __, ...rules } = JSON.parse(readFileSync('biome.json', 'utf8'))
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(rules))
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), code)
  const { status, stdout, stderr } = spawnSync(process.execPath, [biome, 'lint', '--colors=off'], {
    cwd: folder,
    encoding: 'utf8',
  })
  return status === 0 ? '' : stdout + stderr
}

describe('the linter', () => {
  it('keeps electron in main and preload', () => {
    const code = `import { app } from 'electron'\nexport const name = app.name\n`
    expect(planted('src/core/a.ts', code)).toContain('Electron belongs to main and preload alone.')
    expect(planted('src/renderer/a.tsx', code)).toContain('Electron belongs to main and preload alone.')
    expect(planted('src/main/a.ts', code)).toBe('')
  })

  it('keeps raw ipcMain in the one file that checks senders', () => {
    const code = `import { ipcMain } from 'electron'\nipcMain.on('x', () => {})\n`
    expect(planted('src/main/menu.ts', code)).toContain('it checks the sender of every message')
    expect(planted('src/main/shell.ts', code)).toBe('')
  })

  it('refuses any', () => {
    expect(planted('src/core/a.ts', 'export const a = (x: any) => x\n')).toContain('noExplicitAny')
  })
})
