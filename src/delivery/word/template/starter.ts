import type { FileChild } from 'docx'
import type { Files } from '#platform/ports'
import data from '#resources/delivery/template-starters.json'
import { writeAside } from '../../aside'
import { type DeliveryRules, shippedRules } from '../../rules'
import { WordFile } from '../pack'
import { pageHeader, pageProperties, styled } from '../parts'
import type { StyleId } from '../styles'
import { type Cell, table } from '../table'
import type { Purpose } from './placeholders'

/** A paragraph, a table whose one row a list repeats, or the lines for signatures side by side. */
type Block =
  | [style: StyleId, words: string]
  | { widths: number[]; head: string[]; row: string[] }
  | { widths: number[]; sides: [title: string, name: string][] }

const starters = data as unknown as Record<Purpose, { file: string; blocks: Block[] }>
/** The same bytes whenever it is made. */
const madeAt = '2025-01-01T00:00:00.000Z'

/**
 * Writes a simple template with the placeholders of a purpose, for an office to make its own of.
 * @returns where it lies: numbered `(2)` where something was there
 * @throws KhoError cancelled, or as Files gives it
 */
export async function writeStarter(
  purpose: Purpose,
  folder: string,
  files: Files,
  signal: AbortSignal,
): Promise<{ path: string }> {
  const { file: name, blocks } = starters[purpose]
  return writeAside(files, folder, signal, async (file) => {
    const word = await WordFile.begin(file, shippedRules)
    const section = word.compile({
      properties: pageProperties(shippedRules, { titlePage: true }),
      headers: { default: pageHeader(shippedRules) },
      children: blocks.map((block) => drawn(block, shippedRules)),
    })
    await word.finish([section], { title: name, agency: '', changedAt: madeAt }, signal)
    return file.finish(files.join(folder, `${name}.docx`))
  })
}

function drawn(block: Block, rules: DeliveryRules): FileChild {
  if (Array.isArray(block)) return styled(...block)
  if ('sides' in block) {
    const cells = block.sides.map(
      ([title, name]): Cell => [
        ['FormSigner', title],
        ['FormSignName', name],
      ],
    )
    return table(rules, { widths: block.widths, rows: [cells], lines: 'none' })
  }
  const line = (style: StyleId, texts: string[]) => texts.map((text): Cell => [[style, text]])
  return table(rules, {
    widths: block.widths,
    head: [line('FormHead', block.head)],
    rows: [line('FormCell', block.row)],
    lines: 'form',
  })
}
