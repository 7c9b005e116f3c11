import type { Archive } from '#archive/archive'
import type { ParsedInputOf } from '#contract/operations'
import type { PackageMade } from '#contract/packages'
import { KhoError } from '#core/errors'
import type { Transfer } from '#core/model/custody'
import { fileNameFrom } from '#core/text/words'
import type { DeliveryContext } from '#delivery/delivery'
import { type MadePackage, type PackageTools, writePackage } from '#delivery/package/package'
import { shippedPackageRules } from '#delivery/package/rules'
import { startPictureWriter } from '#delivery/pictures/exiftool'
import { writeSipPackage } from '#delivery/sip/package'
import { checkedKinds } from '#delivery/sip/schemas'
import { type SipRules, shippedSipRules } from '#delivery/transfer/rules'
import type { Files } from '#platform/ports'
import { now, type OperationContext, writableArchiveOf } from '../context'
import type { Work } from '../jobs'
import type { Handler } from '../runner'
import { contentOf } from './content'
import { transferOf } from './held'
import { lookedAt } from './preflight'
import { fondsOf } from './settings'
import { transferView } from './views'

/** Writes the package aside, proves it, and gives it its name and the transfer its report in one step. */
export const packageTransfer: Handler<'transfer.package'> = async (context, input, work) => {
  const archive = writableArchiveOf(context)
  const transfer = await packable(archive, input.id)
  if (!input.anyway) await refuseFailing(context, archive, transfer, work)
  const content = await contentOf(context, archive, { transfer }, work.signal)
  const tools = await toolsFor(context, archive, transfer, work)
  const options = { parent: input.folder, name: packageName(transfer), zip: input.zip, originals: input.originals }
  const writer = input.metadata ? await pictureWriter(context, archive, work) : null
  const write = async () => {
    if (input.form === 'bagit') return writePackage(content, options, { ...tools, writer })
    const { rules, sip, digests, context: delivery } = tools
    const schemas = await suppliedSchemas(context.platform.files, input.schemas, sip, work.warn)
    const { atOnce, mostFindings } = rules
    return writeSipPackage(content, options, {
      context: delivery,
      digests,
      rules: sip,
      writer,
      schemas,
      atOnce,
      mostFindings,
    })
  }
  const made = await write().finally(() => writer?.close())
  return context.exclusively(() => acknowledged(context, archive, transfer, made, input))
}

/** Writes captions and names into copies of photos; null, and told, where that cannot be done here. */
async function pictureWriter({ platform }: OperationContext, archive: Archive, work: Work) {
  const { agency } = await fondsOf(archive)
  return startPictureWriter({ ...platform, agency }, work.warn)
}

/**
 * What was read back is as it was written and as the schemas want it.
 * @throws KhoError package-not-valid with the first thing that a schema does not take, else package-damaged
 */
function refuseWrong({ valid, findings, more }: MadePackage['report'], file: string): void {
  if (valid) return
  const wrong = findings.filter(({ code }) => code === 'schema')
  const [first] = wrong
  if (!first) throw new KhoError('package-damaged', { file })
  const args = { count: String(wrong.length + more), line: first.args.line ?? 'none', why: first.args.why ?? '' }
  throw new KhoError('package-not-valid', { file: first.path, args })
}

/**
 * Every schema in a folder, by name; kinds of document that it has none for are told.
 * @throws KhoError schemas-none where it has none at all
 */
async function suppliedSchemas(
  files: Files,
  folder: string | null,
  { schemas }: SipRules,
  warn: Work['warn'],
): Promise<{ name: string; text: string }[]> {
  if (!folder) return []
  const names = (await files.list(folder)).filter((name) => name.toLowerCase().endsWith('.xsd')).sort()
  const there = new Set(names.map((name) => name.toLowerCase()))
  const lacking = checkedKinds.map((kind) => schemas[kind]).filter((name) => !there.has(name.toLowerCase()))
  const args = { names: lacking.join(', ') }
  if (lacking.length === checkedKinds.length) throw new KhoError('schemas-none', { file: folder, args })
  if (lacking.length > 0) warn({ code: 'schemas-lacking', file: null, args })
  return Promise.all(names.map(async (name) => ({ name, text: await files.readText(files.join(folder, name)) })))
}

/** @throws KhoError transfer-not-draft, export-nothing-selected */
async function packable(archive: Archive, id: string): Promise<Transfer> {
  const transfer = await transferOf(archive, id)
  if (transfer.state !== 'draft') throw new KhoError('transfer-not-draft', { args: { title: transfer.title } })
  if (transfer.dossiers.length === 0) throw new KhoError('export-nothing-selected')
  return transfer
}

async function refuseFailing(
  context: OperationContext,
  archive: Archive,
  transfer: Transfer,
  work: Work,
): Promise<void> {
  const report = await lookedAt(context, archive, { transfer }, 'problems', work.signal)
  if (!report.passed) throw new KhoError('preflight-failed', { args: { failed: String(report.totals.failed) } })
}

export const packageName = ({ date, title }: Transfer): string =>
  fileNameFrom(`${date} ${title}`, { maxBytes: shippedPackageRules.nameBytes })

async function toolsFor(
  context: OperationContext,
  archive: Archive,
  transfer: Transfer,
  work: Work,
): Promise<Omit<PackageTools, 'writer'>> {
  const { files, digests, resources } = context.platform
  const amended = transfer.amends ? await transferOf(archive, transfer.amends) : null
  return {
    context: await deliveryContext(context, archive, transfer, work),
    digests,
    rules: shippedPackageRules,
    sip: shippedSipRules,
    guide: {
      page: await files.readText(resources.path('delivery', 'guide.template')),
      script: await files.readText(resources.path('delivery', 'guide.js')),
    },
    amends: amended && { title: amended.title, fingerprint: amended.package?.fingerprint.hex ?? null },
  }
}

/** The date of hand-over stands wherever a delivery says when it was made, so that the same records give the same bytes. */
async function deliveryContext(
  context: OperationContext,
  archive: Archive,
  { date }: Transfer,
  work: Work,
): Promise<DeliveryContext> {
  const { agency, fonds } = await fondsOf(archive)
  const day = `${date}-01-01`.slice(0, 10)
  return {
    files: context.platform.files,
    agency,
    archiveName: archive.identity.name,
    fonds,
    madeAt: `${day}T00:00:00.000+07:00`,
    signal: work.signal,
    warn: work.warn,
    report: (done, total, current) => work.report({ phase: 'packing', done, total, unit: 'file', current }),
  }
}

async function acknowledged(
  context: OperationContext,
  archive: Archive,
  packed: Transfer,
  made: MadePackage,
  { form, zip }: ParsedInputOf<'transfer.package'>,
): Promise<PackageMade> {
  const held = await transferOf(archive, packed.id)
  try {
    refuseWrong(made.report, packageName(packed))
    if (held.updatedAt !== packed.updatedAt) throw new KhoError('record-changed-meanwhile')
  } catch (thrown) {
    await made.drop()
    throw thrown
  }
  const path = await made.finish()
  const at = now(context)
  const { fingerprint, files, bytes, report } = made
  const name = context.platform.files.baseName(path)
  const about = { form, name, path, zipped: zip, fingerprint, madeAt: at, files, bytes, report: { ...report, at } }
  const after: Transfer = { ...held, state: 'packed', package: about, updatedAt: at }
  try {
    await archive.commit({
      operation: 'transfer.package',
      args: { title: after.title },
      entries: [{ kind: 'transfer', id: after.id, after }],
    })
  } catch (thrown) {
    // Without its record the package would be one that nobody knows of.
    await context.platform.files.remove(path).catch(() => undefined)
    throw thrown
  }
  context.changed(['transfer', 'dossier'])
  return { path, package: about, view: await transferView(archive, after) }
}
