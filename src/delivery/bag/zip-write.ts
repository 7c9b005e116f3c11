import type { Files } from '#platform/ports'
import { stopIfCancelled, writeAside } from '../aside'
import { crc32 } from '../zip/crc32'
import { ZipWriter } from '../zip/zip'

const wholeBytes = 32 << 20
const pieceBytes = 4 << 20
const packs = /\.(txt|json|csv|html|xml|xsd)$/i

/**
 * Packs a folder as it lies into a zip beside it, under one folder of the package's name. What is packed already
 * (pictures, Word, Excel) is stored as it is. The same folder gives the same bytes.
 * @returns where the zip lies, under a name that nobody takes for a finished package
 * @throws KhoError cancelled, or as Files gives it; nothing is left behind then
 */
export async function zipFolder(
  files: Files,
  from: { folder: string; paths: string[]; name: string },
  to: string,
  signal: AbortSignal,
  report: (done: number, path: string) => void,
): Promise<string> {
  return writeAside(files, files.dirName(to), signal, async (file) => {
    const zip = new ZipWriter(file)
    const paths = [...from.paths].sort()
    for (const [at, path] of paths.entries()) {
      stopIfCancelled(signal)
      await packed(files, zip, files.join(from.folder, ...path.split('/')), `${from.name}/${path}`)
      report(at + 1, path)
    }
    await zip.end()
    return (await file.finish(to)).path
  })
}

async function packed(files: Files, zip: ZipWriter, path: string, name: string): Promise<void> {
  const size = (await files.stat(path))?.size ?? 0
  if (size <= wholeBytes) {
    const bytes = await files.read(path)
    return packs.test(name) ? zip.deflate(name, bytes) : zip.store(name, bytes)
  }
  let crc = 0
  for await (const piece of pieces(files, path, size)) crc = crc32(piece, crc)
  await zip.storeParts(name, { size, crc }, pieces(files, path, size))
}

async function* pieces(files: Files, path: string, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < size; at += pieceBytes) yield files.readPart(path, at, Math.min(pieceBytes, size - at))
}
