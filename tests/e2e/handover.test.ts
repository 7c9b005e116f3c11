import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from './support/app'
import { keysOf } from './support/keys'
import { lookedAt } from './support/looks'
import { makeSampleArchive, part } from './support/steps'

let running: RunningApp
beforeAll(async () => {
  running = await launchApp({ archive: (folder) => makeSampleArchive(join(folder, 'kho')) })
  running.page.setDefaultTimeout(8_000)
  await part(running, 'nav-archive').waitFor()
}, 180_000)
afterAll(() => running.close())

const press = keysOf(() => running)
const enter = async (testId: string) => {
  await part(running, testId).first().focus()
  await press('Enter')
}
const type = async (testId: string, text: string) => {
  await part(running, testId).focus()
  await running.page.keyboard.insertText(text)
}
const readResult = async () => {
  await part(running, 'job-read').first().waitFor({ timeout: 60_000 })
  await enter('job-read')
  await part(running, 'dialog-job').waitFor()
}
const nextStep = () => part(running, 'next-step').textContent()
const gone = (testId: string) => part(running, testId).waitFor({ state: 'detached' })
const schema = (field: string) =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="ead"><xs:complexType><xs:sequence><xs:element name="${field}" type="xs:string"/><xs:any minOccurs="0" maxOccurs="unbounded" processContents="skip"/></xs:sequence></xs:complexType></xs:element></xs:schema>`

describe('a hand-over from search to receipt, without a mouse', () => {
  it('makes a dossier of what a search finds', async () => {
    await type('search', 'hội nghị')
    await part(running, 'article-list').focus()
    await press('Control+a')
    await enter('to-dossier')
    await enter('put-new')
    await type('dossier-title', 'Tin bài về hội nghị')
    await type('dossier-year', '2025')
    await expect.poll(() => part(running, 'dialog-dossier').textContent()).toContain('Để trống: số 01, mã 2025.01.')
    expect(await lookedAt(running)).toEqual([])
    await enter('dossier-save')
    await part(running, 'screen-dossier').waitFor()
  })

  it('tells once what one place mends for all, and opens the field', async () => {
    const first = part(running, 'check').first()
    await expect.poll(() => first.textContent()).toContain('mục cùng một lý do')
    expect(await first.textContent()).toContain('Thời hạn lưu trữ')
    await first.getByTestId('mend').focus()
    await press('Enter')
    await part(running, 'dialog-dossier').waitFor()
    const focused = await running.page.evaluate(() => document.activeElement?.closest('.field')?.textContent)
    expect(focused).toContain('Thời hạn lưu trữ')
    await running.page.getByLabel('Thời hạn lưu trữ', { exact: true }).selectOption('01')
    await enter('dossier-save')
    await gone('dialog-dossier')
    await expect.poll(() => part(running, 'preflight').textContent()).not.toContain('Thời hạn lưu trữ')
  })

  it('goes on to a transfer that says what is next', async () => {
    await enter('dossier-close')
    await enter('dossier-hand-over')
    await type('transfer-title', 'Nộp lưu năm 2025')
    await type('transfer-date', '15/12/2025')
    await type('transfer-boxes', '2')
    await enter('transfer-save')
    await part(running, 'screen-transfer').waitFor()
    await expect.poll(nextStep).toContain('sửa những mục không đạt')
    // What the office is called stands in the settings, and is what most of it lacks.
    await part(running, 'check').filter({ hasText: 'Tên cơ quan' }).first().getByTestId('mend').focus()
    await press('Enter')
    await part(running, 'group-fonds').waitFor()
    await type('fonds-agency', 'Văn phòng Đoàn ĐBQH và HĐND tỉnh')
    await press('Tab', 'Alt+ArrowLeft')
    await part(running, 'screen-transfer').waitFor()
    await expect.poll(() => part(running, 'preflight').textContent()).not.toContain('Tên cơ quan')
  })

  it('has every paper of the hand-over in one place', async () => {
    await enter('transfer-papers')
    for (const form of [
      'minutes',
      'inventory',
      'contents',
      'dossier',
      'photos-2025',
      'photos-2019',
      'import-workbook',
    ]) {
      expect(await part(running, `export-${form}`).count()).toBe(1)
    }
    await part(running, 'export-inventory').focus()
    await press('Space')
    await running.page.getByLabel('Định dạng').selectOption('excel')
    expect(await lookedAt(running)).toEqual([])
    await running.answerDialogs([running.folder])
    await enter('pick-target')
    await expect.poll(() => part(running, 'folder').textContent()).toBe(running.folder)
    await enter('export-start')
    await readResult()
    expect(await part(running, 'exported').textContent()).toContain('Mục lục hồ sơ, tài liệu nộp lưu.xlsx')
    await enter('job-done')
  })

  it('is held against the schemas of the receiving office', async () => {
    const schemas = join(running.folder, 'xsd')
    mkdirSync(schemas)
    writeFileSync(join(schemas, 'EAD.xsd'), schema('arcFileCode'))
    const pack = async () => {
      await enter('transfer-pack')
      await part(running, 'pack-sip').focus()
      await press('Space')
      await running.answerDialogs([schemas])
      await enter('pick-schemas')
      await expect.poll(() => part(running, 'schemas').textContent()).toBe(schemas)
      const anyway = running.page.getByLabel('Vẫn đóng gói')
      if ((await anyway.count()) > 0) await anyway.check()
      expect(await lookedAt(running)).toEqual([])
      await enter('pack-start')
      await readResult()
    }
    await pack()
    expect(await part(running, 'error').getAttribute('data-code')).toBe('package-not-valid')
    expect(await part(running, 'error').textContent()).toContain('arcFileCode')
    await enter('job-done')
    writeFileSync(join(schemas, 'EAD.xsd'), schema('fileCode'))
    await pack()
    expect(await part(running, 'dialog-job').textContent()).toContain('không có METS.xsd')
    await enter('job-done')
    await expect.poll(nextStep).toContain('chép gói cho bên nhận')
    expect(await lookedAt(running)).toEqual([])
  })

  it('is received by the other office, which answers in words', async () => {
    await enter('transfer-deliver')
    await expect.poll(nextStep).toContain('chờ bên nhận')
    const name = readdirSync(running.folder).find((one) => one.startsWith('2025-12-15')) ?? ''
    const sip = join(running.folder, name, readdirSync(join(running.folder, name))[0] ?? '')
    await enter('nav-transfers')
    const look = async (path: string) => {
      await enter('receive')
      await running.answerDialogs([path])
      await enter('receive-folder')
      await expect.poll(() => part(running, 'receive-path').textContent()).toBe(path)
    }
    await look(sip)
    expect(await lookedAt(running)).toEqual([])
    writeFileSync(join(sip, 'thừa.txt'), '')
    await enter('receive-verify')
    await expect.poll(() => part(running, 'came').textContent()).toContain('Gói KHÔNG đạt')
    expect(await part(running, 'finding').textContent()).toContain('ệp thừa, không có trong bản kê')
    expect(await lookedAt(running)).toEqual([])
    await enter('receive-done')
  })

  it('reported no error on the way', () => {
    expect(running.errors).toEqual([])
  })
})
