import { appendFileSync } from 'node:fs'

/** One measured figure: the bar it must hold and the peer measured in the same run, where there is one. */
export interface Figure {
  name: string
  value: number
  unit: string
  /** `null` where the figure is only told. */
  bar: { most: number } | { least: number } | null
  peer: { name: string; value: number } | null
}

/**
 * Prints a figure as a line for people and, where `npm run bench -- --json FILE` asked for it, as a JSON line.
 * A bar that does not hold makes the run fail: bars are never loosened to pass.
 */
export function tell(figure: Figure): void {
  const { name, value, unit, bar, peer } = figure
  const holds = bar === null || ('most' in bar ? value <= bar.most : value >= bar.least)
  const limit = bar === null ? '' : 'most' in bar ? `  (bar ≤ ${bar.most})` : `  (bar ≥ ${bar.least})`
  const beside = peer === null ? '' : `  ${peer.name}: ${round(peer.value)}`
  console.log(`${holds ? '✓' : '✗'} ${name}: ${round(value)} ${unit}${limit}${beside}`)
  const file = process.env.KHO_BENCH_JSON
  if (file) appendFileSync(file, `${JSON.stringify({ ...figure, holds })}\n`)
  if (!holds) process.exitCode = 1
}

const round = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))

/** The middle of some measurements. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** Below so many of the measurements, of a hundred. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? 0
}
