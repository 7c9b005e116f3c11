import type { Bytes } from './bytes'
import type { Fib } from './fib'

/** Bytes `from` to `to` of the document stream have these property changes. */
interface Run {
  from: number
  to: number
  changes: Bytes
}

const PAGE = 512

/** Property changes by place in the stream, found by going forward mostly. */
export class Runs {
  private at = 0

  constructor(private readonly runs: Run[]) {}

  /** The run a byte lies in; null where none says anything of it. */
  find(byte: number): Run | null {
    const near = this.runs[this.at]
    if (near && byte >= near.from && byte < near.to) return near
    let low = 0
    let high = this.runs.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const run = this.runs[middle] as Run
      if (byte < run.from) high = middle - 1
      else if (byte >= run.to) low = middle + 1
      else {
        this.at = middle
        return run
      }
    }
    return null
  }
}

/** Character runs ([MS-DOC] 2.9.33): pages of 512 bytes, each with its borders and changes. */
export function characterRuns(document: Bytes, table: Bytes, fib: Fib): Runs {
  return read(document, pages(table, fib, 'characterRuns'), (page, count, index) => {
    const at = page.u8((count + 1) * 4 + index) * 2
    return at === 0 ? page.slice(0, 0) : page.slice(at + 1, page.u8(at))
  })
}

/** Paragraph runs ([MS-DOC] 2.9.174); the changes begin with the number of the style. */
export function paragraphRuns(document: Bytes, table: Bytes, fib: Fib): Runs {
  return read(document, pages(table, fib, 'paragraphRuns'), (page, count, index) => {
    const at = page.u8((count + 1) * 4 + index * 13) * 2
    if (at === 0) return page.slice(0, 0)
    const half = page.u8(at)
    return half === 0 ? page.slice(at + 2, page.u8(at + 1) * 2) : page.slice(at + 1, half * 2 - 1)
  })
}

function pages(table: Bytes, fib: Fib, name: 'characterRuns' | 'paragraphRuns'): number[] {
  const { at, length } = fib.place(name)
  const list = table.slice(at, length)
  const count = Math.max(0, Math.floor((list.length - 4) / 8))
  const found = new Set<number>()
  for (let index = 0; index < count; index += 1) found.add(list.u32((count + 1) * 4 + index * 4) & 0x3f_ffff)
  return [...found]
}

function read(document: Bytes, numbers: number[], changes: (page: Bytes, count: number, index: number) => Bytes): Runs {
  const runs: Run[] = []
  for (const number of numbers) {
    const page = document.slice(number * PAGE, PAGE)
    if (page.length < PAGE) continue
    const count = page.u8(PAGE - 1)
    for (let index = 0; index < count; index += 1) {
      const from = page.u32(index * 4)
      const to = page.u32(index * 4 + 4)
      if (to > from) runs.push({ from, to, changes: changes(page, count, index) })
    }
  }
  return new Runs(runs.sort((a, b) => a.from - b.from))
}
