import type { SourceBlock, SourceText } from './source'

/**
 * Plain or pasted text as blocks: every line that holds something is a block, the empty lines before it its gap.
 * Tabs between cells of a pasted table stay in the line.
 * @param text any line ends; NFD and NFC alike
 * @param origin a text file or the clipboard
 */
export function sourceFromText(text: string, origin: 'text' | 'paste'): SourceText {
  const blocks: SourceBlock[] = []
  let gap = 0
  for (const line of text
    .normalize('NFC')
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\n\r\u2028\u2029\f\v]/)) {
    const words = line.trim()
    if (words === '') {
      gap++
      continue
    }
    blocks.push({ kind: 'paragraph', text: words, gap: blocks.length === 0 ? 0 : gap })
    gap = 0
  }
  return { origin, blocks, meta: {} }
}
