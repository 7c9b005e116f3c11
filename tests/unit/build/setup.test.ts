import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readJson, writeJson } from '../../../build/lib/json.mjs'
import { requireNode, sameTree } from '../../../build/lib/modules.mjs'
import { cacheDir } from '../../../build/lib/paths.mjs'
import { run } from '../../../build/lib/run.mjs'
import { duration } from '../../../build/lib/say.mjs'
import { standInFits } from '../../../build/lib/stand-in.mjs'

describe('the version of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('%s is taken', (version) => {
    expect(() => requireNode(version)).not.toThrow()
  })
  it.each(['18.20.0', '20.9.0', '20.18.3'])('%s is refused in one sentence', (version) => {
    expect(() => requireNode(version)).toThrow(`Kho Tin needs Node 20.19 or newer; this is ${version}.`)
  })
})

describe('what npm installed beside what the lockfile asks for', () => {
  const lock = {
    packages: {
      '': { version: '1' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '2.0.0', os: ['win32'] },
    },
  }
  it('is the same where only packages for other systems are missing', () => {
    expect(sameTree(lock, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true)
  })
  it('differs by a version, a missing package, or a torn note', () => {
    expect(sameTree(lock, { packages: { 'node_modules/a': { version: '1.0.1' } } })).toBe(false)
    expect(sameTree(lock, { packages: {} })).toBe(false)
    expect(sameTree(lock, null)).toBe(false)
  })
})

describe('the folder kept between checkouts', () => {
  it('is where each system keeps such things', () => {
    expect(cacheDir({ XDG_CACHE_HOME: '/c' }, 'linux')).toBe(join('/c', 'kho-tin'))
    expect(cacheDir({ LOCALAPPDATA: '/l' }, 'win32')).toBe(join('/l', 'kho-tin', 'Cache'))
    expect(cacheDir({}, 'darwin')).toMatch(/Library.Caches.kho-tin$/)
  })
})

it('takes the stand-in runtime only where it was made for', () => {
  expect(standInFits('linux', 'x64')).toBe(true)
  expect(standInFits('linux', 'arm64')).toBe(false)
  expect(standInFits('win32', 'x64')).toBe(false)
})

describe('notes on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kho-notes-'))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('are null where missing or torn, and come back as written', () => {
    const path = join(folder, 'deep', 'note.json')
    expect(readJson(path)).toBeNull()
    writeJson(path, { a: 1 })
    expect(readJson(path)).toEqual({ a: 1 })
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, 4))
    expect(readJson(path)).toBeNull()
  })
})

describe('running a program', () => {
  const node = (code: string, stdio: 'capture' | 'answer') => run(process.execPath, ['-e', code], { stdio })

  it('gives its code and what it wrote', async () => {
    expect(await node('console.log("x"); console.error("y"); process.exit(7)', 'capture')).toEqual({
      code: 7,
      out: 'x\ny\n',
    })
  })
  it('keeps standard output apart where it is the answer', async () => {
    expect(await node('console.log("{}")', 'answer')).toEqual({ code: 0, out: '{}\n' })
  })
  it('says that a program is not there instead of failing', async () => {
    expect((await run('kho-no-such-program', [], { stdio: 'capture' })).code).toBe(127)
  })
})

it('writes durations as people read them', () => {
  expect([400, 59_940, 119_600, 125_000].map(duration)).toEqual(['0.4 s', '59.9 s', '2 min 00 s', '2 min 05 s'])
})
