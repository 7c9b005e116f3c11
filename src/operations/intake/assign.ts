/**
 * Pairs rows with columns so that the sum of the scores is greatest (Kuhn and Munkres, as shortest augmenting paths).
 * What one row gains by the best column may cost another more: taking the best pair first would be wrong then.
 * @param scores one list a row, all of one length; 0 or less is no pair
 * @returns the column of each row, -1 where it has none, and the sum
 */
export function assigned(scores: readonly (readonly number[])[]): { columns: number[]; total: number } {
  const rows = scores.length
  const columns = Math.max(0, ...scores.map((row) => row.length))
  const size = Math.max(rows, columns)
  const gain = (row: number, column: number) => Math.max(0, scores[row]?.[column] ?? 0)
  const owners = ownersOf(size, (row, column) => -gain(row, column))
  const found = new Array<number>(rows).fill(-1)
  let total = 0
  for (const [column, row] of owners.entries()) {
    const gained = gain(row, column)
    if (row >= rows || gained <= 0) continue
    found[row] = column
    total += gained
  }
  return { columns: found, total }
}

/** The row that each column goes to at the least cost, in a square of that size. */
function ownersOf(size: number, cost: (row: number, column: number) => number): number[] {
  // Places are counted from 1: 0 stands for the row that is just being placed.
  const ofRow = new Float64Array(size + 1)
  const ofColumn = new Float64Array(size + 1)
  const owner = new Int32Array(size + 1)
  for (let row = 1; row <= size; row++) {
    const reach = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY)
    const cameFrom = new Int32Array(size + 1)
    const done = new Uint8Array(size + 1)
    owner[0] = row
    let at = 0
    do {
      done[at] = 1
      const from = owner[at]!
      let least = Number.POSITIVE_INFINITY
      let next = 0
      for (let column = 1; column <= size; column++) {
        if (done[column]) continue
        const reduced = cost(from - 1, column - 1) - ofRow[from]! - ofColumn[column]!
        if (reduced < reach[column]!) {
          reach[column] = reduced
          cameFrom[column] = at
        }
        if (reach[column]! < least) {
          least = reach[column]!
          next = column
        }
      }
      for (let column = 0; column <= size; column++) {
        if (done[column]) {
          ofRow[owner[column]!]! += least
          ofColumn[column]! -= least
        } else reach[column]! -= least
      }
      at = next
    } while (owner[at] !== 0)
    while (at !== 0) {
      const before = cameFrom[at]!
      owner[at] = owner[before]!
      at = before
    }
  }
  return Array.from(owner.subarray(1), (row) => row - 1)
}
