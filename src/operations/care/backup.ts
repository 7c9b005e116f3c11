import { backUp } from '#archive/backup/back-up'
import { restoreBackup } from '#archive/backup/restore'
import { openArchiveOf } from '../context'
import type { Handler } from '../runner'
import { filesWork } from './check'

export const backUpTo: Handler<'archive.backup'> = (context, { folder }, work) =>
  backUp(openArchiveOf(context), folder, filesWork(work, 'backing-up'))

export const restoreFrom: Handler<'archive.restoreBackup'> = (context, { backup, folder }, work) =>
  restoreBackup(backup, folder, context.platform, filesWork(work, 'restoring'))
