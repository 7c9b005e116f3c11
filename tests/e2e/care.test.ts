import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inRoot } from '../../build/lib/paths.mjs'
import { sampleFolder } from './support/steps'

const folder = mkdtempSync(join(tmpdir(), 'kho-care-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function kho(...args: string[]) {
  const env = { ...process.env, npm_lifecycle_event: 'kho', INIT_CWD: folder, DISPLAY: '', WAYLAND_DISPLAY: '' }
  const run = spawnSync(process.execPath, [inRoot('build', 'kho.mjs'), ...args], {
    cwd: inRoot(),
    encoding: 'utf8',
    env,
  })
  return { code: run.status, stdout: run.stdout, stderr: run.stderr, json: () => JSON.parse(run.stdout) }
}

describe('history, bin and backup by the command line', () => {
  beforeAll(() => {
    kho('init', 'kho', '--name', 'Kho thử')
    const sample = join(sampleFolder, 'Khai mạc Kỳ họp thứ 18 HĐND tỉnh.docx')
    expect(kho('import', 'kho', sample, '--accept').code).toBe(0)
  })

  it('tells what was done in sentences, of the archive and of an article', () => {
    const { stdout } = kho('history', 'kho')
    expect(stdout).toMatch(/ 2 {2}\d\d\/\d\d\/\d{4} \d\d:\d\d .*Đưa “.+” vào kho, số 1\n/)
    kho('tag', 'kho', '1', '--topic', 'kỳ họp')
    expect(kho('history', 'kho', '1').stdout).toContain('topics: [] → ["kỳ họp"]')
    expect(kho('history', 'kho', '1', '--json').json().rows).toHaveLength(2)
    expect(kho('history', 'kho', '--en').stdout).toMatch(/ 2 {2}.*Filed “.+” as number 1\n/)
  })

  it('undoes and redoes, one process after another, and names what stands in the way', () => {
    expect(kho('undo', 'kho', '--json').json()).toMatchObject({ of: 3, operation: 'article.tag' })
    expect(kho('redo', 'kho').stdout).toMatch(/^Làm lại thay đổi 3: Gắn thẻ/)
    const refused = kho('undo', 'kho', '2')
    expect(refused.code).toBe(1)
    expect(refused.stderr).toMatch(/^Thay đổi 3 của .* đến sau: Gắn thẻ/)
    expect(kho('undo', 'kho', '2', '--json').json().error).toMatchObject({ code: 'record-changed-meanwhile' })
  })

  it('lists and empties the bin', () => {
    expect(kho('bin', 'kho', '--json').json()).toEqual({ rows: [] })
    const emptied = { articles: 0, drafts: 0, kept: [], originalsRemoved: 0 }
    expect(kho('bin', 'kho', '--empty', '--json').json()).toEqual(emptied)
  })

  it('backs up, restores, checks, repairs and indexes', () => {
    expect(kho('backup', 'kho', 'sao lưu', '--json').json()).toMatchObject({ sequence: 5, altered: [] })
    expect(kho('backup', 'kho', 'sao lưu').stdout).toContain('(0 tệp mới); mọi thứ mới chép đã đọc lại và khớp')
    const restored = kho('restore', 'sao lưu', 'kho mới', '--json').json()
    expect(restored).toMatchObject({ name: 'Kho thử', sequence: 5, folder: join(folder, 'kho mới') })
    expect(kho('restore', 'sao lưu', 'kho mới').code).toBe(1)
    const repaired = kho('check', 'kho mới', '--repair', '--json').json()
    expect(repaired).toMatchObject({ documents: 0, strays: 0, after: { sound: true } })
    expect(kho('reindex', 'kho mới', '--json').json().records).toBe(restored.records)
    const rows = (archive: string) => kho('list', archive, '--json').json().rows
    expect(rows('kho mới')).toEqual(rows('kho'))
  })
})
