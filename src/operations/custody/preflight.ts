import type { Archive } from '#archive/archive'
import type { PreflightReport } from '#contract/custody'
import type { Dossier, Transfer } from '#core/model/custody'
import { extensionOf } from '#delivery/pictures/names'
import { type PreflightTools, preflight } from '#delivery/transfer/preflight'
import { shippedSipRules } from '#delivery/transfer/rules'
import { type OperationContext, openArchiveOf } from '../context'
import type { Handler } from '../runner'
import { contentOf } from './content'
import { allTransfers, dossierOf, transferOf } from './held'

export const checkDossier: Handler<'dossier.check'> = async (context, { id, only }, work) => {
  const archive = openArchiveOf(context)
  return lookedAt(context, archive, { dossier: await dossierOf(archive, id) }, only, work.signal)
}

export const checkTransfer: Handler<'transfer.check'> = async (context, { id, only }, work) => {
  const archive = openArchiveOf(context)
  return lookedAt(context, archive, { transfer: await transferOf(archive, id) }, only, work.signal)
}

/** Looks at everything and counts; rows without a problem are left out where only the others are wanted. */
export async function lookedAt(
  context: OperationContext,
  archive: Archive,
  of: { transfer: Transfer } | { dossier: Dossier },
  only: 'all' | 'problems',
  signal: AbortSignal,
): Promise<PreflightReport> {
  const content = await contentOf(context, archive, of, signal)
  const rows: PreflightReport['rows'] = []
  const totals = { dossiers: content.dossiers.length, items: 0, photos: 0, passed: 0, failed: 0, warnings: 0 }
  for await (const row of preflight(content, toolsOf(context))) {
    if (row.kind === 'dossier' && 'transfer' in of) {
      row.problems.push(...(await handedOverBefore(archive, of.transfer, row.id)))
    }
    const passed = row.problems.every(({ severity }) => severity !== 'error')
    totals[passed ? 'passed' : 'failed'] += 1
    totals.warnings += row.problems.filter(({ severity }) => severity === 'warning').length
    if (row.kind === 'article') totals.items += 1
    if (row.kind === 'photo') totals.photos += 1
    if (only === 'all' || row.problems.length > 0) rows.push({ ...row, passed })
  }
  return { passed: totals.failed === 0, totals, rows }
}

function toolsOf({ platform }: OperationContext): PreflightTools {
  return {
    rules: shippedSipRules,
    held: async (path) => (await platform.files.stat(path))?.kind === 'file',
    // What could not be measured at intake cannot be decoded either.
    canConvert: (photo) =>
      shippedSipRules.formats.convertible.includes(extensionOf(photo).slice(1)) && photo.photo.width > 0,
  }
}

/** A dossier that went with another transfer is refused as a duplicate, unless this one amends that. */
async function handedOverBefore(archive: Archive, transfer: Transfer, dossier: string) {
  const others = (await allTransfers(archive)).filter(
    ({ id, dossiers, state }) => id !== transfer.id && state !== 'draft' && dossiers.includes(dossier),
  )
  return others
    .filter(({ id }) => id !== transfer.amends)
    .map(({ title }) => ({
      severity: 'error' as const,
      code: 'handed-over-before',
      args: { transfer: title },
      mend: { kind: 'transfer', id: transfer.id, field: 'dossiers' },
    }))
}
