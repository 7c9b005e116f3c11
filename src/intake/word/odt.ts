import { KhoError } from '#core/errors'
import type { SourceText } from '#core/press/source'
import { legacyFonts } from '../legacy'
import type { EmbeddedPicture } from '../protocol'
import type { Warnings } from '../warnings'
import { type Container, wholePart } from './container'
import { OdtReader } from './odt-reader'
import { OdtStyles } from './odt-styles'
import { PackagePictures } from './package-pictures'
import { parseXml, type XmlHandler } from './xml'

/** True for an OpenDocument text (ODF 1.3 part 2, 3.3). @throws KhoError file-type-mismatch for its other kinds */
export async function isOdt(container: Container, file: string): Promise<boolean> {
  const mimetype = container.part('mimetype')
  if (!mimetype || !container.part('content.xml') || mimetype.size > 200) return false
  const kind = new TextDecoder().decode(await wholePart(mimetype)).trim()
  if (/opendocument\.text/.test(kind)) return true
  throw new KhoError('file-type-mismatch', { file, args: { actual: 'OpenDocument' } })
}

/**
 * Reads an OpenDocument text out of its package.
 * @throws KhoError file-encrypted, file-damaged, file-hostile, file-unpacks-too-large
 */
export async function readOdt(
  container: Container,
  file: string,
  warnings: Warnings,
): Promise<{ source: SourceText; pictures: EmbeddedPicture[] }> {
  await refuseEncrypted(container, file)
  const styles = new OdtStyles()
  const pictures = new PackagePictures(container, warnings)
  const reader = new OdtReader({ styles, pictures, warnings, legacyFont: legacyFonts(warnings) })
  const named = container.part('styles.xml')
  const content = container.part('content.xml')
  if (!content) throw new KhoError('file-damaged', { file, cause: 'no content part' })
  if (named) await parseXml(named.chunks(), styles, file)
  const { faults } = await parseXml(content.chunks(), both(styles, reader), file)
  const blocks = [...reader.blocks, ...reader.notes]
  if (faults > 0 && blocks.length === 0) throw new KhoError('file-damaged', { file, cause: 'faulty XML' })
  if (faults > 0) warnings.add('word-faulty')
  return { source: { origin: 'word', blocks, meta: {} }, pictures: await pictures.take(blocks) }
}

async function refuseEncrypted(container: Container, file: string): Promise<void> {
  const manifest = container.part('META-INF/manifest.xml')
  if (!manifest) return
  const handler: XmlHandler = {
    open: (name) => {
      if (name === 'manifest:encryption-data') throw new KhoError('file-encrypted', { file })
    },
    close: () => {},
    text: () => {},
  }
  await parseXml(manifest.chunks(), handler, file)
}

/** Styles used only in the text stand before it in the same part. */
function both(first: XmlHandler, second: XmlHandler): XmlHandler {
  return {
    open: (name, attributes) => {
      first.open(name, attributes)
      second.open(name, attributes)
    },
    close: (name) => {
      first.close(name)
      second.close(name)
    },
    text: (value) => {
      first.text(value)
      second.text(value)
    },
  }
}
