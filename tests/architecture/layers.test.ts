import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { checkLayers } from '../../build/check-layers.mjs'

let folder = ''
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A tree with one source file; gives what the check says of it. */
function planted(file: string, code: string): string[] {
  folder = mkdtempSync(join(tmpdir(), 'kho-layers-'))
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), code)
  return checkLayers(folder).map(({ file, line, message }) => `${file}:${line}: ${message}`)
}

describe('the layers of the tree', () => {
  it('keeps every rule', () => {
    expect(checkLayers()).toEqual([])
  })
})

const forbidden: [what: string, file: string, code: string, message: string][] = [
  ['core using Node', 'core/a.ts', `import 'node:fs'`, 'core may not use node:fs'],
  [
    'core using a port',
    'core/a.ts',
    `import type { Files } from '#platform/ports'`,
    'core may not import platform/ports',
  ],
  ['archive using Node', 'archive/a.ts', `import fs from 'node:fs'`, 'archive may not use node:fs'],
  [
    'intake reaching archive',
    'intake/a.ts',
    `import { x } from '#archive/archive'`,
    'intake may not import archive/archive',
  ],
  [
    'archive reaching delivery',
    'archive/a.ts',
    `import '#delivery/delivery'`,
    'archive may not import delivery/delivery',
  ],
  [
    'delivery reaching authority',
    'delivery/a.ts',
    `export * from '#authority/x'`,
    'delivery may not import authority/x',
  ],
  [
    'authority reaching intake',
    'authority/a.ts',
    `import type { A } from '#intake/x'`,
    'authority may not import intake/x',
  ],
  [
    'a port used as a value',
    'archive/a.ts',
    `import { nodeFiles } from '#platform/ports'`,
    'archive may import only types of platform/ports',
  ],
  ['contract reaching operations', 'contract/a.ts', `import '#operations/x'`, 'contract may not import operations/x'],
  [
    'operations reaching Node ports',
    'operations/a.ts',
    `import type { A } from '#platform/node/x'`,
    'operations may not import platform/node/x',
  ],
  ['main reaching operations', 'main/a.ts', `import '#operations/x'`, 'main may not import operations/x'],
  [
    'preload reaching core',
    'preload/a.ts',
    `import { x } from '#core/text/fold'`,
    'preload may import only types of core/text/fold',
  ],
  [
    'renderer reaching archive',
    'renderer/a.tsx',
    `import { x } from '#archive/x'`,
    'renderer may not import archive/x',
  ],
  ['renderer using Node', 'renderer/a.tsx', `import { join } from 'node:path'`, 'renderer may not use node:path'],
  [
    'renderer using electron',
    'renderer/a.tsx',
    `import { ipcRenderer } from 'electron'`,
    'renderer may not use electron',
  ],
  [
    'engine using electron',
    'engine/a.ts',
    `import type { UtilityProcess } from 'electron/main'`,
    'engine may not use electron',
  ],
  [
    'engine reaching intake',
    'engine/index.ts',
    `import { readRelease } from '#intake/read'`,
    'engine may not import intake/read',
  ],
  ['a door imported', 'main/a.ts', `import '#engine/index'`, 'main may not import engine/index'],
  ['a door imported by another', 'cli/a.ts', `import '#main/index'`, 'cli may not import main/index'],
  [
    'a library outside its folder',
    'delivery/excel/a.ts',
    `import { Document } from 'docx'`,
    'docx belongs to delivery/word',
  ],
  [
    'a library of nobody',
    'core/a.ts',
    `import _ from 'lodash'`,
    'no folder owns the package lodash (build/layers.json)',
  ],
  ['a scoped library', 'core/a.ts', `import '@tanstack/react-query/x'`, '@tanstack/react-query belongs to renderer'],
  [
    'a relative path between layers',
    'core/a.ts',
    `import { x } from '../archive/x'`,
    'between layers, imports go by #archive/…',
  ],
  [
    'an alias inside a layer',
    'core/a.ts',
    `import { x } from '#core/text/fold'`,
    'inside a layer, imports are relative',
  ],
  [
    'a path out of src',
    'core/a.ts',
    `import x from '../../build/lib/run.mjs'`,
    '../../build/lib/run.mjs leads out of src (from src/core)',
  ],
  ['a Node module by its old name', 'platform/a.ts', `import fs from 'fs'`, 'write node:fs'],
  ['a computed import', 'core/a.ts', `const n = 'x'; await import(n)`, 'an import must name its module'],
  ['a dynamic import', 'core/a.ts', `const fs = await import('node:fs')`, 'core may not use node:fs'],
  ['a template import', 'core/a.ts', 'await import(`node:fs`)', 'core may not use node:fs'],
  ['a require', 'core/a.ts', `const fs = require('node:fs')`, 'core may not use node:fs'],
  ['a require.resolve', 'core/a.ts', `require.resolve('electron')`, 'core may not use electron'],
  ['an import assignment', 'core/a.ts', `import fs = require('node:fs')`, 'core may not use node:fs'],
  ['a re-export', 'core/a.ts', `export { readFile } from 'node:fs'`, 'core may not use node:fs'],
  [
    'a type by import()',
    'core/a.ts',
    `export type F = import('#platform/ports').Files`,
    'core may not import platform/ports',
  ],
  ['a layer nobody declared', 'extra/a.ts', `import 'zod'`, 'layer extra is not in build/layers.json'],
]

describe('a planted violation is found', () => {
  it.each(forbidden)('%s', (_what, file, code, message) => {
    expect(planted(`src/${file}`, code)).toEqual([`src/${file}:1: ${message}`])
  })

  it('names the line', () => {
    expect(planted('src/core/a.ts', `import 'zod'\n\nimport 'node:os'\n`)).toEqual([
      'src/core/a.ts:3: core may not use node:os',
    ])
  })
})

const allowed: [what: string, file: string, code: string][] = [
  ['types of a port', 'archive/a.ts', `import type { Files } from '#platform/ports'`],
  ['types of a port, one by one', 'archive/a.ts', `import { type Files, type Clock } from '#platform/ports'`],
  ['core from anywhere', 'renderer/a.tsx', `import { fold } from '#core/text/fold'`],
  ['data of the project', 'renderer/a.ts', `import vi from '#resources/locale/vi/ui.json'`],
  ['electron in the shell', 'main/a.ts', `import { app } from 'electron'`],
  ['Node in the command line', 'cli/a.ts', `import { resolve } from 'node:path'`],
  ['intake in the reader process', 'engine/reader.ts', `import { readRelease } from '#intake/read'`],
  ['a library in its folder', 'delivery/word/deep/a.ts', `import { Document } from 'docx'`],
  ['a word that looks like an import', 'core/a.ts', `export const s = "import 'node:fs'" // require('node:fs')`],
]

describe('what the rules allow stays silent', () => {
  it.each(allowed)('%s', (_what, file, code) => {
    expect(planted(`src/${file}`, code)).toEqual([])
  })
})
