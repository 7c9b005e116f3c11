import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { historySentence } from '#core/history'
import { translator } from '#core/messages'
import en from '#resources/locale/en/history.json'
import vi from '#resources/locale/vi/history.json'
import { archiveHere, type Here } from './here'

let here: Here
let dossier: string
beforeEach(async () => {
  here = await archiveHere()
  const items = { selection: { ids: ['a1', 'a2'] } }
  dossier = (await here.call('dossier.create', { title: 'Một', year: 2024, items })).view.dossier.id
})
afterEach(() => here.close())

const make = (more: object = {}) =>
  here.call('transfer.create', { title: 'Đợt 1 năm 2025', date: '2025-01-10', dossiers: [dossier], ...more })

describe('a transfer', () => {
  it('names both sides from the settings and counts what it hands over', async () => {
    await here.call('archive.updateSettings', {
      archiveName: 'Lưu trữ lịch sử tỉnh',
      place: 'Tuyên Quang',
      preparer: { organization: '', name: 'Hà Thị Lan', office: 'Văn thư' },
    })
    const { transfer, counts, dossiers } = await make()
    expect(transfer).toMatchObject({
      state: 'draft',
      giver: { organization: 'Văn phòng HĐND', name: 'Hà Thị Lan', office: 'Văn thư' },
      receiver: { organization: 'Lưu trữ lịch sử tỉnh' },
      place: 'Tuyên Quang',
    })
    expect(counts.articles).toBe(2)
    expect(dossiers.map(({ code }) => code)).toEqual(['2024.01'])
  })

  it('holds its dossiers still once it has left the draft', async () => {
    const { transfer } = await make()
    const { id } = transfer
    await here.call('transfer.deliver', { id })
    await expect(here.call('dossier.update', { id: dossier, fields: { title: 'Khác' } })).rejects.toMatchObject({
      code: 'dossier-in-transfer',
      args: { transfer: 'Đợt 1 năm 2025' },
    })
    await expect(here.call('dossier.remove', { id: dossier })).rejects.toMatchObject({ code: 'dossier-in-transfer' })
    await expect(here.call('transfer.update', { id, fields: { dossiers: [] } })).rejects.toMatchObject({
      code: 'transfer-not-draft',
    })
    const noted = await here.call('transfer.update', { id, fields: { note: 'Đã gọi điện' } })
    expect(noted.transfer).toMatchObject({ note: 'Đã gọi điện', state: 'delivered', dossiers: [dossier] })
    await here.call('transfer.reopen', { id })
    await here.call('dossier.update', { id: dossier, fields: { title: 'Khác' } })
  })

  it('that adds to another names it, and the other cannot go', async () => {
    const first = (await make()).transfer
    const second = await make({ title: 'Bổ sung', dossiers: [], amends: first.id })
    expect(second.amends).toMatchObject({ id: first.id, title: 'Đợt 1 năm 2025' })
    expect((await here.call('transfer.get', { id: first.id })).amendedBy).toMatchObject([{ title: 'Bổ sung' }])
    await expect(here.call('transfer.remove', { id: first.id })).rejects.toMatchObject({ code: 'transfer-not-draft' })
    await here.call('transfer.remove', { id: second.transfer.id })
    await here.call('transfer.remove', { id: first.id })
    expect((await here.call('transfer.list', {})).total).toBe(0)
  })

  it('refuses what is not there', async () => {
    await expect(make({ dossiers: ['nothing'] })).rejects.toMatchObject({ code: 'record-missing' })
    await expect(make({ dossiers: [dossier, dossier] })).rejects.toMatchObject({ code: 'input-invalid' })
    await expect(make({ amends: 'nothing' })).rejects.toMatchObject({ code: 'record-missing' })
  })
})

describe('the settings of the fonds', () => {
  it('begin as the archive was made, and are journalled', async () => {
    expect(await here.call('archive.settings', {})).toMatchObject({ agency: 'Văn phòng HĐND', regime: 'state' })
    await here.call('archive.updateSettings', { fondsCode: '12', regime: 'party' })
    await here.call('archive.updateSettings', { fonds: 'Phông Văn phòng' })
    expect(await here.call('archive.settings', {})).toMatchObject({
      fonds: 'Phông Văn phòng',
      fondsCode: '12',
      regime: 'party',
    })
    await here.call('history.undo', {})
    expect((await here.call('archive.settings', {})).fonds).toBe('Phông HĐND')
    const month = join(here.folder, 'kho', 'journal')
    const { readdir } = await import('node:fs/promises')
    const [file = ''] = await readdir(month)
    expect(await readFile(join(month, file), 'utf8')).toContain('"operation":"archive.updateSettings"')
    expect((await here.call('archive.check', {})).sound).toBe(true)
  })
})

describe('history', () => {
  it('has a sentence in both languages for everything done here', async () => {
    const { id } = (await make()).transfer
    await here.call('dossier.close', { id: dossier })
    await here.call('transfer.deliver', { id })
    await here.call('transfer.reopen', { id })
    await here.call('transfer.remove', { id })
    await here.call('dossier.reopen', { id: dossier })
    await here.call('dossier.removeItems', { id: dossier, items: ['a1'] })
    await here.call('dossier.remove', { id: dossier })
    await here.call('archive.updateSettings', { place: 'Tuyên Quang' })
    const { rows } = await here.call('history.list', {})
    const said = (words: typeof vi | typeof en, language: 'vi' | 'en') => {
      const say = translator<string>(words, language)
      return rows.map(({ operation, args }) => historySentence((key, more) => say(key, more), operation, args))
    }
    expect(said(vi, 'vi').slice(0, 9)).toEqual([
      'Sửa thông tin phông “Phông HĐND”',
      'Xoá hồ sơ 2024.01 “Một”',
      'Đưa 1 bài ra khỏi hồ sơ 2024.01 “Một”',
      'Mở lại hồ sơ 2024.01 “Một”',
      'Xoá đợt giao nộp “Đợt 1 năm 2025”',
      'Mở lại đợt giao nộp “Đợt 1 năm 2025”',
      'Bàn giao đợt “Đợt 1 năm 2025”',
      'Kết thúc hồ sơ 2024.01 “Một”',
      'Lập đợt giao nộp “Đợt 1 năm 2025”',
    ])
    expect(said(vi, 'vi')[9]).toBe('Lập hồ sơ 2024.01 “Một” với 2 bài')
    expect(said(en, 'en')[9]).toBe('Made dossier 2024.01 “Một” with 2 articles')
  })
})
