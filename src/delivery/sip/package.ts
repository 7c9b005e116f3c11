import type { Finding } from '#core/model/custody'
import type { Digests } from '#platform/ports'
import { manifestText } from '../bag/manifest'
import { folderSource } from '../bag/source'
import type { BagVerdict } from '../bag/verify'
import { zipSource } from '../bag/zip-source'
import { zipFolder } from '../bag/zip-write'
import { freeName, type MadePackage, type PackageOptions } from '../package/package'
import { reportOf } from '../package/report'
import { StagedFolder } from '../staged'
import type { TransferContent } from '../transfer/content'
import { SipIds } from './ids'
import { schemaFindings } from './schemas'
import { verifySip } from './verify'
import { type SipTools, writeSip } from './write'

/** What is known of one SIP for telling packages apart: its OBJID and the digest of its METS. */
export interface SipMark {
  objectId: string
  digest: string
}

/** SHA-256 over the METS documents of all packages: the same for folders and zips. */
export const sipFingerprint = (digests: Pick<Digests, 'sha256'>, marks: SipMark[]): Promise<string> =>
  digests.sha256(manifestText(marks.map(({ objectId, digest }) => ({ digest, path: objectId }))))

/**
 * Writes each dossier of a transfer as SIP_hoso, side by side in one folder, zipped where asked; all are read back and,
 * where the receiving office's schemas are given, held against them. The same records give the same bytes.
 * @throws KhoError cancelled, picture-unreadable, file-damaged, or as Files gives it; nothing is left behind then
 */
export async function writeSipPackage(
  content: TransferContent,
  options: PackageOptions,
  tools: Omit<SipTools, 'ids'> & { digests: Digests; mostFindings: number },
): Promise<MadePackage> {
  const { files, signal } = tools.context
  const { digests } = tools
  const stage = await StagedFolder.begin({ files, digests, signal }, options.parent, options.name)
  try {
    const ids = new SipIds(digests, tools.rules, content.transfer?.id ?? '')
    const verdicts: BagVerdict[] = []
    const marks: SipMark[] = []
    for (const dossier of content.dossiers) {
      const objectId = await writeSip(stage, dossier, content, { ...tools, ids })
      marks.push({ objectId, digest: stage.contents.get(`${objectId}/METS.xml`)?.digests.sha256 ?? '' })
    }
    await stage.settle()
    for (const { objectId } of marks) verdicts.push(await proved(stage, objectId, content, options, tools))
    const verdict = summed(verdicts)
    const target = files.join(options.parent, options.name)
    const finish = async () => {
      const free = await freeName(files, target)
      await stage.finish(free)
      return free
    }
    return {
      files: verdict.files,
      bytes: verdict.bytes,
      fingerprint: { algorithm: 'sha256', hex: await sipFingerprint(digests, marks) },
      report: reportOf(verdict, tools.context.madeAt, tools.mostFindings),
      finish,
      drop: () => stage.drop(),
    }
  } catch (thrown) {
    // What stopped the packing is the error to tell, not that clearing away failed too.
    await stage.drop().catch(() => undefined)
    throw thrown
  }
}

async function proved(
  stage: StagedFolder,
  objectId: string,
  content: TransferContent,
  { zip }: PackageOptions,
  { context, digests, rules, schemas }: Omit<SipTools, 'ids'> & { digests: Digests },
): Promise<BagVerdict> {
  const { files, signal } = context
  const folder = files.join(stage.folder, objectId)
  const paths = stage.paths
    .filter((path) => path.startsWith(`${objectId}/`))
    .map((path) => path.slice(objectId.length + 1))
  const work = { signal, report: context.report }
  const wrong = await schemaFindings(files, folder, paths, schemas, rules)
  if (!zip) return withFindings(await verifySip(folderSource(files, digests, folder), objectId, work), wrong)
  const submission = String(content.transfer?.submission ?? 1)
  const name = rules.files.zip.replace('{submission}', submission).replace('{objectId}', objectId)
  const path = await zipFolder(
    files,
    { folder, paths, name: objectId },
    files.join(stage.folder, name),
    signal,
    () => {},
  )
  await files.remove(folder)
  const source = await zipSource(files, digests, path)
  return withFindings(await verifySip(source, null, work).finally(() => source.close()), wrong)
}

function withFindings(verdict: BagVerdict, more: Finding[]): BagVerdict {
  const valid = verdict.valid && more.every(({ severity }) => severity !== 'error')
  return { ...verdict, valid, findings: [...verdict.findings, ...more] }
}

/** Several packages as one. */
export function summed(verdicts: BagVerdict[]): BagVerdict {
  return {
    version: '',
    complete: verdicts.every(({ complete }) => complete),
    valid: verdicts.every(({ valid }) => valid),
    files: verdicts.reduce((sum, { files }) => sum + files, 0),
    bytes: verdicts.reduce((sum, { bytes }) => sum + bytes, 0),
    findings: verdicts.flatMap(({ findings }) => findings),
    info: [],
    algorithms: ['sha256'],
  }
}
