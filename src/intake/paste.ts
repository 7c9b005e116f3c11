import { KhoError } from '#core/errors'
import { sourceFromText } from '#core/press/plain'
import { cleanText } from '#core/text/normalise'
import { readHtmlText } from './html/read'
import { offerLegacy } from './legacy'
import type { ReleaseRead } from './protocol'
import { Warnings } from './warnings'

/**
 * Reads the clipboard: its HTML where that says more than the plain text (from Word or a browser), else the text.
 * @throws KhoError file-has-no-text where both are empty
 */
export async function readPaste(text: string, html: string | null): Promise<ReleaseRead> {
  const warnings = new Warnings(null)
  if (html !== null && isRich(html)) {
    const read = await readHtmlText(html, { origin: 'paste', beside: null }, warnings)
    if (read.source.blocks.some((block) => block.text !== ''))
      return { format: 'paste', mediaType: 'text/html', ...read, warnings: warnings.list }
  }
  const source = sourceFromText(cleanText(text), 'paste')
  if (source.blocks.length === 0) throw new KhoError('file-has-no-text')
  offerLegacy(text, warnings)
  return { format: 'paste', mediaType: 'text/plain', source, pictures: [], warnings: warnings.list }
}

/** Block or layout markup; editors of plain text wrap the clipboard in a lone span or div per line. */
function isRich(html: string): boolean {
  return /<(p|h[1-6]|table|li|figure|img|article|br|b|strong|i|em|center)[\s>]|text-align|font-weight/i.test(html)
}
