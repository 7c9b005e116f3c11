import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { has, python, pythonWith } from '#tests/golden/delivery/tools'
import { type TestCore, testCore } from '#tests/support/core'
import { exported, fill } from './records'

const openpyxl = pythonWith('openpyxl')
const soffice = has('soffice', '--version')

let core: TestCore
let catalogue: string

beforeAll(async () => {
  core = await testCore()
  await core.runner.call('archive.create', { folder: join(core.folder, 'kho'), name: 'Kho thử' })
  await fill(core)
  catalogue = await exported(core)
})
afterAll(() => core.close())

const read = (path: string) => core.runner.runToEnd('corrections.read', { path })

describe('a catalogue that other programs saved', () => {
  it.skipIf(!soffice).each(['xlsx', 'ods'])(
    'LibreOffice changes nothing by saving it as .%s',
    async (format) => {
      const out = join(dirname(catalogue), format)
      const profile = `-env:UserInstallation=file://${join(core.folder, 'office')}`
      execFileSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', out, catalogue], {
        stdio: 'ignore',
      })
      const saved = join(out, `Kho thử.${format}`)
      expect(await read(saved)).toMatchObject({ records: [], unknown: [], notes: [], unchanged: 8 })
    },
    180_000,
  )

  it.skipIf(!openpyxl)('openpyxl changes one cell and keeps the rest', async () => {
    const saved = catalogue.replace('.xlsx', ' openpyxl.xlsx')
    const script = `import openpyxl,json,sys,datetime
b=openpyxl.load_workbook(sys.argv[1]); s=b.worksheets[0]; s.title='Đã sửa'
s['E7'].value=datetime.date(2024,8,1); s['E7'].number_format='d/m/yy'
s['C6'].value='=1+1'
b.save(sys.argv[2]); print(json.dumps(s['C7'].value))`
    expect(python(openpyxl!, script, catalogue, saved)).toBe('Tin số 2')
    const { records, notes } = await read(saved)
    expect(notes).toEqual([])
    expect(records).toMatchObject([
      { id: 'a1', changes: [], problems: [{ code: 'empty', cell: 'C6' }] },
      { id: 'a2', changes: [{ field: 'publishedOn', value: '2024-08-01', sheet: 'Đã sửa', cell: 'E7' }] },
    ])
  })
})
