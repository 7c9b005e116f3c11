import { KhoError } from '#core/errors'
import { readWorkbook } from './excel/read'
import { readHtml } from './html/read'
import { offerLegacy } from './legacy'
import { readPaste } from './paste'
import type { ReleaseRead, readerLimits, WorkbookRead } from './protocol'
import { type Sniffed, sniff } from './sniff'
import { readText } from './text/read'
import { Warnings } from './warnings'
import { readDoc } from './word/doc/read'
import { readWord } from './word/read'
import { readRtf } from './word/rtf'

export { bundleEntries, bundleEntry } from './bundle'
export { findFaces } from './faces/find'
export { cutsOfPicture, likenessOfPicture, samePictures } from './photos/compare'
export { isHeic } from './photos/heic'
export { lookAt, makeThumbnails } from './photos/previews'
export { readPicture } from './photos/read'
export { readTemplate } from './word/template'
export { offerLegacy, readPaste, Warnings }

/** A file handed in: its name as the person knows it, its bytes, and a door to the files beside it. */
export interface FileIn {
  name: string
  bytes: Uint8Array
  /** Bytes of a file in the folder saved along with a page; null where it is not there. */
  beside?: (relativePath: string) => Promise<Uint8Array | null>
}

type Limits = Pick<typeof readerLimits, 'fileBytes' | 'unpackedBytes'>
type Content = Pick<ReleaseRead, 'source' | 'pictures'> & { format: ReleaseRead['format'] }

/** Endings under which a kind is expected; others get a warning that names the true type. */
const ENDINGS: Partial<Record<Sniffed['kind'], RegExp>> = {
  zip: /\.(docx|docm|dotx|dotm|odt|ott)$/i,
  doc: /\.(doc|dot)$/i,
  rtf: /\.(rtf|doc)$/i,
  html: /\.(html?|xhtml)$/i,
  mhtml: /\.(mhtml?|eml)$/i,
  text: /\.(txt|text|md)$/i,
}

/**
 * Reads a press release from the bytes of a file, whatever its ending says.
 * @throws KhoError file-empty, file-too-large, file-type-unknown, file-type-mismatch, file-has-no-text
 * and what the reader of its kind throws
 */
export async function readRelease(file: FileIn, limits: Limits): Promise<ReleaseRead> {
  const { bytes, name } = file
  if (bytes.length === 0) throw new KhoError('file-empty', { file: name })
  if (bytes.length > limits.fileBytes) throw tooLarge(file, limits)
  const warnings = new Warnings(name)
  const sniffed = sniff(bytes, name)
  const content = await readAs(sniffed, file, limits, warnings)
  const expected = ENDINGS[sniffed.kind]
  if (expected && /\.\w+$/.test(name) && !expected.test(name)) {
    warnings.add('ending-differs', { actual: sniffed.kind === 'zip' ? 'Word (.docx)' : sniffed.name })
  }
  const { blocks } = content.source
  if (!warnings.list.some((one) => one.code === 'legacy-font')) {
    offerLegacy(blocks.map((block) => block.text).join('\n'), warnings)
  }
  const empty = content.pictures.length === 0 && blocks.every((block) => block.text === '')
  if (empty) throw new KhoError('file-has-no-text', { file: name })
  return { ...content, mediaType: mediaTypeOf(sniffed, name), warnings: warnings.list }
}

/**
 * Reads the cells of a workbook.
 * @throws KhoError file-too-large and what the reader of workbooks throws
 */
export async function readCells(file: FileIn, limits: Limits): Promise<WorkbookRead> {
  if (file.bytes.length > limits.fileBytes) throw tooLarge(file, limits)
  const warnings = new Warnings(file.name)
  const { sheets } = await readWorkbook(file.bytes, file.name, limits, warnings)
  return { sheets, warnings: warnings.list }
}

async function readAs(sniffed: Sniffed, file: FileIn, limits: Limits, warnings: Warnings): Promise<Content> {
  switch (sniffed.kind) {
    case 'zip':
      return { format: 'word', ...(await readWord(file.bytes, file.name, limits, warnings)) }
    case 'doc':
      return { format: 'word', ...readDoc(file.bytes, file.name, warnings) }
    case 'rtf':
      return { format: 'word', ...readRtf(file.bytes, warnings) }
    case 'html':
    case 'mhtml':
      return { format: 'html', ...(await readHtml(file, sniffed.kind, warnings)) }
    case 'text':
      return { format: 'text', ...readText(file.bytes, warnings) }
    case 'picture':
      throw new KhoError('file-type-mismatch', { file: file.name, args: { actual: sniffed.name } })
    default:
      throw new KhoError('file-type-unknown', { file: file.name, args: { actual: sniffed.name } })
  }
}

const OPEN_XML = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const MACROS = 'application/vnd.ms-word'

/** Registered types of what lies in a ZIP, by the ending; all others by their content. */
const ZIPPED: Record<string, string> = {
  docm: `${MACROS}.document.macroEnabled.12`,
  dotm: `${MACROS}.template.macroEnabled.12`,
  dotx: `${OPEN_XML}.template`,
  odt: 'application/vnd.oasis.opendocument.text',
  ott: 'application/vnd.oasis.opendocument.text-template',
}
const TYPES: Record<string, string> = {
  doc: 'application/msword',
  rtf: 'application/rtf',
  html: 'text/html',
  mhtml: 'multipart/related',
  text: 'text/plain',
}

function mediaTypeOf({ kind }: Sniffed, name: string): string {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return TYPES[kind] ?? ZIPPED[ending] ?? `${OPEN_XML}.document`
}

function tooLarge(file: FileIn, limits: Limits): KhoError {
  const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`
  return new KhoError('file-too-large', {
    file: file.name,
    args: { size: megabytes(file.bytes.length), limit: megabytes(limits.fileBytes) },
  })
}
