import { expect, it } from 'vitest'
import { backupDue } from '../../../src/renderer/app/backup-due'

const createdAt = '2024-07-01T08:00:00.000+07:00'
const at = (day: string) => Date.parse(`${day}T09:00:00.000+07:00`)

it('reminds after seven days without a backup, counted from the first day where there never was one', () => {
  expect(backupDue({ createdAt, lastBackup: null }, at('2024-07-07'))).toBeNull()
  expect(backupDue({ createdAt, lastBackup: null }, at('2024-07-08'))).toBe(7)
  const lastBackup = { at: '2024-07-20T08:00:00.000+07:00', folder: '/d', sequence: 3 }
  expect(backupDue({ createdAt, lastBackup }, at('2024-07-26'))).toBeNull()
  expect(backupDue({ createdAt, lastBackup }, at('2024-08-20'))).toBe(31)
})
