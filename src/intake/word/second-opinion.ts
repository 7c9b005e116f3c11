import type { SourceBlock } from '#core/press/source'
import { readHtmlText } from '../html/read'
import type { Warnings } from '../warnings'

/**
 * Reads a Word file with mammoth, for the few whose structure our own pass makes nothing of. It gives plain
 * paragraphs, headings and tables; pictures, fonts and alignment are lost.
 * @returns no blocks where mammoth finds no text either
 */
export async function readWithMammoth(bytes: Uint8Array, warnings: Warnings): Promise<SourceBlock[]> {
  try {
    const { default: mammoth } = await import('mammoth')
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }))
    const { value } = await mammoth.convertToHtml({ buffer }, { convertImage })
    const { source } = await readHtmlText(value, { origin: 'paste', beside: null }, warnings)
    const blocks = source.blocks.filter((block) => block.text !== '')
    if (blocks.length > 0) warnings.add('word-read-roughly')
    return blocks
  } catch {
    // What mammoth cannot read either is a file without text, and said to be so.
    return []
  }
}
