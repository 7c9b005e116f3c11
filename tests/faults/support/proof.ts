import { rm } from 'node:fs/promises'
import { expect } from 'vitest'
import type { Archive } from '#archive/archive'
import { restoreBackup } from '#archive/backup/restore'
import { checkArchive } from '#archive/check'
import { lineOf } from '#archive/history/lines'
import { lineAt, linesOf } from '#archive/history/read'
import { openArchive } from '#archive/open'
import { partsOf } from '#archive/store'
import { quiet, realPlatform } from './platform'
import type { Said } from './run'

/**
 * Opens an archive afresh and proves that everything its writer was told is there.
 * @returns how many changes it holds
 */
export async function proveKept(folder: string, said: Said, name: string): Promise<number> {
  const archive = await openArchive(folder, realPlatform())
  try {
    expect(archive.readOnly, name).toBeNull()
    const { journal } = partsOf(archive)
    const sequence = journal?.position.sequence ?? 0
    if (said.ack !== null) {
      expect(sequence, `${name}: acknowledged changes`).toBeGreaterThanOrEqual(said.ack)
      await proveChange(archive, said.ack, sequence, name)
    }
    for (const hex of said.originals) expect(await archive.originals.has(hex), `${name}: original ${hex}`).toBe(true)
    return sequence
  } finally {
    await archive.close()
  }
}

/** The records of the last changes are what the lines say. */
async function proveChange(archive: Archive, from: number, to: number, name: string): Promise<void> {
  const db = await linesOf(archive)
  const last = new Map<string, unknown>()
  for (let sequence = from; sequence <= to; sequence++) {
    const row = lineOf(db, sequence)
    expect(row, `${name}: line ${sequence}`).not.toBeNull()
    if (!row) continue
    for (const { kind, id, after } of (await lineAt(partsOf(archive), row)).entries) {
      last.set(`${kind}/${id}`, after)
      if (sequence === to) expect(await archive.get(kind, id), `${name}: ${kind}/${id}`).toEqual(after)
    }
  }
  expect(last.size, name).toBeGreaterThan(0)
}

/** Proves every byte: chain, records, references, originals; and the index against the catalogue. */
export async function proveSound(folder: string, name: string): Promise<void> {
  const archive = await openArchive(folder, realPlatform())
  try {
    const report = await checkArchive(archive, quiet)
    expect(report, name).toMatchObject({ sound: true })
    const counts = await archive.index.counts()
    expect((await archive.ids('article')).length, name).toBe(counts.article)
  } finally {
    await archive.close()
  }
}

/** A backup that was reported must come back whole, also where a later one was cut off. */
export async function proveBackup(backup: string, atLeast: number, name: string): Promise<void> {
  const folder = `${backup}-restored`
  await rm(folder, { recursive: true, force: true })
  const report = await restoreBackup(backup, folder, realPlatform(), quiet)
  expect(report.sequence, `${name}: changes in the backup`).toBeGreaterThanOrEqual(atLeast)
  await rm(folder, { recursive: true })
}
