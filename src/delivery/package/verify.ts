import { KhoError } from '#core/errors'
import type { VerificationReport } from '#core/model/custody'
import type { Digests, Files } from '#platform/ports'
import { folderSource, type PackageSource } from '../bag/source'
import { type VerifyWork, verifyBag } from '../bag/verify'
import { zipSource } from '../bag/zip-source'
import { reportOf } from './report'

/** What a package is and what looking at it has shown. */
export interface Verdict {
  form: 'bagit' | 'sip'
  zipped: boolean
  fingerprint: string | null
  report: VerificationReport
  info: [string, string][]
}

/**
 * Proves a package in a folder or a zip, whatever form it has.
 * @throws KhoError file-missing, package-not-one, cancelled, and for zips as `zipSource`
 */
export async function verifyPackage(
  path: string,
  tools: { files: Files; digests: Digests; at: string; mostFindings: number },
  work: VerifyWork,
): Promise<Verdict> {
  const { files, digests } = tools
  const there = await files.stat(path)
  if (!there) throw new KhoError('file-missing', { file: path })
  const zipped = there.kind === 'file'
  if (zipped && !(await isZip(files, path))) throw new KhoError('package-not-one', { file: path })
  const source = zipped ? await zipSource(files, digests, path) : folderSource(files, digests, path)
  try {
    const names = new Set((await source.entries()).map((entry) => entry.path))
    if (!names.has('bagit.txt')) throw new KhoError('package-not-one', { file: path })
    const verdict = await verifyBag(source, work)
    const report = reportOf(verdict, tools.at, tools.mostFindings)
    return { form: 'bagit', zipped, fingerprint: await fingerprintOf(source, names, tools), report, info: verdict.info }
  } finally {
    await source.close()
  }
}

async function isZip(files: Files, path: string): Promise<boolean> {
  const [p, k] = await files.readPart(path, 0, 2)
  return p === 0x50 && k === 0x4b
}

async function fingerprintOf(
  source: PackageSource,
  names: ReadonlySet<string>,
  { digests }: { digests: Digests },
): Promise<string | null> {
  return names.has('manifest-sha256.txt') ? digests.sha256(await source.read('manifest-sha256.txt')) : null
}
