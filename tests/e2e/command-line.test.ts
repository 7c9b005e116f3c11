import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { inRoot } from '../../build/lib/paths.mjs'
import { sampleFolder } from './support/steps'

const folder = mkdtempSync(join(tmpdir(), 'kho-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** As `npm run --silent kho -- …` runs it: from the project's folder, told where the person stands. */
function kho(...args: string[]) {
  const env = { ...process.env, npm_lifecycle_event: 'kho', INIT_CWD: folder, DISPLAY: '', WAYLAND_DISPLAY: '' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [inRoot('build', 'kho.mjs'), ...args], {
    cwd: inRoot(),
    encoding: 'utf8',
    env,
  })
  return { code: status, stdout, stderr, json: () => JSON.parse(stdout) }
}

describe('the command line from the tree, without a display', () => {
  it('makes an archive where the person stands', () => {
    const { code, json } = kho('init', 'kho', '--name', 'Kho thử', '--json')
    expect(code).toBe(0)
    expect(json()).toMatchObject({ name: 'Kho thử', folder: join(folder, 'kho') })
  })

  it('takes in what it can, names the rest, and says so by its exit code', () => {
    const { code, json } = kho('import', 'kho', sampleFolder, '--accept', '--json')
    expect(code).toBe(3)
    const { files, articles } = json()
    expect(articles).toHaveLength(11)
    const failed = files.filter(({ outcome }: { outcome: string }) => outcome === 'failed')
    expect(failed).toMatchObject([{ error: { code: 'file-damaged' } }])
  })

  it.each([
    ['list', ['list', 'kho']],
    ['search', ['search', 'kho', 'cau', 'na', 'may']],
    ['show', ['show', 'kho', '1']],
    ['tag', ['tag', 'kho', '1', '--topic', 'thử']],
    ['check', ['check', 'kho']],
    ['read', ['read', join(sampleFolder, 'Khai mạc Kỳ họp thứ 18 HĐND tỉnh.docx')]],
    ['export', ['export', 'excel', 'kho', 'xuat']],
  ])('%s gives one JSON value and nothing else', (_name, args) => {
    const { code, stderr, json } = kho(...args, '--json')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(json()).toBeTypeOf('object')
  })

  it('finds the same with and without diacritics', () => {
    const titles = (words: string) =>
      kho('search', 'kho', words, '--json')
        .json()
        .rows.map(({ title }: { title: string }) => title)
    expect(titles('khanh thanh cau na may')).toContain('Khánh thành cầu Nà Mây sau mười tháng thi công')
    expect(titles('khánh thành cầu Nà Mây')[0]).toBe('Khánh thành cầu Nà Mây sau mười tháng thi công')
  })

  it('refuses in one clear line what is not an archive', () => {
    mkdirSync(join(folder, 'other'))
    writeFileSync(join(folder, 'other', 'note.txt'), 'x')
    for (const path of ['other', 'missing']) {
      const { code, stdout, stderr } = kho('list', path)
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr.trim().split('\n')).toHaveLength(1)
      expect(stderr).not.toMatch(/\bat .*:\d+/)
    }
  })

  it('knows a wrong command from a failed one', () => {
    expect(kho('fly').code).toBe(2)
    expect(kho('list').code).toBe(2)
    expect(kho('--help').code).toBe(0)
  })
})
