import type { Region } from '../model/photo'
import type { Placed } from '../press/order/read'

const middleX = ({ x, width }: Region): number => x + width / 2
const middleY = ({ y, height }: Region): number => y + height / 2

/**
 * Boxes of people as rows of a group, the front one first, each from left to right. Rows are parted where the
 * heights of heads leave the widest gaps.
 * @param boxes as the picture is shown
 * @param count how many rows there are; left out, as many as the gaps tell
 */
export function rowsOf<T extends Region>(boxes: readonly T[], count?: number): T[][] {
  const down = [...boxes].sort((a, b) => middleY(b) - middleY(a))
  const gaps = down.slice(1).map((box, at) => ({ at: at + 1, gap: middleY(down[at] as T) - middleY(box) }))
  const cuts = (count === undefined ? gaps.filter(({ gap }) => gap > clearGap(boxes)) : widest(gaps, count - 1))
    .map(({ at }) => at)
    .sort((a, b) => a - b)
  const rows = [0, ...cuts].map((from, nth) => down.slice(from, cuts[nth] ?? down.length))
  return rows.filter((row) => row.length > 0).map((row) => row.sort((a, b) => middleX(a) - middleX(b)))
}

const widest = (gaps: { at: number; gap: number }[], count: number): { at: number; gap: number }[] =>
  [...gaps].sort((a, b) => b.gap - a.gap).slice(0, Math.max(0, count))

/** People of one row stand within a head's height of each other. */
function clearGap(boxes: readonly Region[]): number {
  const heights = boxes.map(({ height }) => height).sort((a, b) => a - b)
  return heights[heights.length >> 1] ?? 1
}

/**
 * Which box each of the people a caption places stands in.
 * @param boxes as the picture is shown, in any order
 * @returns for each of `placed` the index of its box, null where there is none for it; no box twice
 */
export function boxesFor(boxes: readonly Region[], placed: readonly Placed[]): (number | null)[] {
  const numbered = boxes.map((box, at) => ({ ...box, at }))
  const ranks = [...new Set(placed.flatMap(({ row }) => row ?? []))].sort((a, b) => a - b)
  const rows = rowsOf(numbered, Math.max(1, ranks.length + (isFrontUnsaid(placed) ? 1 : 0)))
  const taken = new Set<number>()
  return placed.map((one) => {
    const row = rowOf(one, rows, ranks, numbered, isFrontUnsaid(placed))
    const list = placed.filter((other) => other.row === one.row && other.from === one.from)
    const at = boxIn(isWholeList(list) ? foremost(row, list.length) : row, one)
    if (at === null || taken.has(at)) return null
    taken.add(at)
    return at
  })
}

/** "Từ trái sang: A, B; hàng sau: C, D": those before the first row named are of the row in front of it. */
const isFrontUnsaid = (placed: readonly Placed[]): boolean =>
  placed.some(({ row }) => row !== null) && placed.filter(({ row }) => row === null).length > 1

type Numbered = Region & { at: number }

function rowOf(
  { row }: Placed,
  rows: Numbered[][],
  ranks: number[],
  all: Numbered[],
  frontUnsaid: boolean,
): Numbered[] {
  if (ranks.length === 0 || (row === null && !frontUnsaid)) return rowsOf(all, 1)[0] ?? []
  return rows[row === null ? 0 : ranks.indexOf(row) + (frontUnsaid ? 1 : 0)] ?? []
}

/** True where people are counted through from one side, not told one by one. */
const isWholeList = (list: readonly Placed[]): boolean =>
  list.length > 1 && list.every(({ from, nth }, at) => from !== 'middle' && nth === at + 1)

/** Where more faces were found than people are named, those in the front are meant: their heads are the largest. */
function foremost(row: Numbered[], count: number): Numbered[] {
  const chosen = new Set([...row].sort((a, b) => b.width * b.height - a.width * a.height).slice(0, count))
  return row.filter((box) => chosen.has(box))
}

function boxIn(row: Numbered[], { from, nth }: Placed): number | null {
  if (from === 'middle') return row[(row.length - 1) >> 1]?.at ?? null
  return row[from === 'left' ? nth - 1 : row.length - nth]?.at ?? null
}
