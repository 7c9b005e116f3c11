import type { Container } from '../word/container'
import { parseXml } from '../word/xml'

/** Built-in number formats that show a day, alone or with a time (ECMA-376, 18.8.30). */
const builtInDays = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/**
 * Which cell styles show a number as a day: by their place in `cellXfs`.
 * @param part name of the styles part, or null where a workbook has none
 */
export async function dayStyles(container: Container, part: string | null, file: string): Promise<boolean[]> {
  const styles: boolean[] = []
  const custom = new Map<number, string>()
  const own = part === null ? null : container.part(part)
  if (!own) return styles
  let inCells = false
  await parseXml(
    own.chunks(),
    {
      open(name, attributes) {
        if (name === 'numFmt') custom.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
        else if (name === 'cellXfs') inCells = true
        else if (name === 'xf' && inCells) {
          const id = Number(attributes.numFmtId ?? 0)
          const code = custom.get(id)
          styles.push(code === undefined ? builtInDays.has(id) : showsDay(code))
        }
      },
      close(name) {
        if (name === 'cellXfs') inCells = false
      },
      text() {},
    },
    file,
  )
  return styles
}

/** True where a number format has a day or a year in it: `dd/mm/yyyy`, `[$-42A]d mmmm`, not `h:mm` or `"đ" 0`. */
function showsDay(code: string): boolean {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .split(';')[0]
  return /[dy]/i.test(bare ?? '') && !/general/i.test(bare ?? '')
}

const dayMs = 86_400_000
// Days from 30 December 1899 to 1 January 1970, and from there to the 1904 system.
const toUnix = 25_569
const to1904 = 1_462
const lastDay = 2_958_465

/**
 * The day a number stands for.
 * @param from1904 whether the workbook counts from 1904, as old ones of the Mac do
 * @returns null for what is no day
 */
export function dayOf(serial: number, from1904: boolean): string | null {
  const whole = Math.floor(serial) + (from1904 ? to1904 : 0)
  if (!Number.isFinite(serial) || whole < 1 || whole > lastDay) return null
  // Excel counts a 29 February 1900 that never was.
  const days = whole < 60 && !from1904 ? whole + 1 : whole
  return new Date((days - toUnix) * dayMs).toISOString().slice(0, 10)
}

/** A number as a cell without a format shows it: fifteen digits. */
export function plainNumber(text: string): string {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) return text
  return String(Number(value.toPrecision(15)))
}
