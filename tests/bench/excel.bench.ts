import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { median, tell } from './support/figures'

// A sheet of KHO_BENCH_ROWS rows (100,000) by 20 columns, typed, styled and linked, and one of 1,000 thumbnails, beside
// XlsxWriter on the same values. Both in turn; the middle of the rounds counts. Each runs in a process of its own.
const rows = Number(process.env.KHO_BENCH_ROWS ?? 100_000)
const pictures = 1_000
const rounds = Number(process.env.KHO_BENCH_ROUNDS ?? 3)

interface Run {
  ms: number
  peakMb: number
}

const python = ['/usr/bin/python3', 'python3'].find(
  (program) => spawnSync(program, ['-c', 'import xlsxwriter']).status === 0,
)
const home = mkdtempSync(join(tmpdir(), 'kho-excel-'))
try {
  const folder = join(home, 'ảnh')
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 20 }
  const jpeg = await sharp({ create: { width: 110, height: 73, channels: 3, background: '#888', noise } })
    .jpeg()
    .toBuffer()
  mkdirSync(folder)
  // No two alike: XlsxWriter keeps pictures of the same bytes once. What follows the end of a JPEG is not looked at.
  for (let at = 1; at <= pictures; at++) {
    writeFileSync(join(folder, `${at}.jpg`), Buffer.concat([jpeg, Buffer.from(String(at))]))
  }
  compared('rows', rows, `Excel, ${rows.toLocaleString('en')} rows × 20 columns`, 0.8, [])
  compared('pictures', pictures, `Excel, ${pictures.toLocaleString('en')} thumbnails`, 2, [folder])
} finally {
  rmSync(home, { recursive: true, force: true })
}

function compared(what: string, count: number, name: string, most: number, more: string[]): void {
  const ours: Run[] = []
  const theirs: Run[] = []
  for (let round = 0; round < rounds; round++) {
    if (python) theirs.push(run(python, ['tests/bench/support/excel-peer.py', what, out(), String(count), ...more]))
    ours.push(
      run(process.execPath, ['build/run-ts.mjs', 'tests/bench/excel-run.ts', what, out(), String(count), ...more]),
    )
  }
  const value = median(ours.map(({ ms }) => ms)) / 1_000
  const peak = Math.max(...ours.map(({ peakMb }) => peakMb))
  if (!python) {
    console.log(`- ${name}: no XlsxWriter here to stand beside`)
    tell({ name, value, unit: 's', bar: null, peer: null })
  } else {
    const peer = { name: 'XlsxWriter (s)', value: median(theirs.map(({ ms }) => ms)) / 1_000 }
    tell({ name, value, unit: 's', bar: null, peer })
    tell({ name: `${name}, against the peer`, value: value / peer.value, unit: '×', bar: { most }, peer })
  }
  const beside = python ? { name: 'XlsxWriter', value: Math.max(...theirs.map(({ peakMb }) => peakMb)) } : null
  tell({ name: `${name}: peak memory`, value: peak, unit: 'MB', bar: { most: 350 }, peer: beside })
}

function out(): string {
  return join(home, `${process.hrtime.bigint()}.xlsx`)
}

function run(program: string, args: string[]): Run {
  const result = JSON.parse(execFileSync(program, args, { encoding: 'utf8' }).trim().split('\n').at(-1) ?? '') as Run
  if (statSync(args.find((arg) => arg.endsWith('.xlsx')) ?? '').size === 0) throw new Error('nothing was written')
  return result
}
