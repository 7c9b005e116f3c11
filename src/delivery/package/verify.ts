import { KhoError } from '#core/errors'
import type { VerificationReport } from '#core/model/custody'
import type { Digests, Files } from '#platform/ports'
import { folderSource, type PackageSource } from '../bag/source'
import { type BagVerdict, type VerifyWork, verifyBag } from '../bag/verify'
import { zipSource } from '../bag/zip-source'
import { type SipMark, sipFingerprint, summed } from '../sip/package'
import { type MetsRead, readMets } from '../sip/read-mets'
import { verifySip } from '../sip/verify'
import { reportOf } from './report'

interface VerifyTools {
  files: Files
  digests: Digests
  at: string
  mostFindings: number
}

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
export async function verifyPackage(path: string, tools: VerifyTools, work: VerifyWork): Promise<Verdict> {
  const { files, digests } = tools
  const there = await files.stat(path)
  if (!there) throw new KhoError('file-missing', { file: path })
  if (there.kind !== 'file') return verifyFolder(path, tools, work)
  if (!(await isZip(files, path))) throw new KhoError('package-not-one', { file: path })
  const found = await lookAt(await zipSource(files, digests, path), null, tools, work)
  if (!found) throw new KhoError('package-not-one', { file: path })
  return { ...found, zipped: true }
}

/** A package, or a folder that holds several SIP side by side and nothing else. */
async function verifyFolder(path: string, tools: VerifyTools, work: VerifyWork): Promise<Verdict> {
  const { files, digests } = tools
  const name = files.baseName(path)
  const whole = await lookAt(folderSource(files, digests, path), name, tools, work)
  if (whole) return { ...whole, zipped: false }
  const sips: FoundSip[] = []
  let zipped = false
  for (const entry of (await files.entries(path)).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inside = files.join(path, entry.name)
    zipped ||= entry.kind === 'file'
    if (entry.kind === 'link' || (entry.kind === 'file' && !(await isZip(files, inside)))) continue
    const folder = entry.kind === 'folder'
    const source = folder ? folderSource(files, digests, inside) : await zipSource(files, digests, inside)
    const found = await sipOf(source, folder ? entry.name : null, tools, work)
    if (found) sips.push(found)
  }
  if (sips.length === 0) throw new KhoError('package-not-one', { file: path })
  return { form: 'sip', zipped, ...(await sipVerdict(sips, tools)) }
}

async function sipVerdict(found: FoundSip[], { digests, at, mostFindings }: VerifyTools) {
  const verdict = summed(found.map(({ verdict: one }) => one))
  const marks = found.map(({ mark }) => mark)
  const sender = found.find(({ read }) => read)?.read
  // In the words of a bag, so that a reception states the same of both forms.
  const info: [string, string][] = [
    ['Source-Organization', sender?.agency ?? ''],
    ['Kho-Tin-Agency-Code', sender?.agencyCode ?? ''],
    ['Kho-Tin-Dossiers', String(marks.length)],
  ]
  return { fingerprint: await sipFingerprint(digests, marks), report: reportOf(verdict, at, mostFindings), info }
}

/** Whatever form it has; null where it is no package. */
async function lookAt(
  source: PackageSource,
  name: string | null,
  tools: VerifyTools,
  work: VerifyWork,
): Promise<Omit<Verdict, 'zipped'> | null> {
  try {
    const names = new Set((await source.entries()).map((entry) => entry.path))
    if (names.has('METS.xml') && !names.has('bagit.txt')) {
      const found = await sipOf(source, name, tools, work)
      return found && { form: 'sip', ...(await sipVerdict([found], tools)) }
    }
    if (!names.has('bagit.txt')) return null
    const verdict = await verifyBag(source, work)
    const report = reportOf(verdict, tools.at, tools.mostFindings)
    return { form: 'bagit', fingerprint: await fingerprintOf(source, names, tools), report, info: verdict.info }
  } finally {
    await source.close()
  }
}

interface FoundSip {
  verdict: BagVerdict
  mark: SipMark
  /** What its METS says; null where it cannot be read. */
  read: MetsRead | null
}

async function sipOf(
  source: PackageSource,
  name: string | null,
  { digests }: VerifyTools,
  work: VerifyWork,
): Promise<FoundSip | null> {
  try {
    const entries = await source.entries()
    if (!entries.some(({ path, kind }) => path === 'METS.xml' && kind === 'file')) return null
    const mets = await source.read('METS.xml')
    const read = readMets(new TextDecoder().decode(mets))
    const objectId = 'wrong' in read ? (name ?? '') : read.objectId
    const verdict = await verifySip(source, name, work)
    return { verdict, mark: { objectId, digest: await digests.sha256(mets) }, read: 'wrong' in read ? null : read }
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
