import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { archiveHere, type Here } from '#tests/unit/operations/custody/here'
import { packable } from '#tests/unit/operations/custody/packable'
import { buildPacker, removeWriter, runWriter } from './support/run'

vi.setConfig({ testTimeout: 60_000 })

/** Mounting needs root on Linux; elsewhere these are skipped by name. */
function small(folder: string, size: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
const canMount = (() => {
  const folder = mkdtempSync(join(tmpdir(), 'kho-mount-'))
  const can = small(folder, '64k')
  if (can) execFileSync('umount', [folder])
  rmSync(folder, { recursive: true })
  return can
})()

let here: Here
let id: string
beforeEach(async () => {
  here = await archiveHere()
  id = await packable(here)
})
afterEach(() => here.close())

describe.skipIf(!canMount)('a package for a drive that is too small', () => {
  let disk: string
  beforeEach(() => {
    disk = mkdtempSync(join(tmpdir(), 'kho-drive-'))
  })
  afterEach(() => {
    execFileSync('umount', ['-l', disk])
    rmSync(disk, { recursive: true })
  })

  // Sizes at which another part of the work meets the end of the drive.
  it.each(['8k', '24k', '40k', '64k', '80k'])(
    'leaves nothing (%s), and the transfer is a draft still',
    async (size) => {
      expect(small(disk, size)).toBe(true)
      let refused = 0
      for (const more of [{ form: 'bagit' }, { form: 'bagit', zip: true }, { form: 'sip' }] as const) {
        const made = await here
          .call('transfer.package', { id, folder: disk, metadata: false, ...more })
          .catch((thrown) => {
            expect(thrown).toMatchObject({ code: 'disk-full' })
            return null
          })
        if (made) {
          // It fits where it is small: then it is whole.
          expect((await here.call('package.verify', { path: made.path })).report.valid).toBe(true)
          rmSync(made.path, { recursive: true })
          await here.call('transfer.reopen', { id })
        } else refused += 1
        expect(readdirSync(disk)).toEqual([])
        expect((await here.call('transfer.get', { id })).transfer).toMatchObject({ state: 'draft', package: null })
      }
      expect(refused).toBeGreaterThan(0)
    },
  )
})

describe('a packing that was killed', () => {
  it('leaves no package, and the next attempt clears away what it left', async () => {
    const out = join(here.folder, 'giao')
    const folder = join(out, '.2025-01-10 Đợt 1.kho-part', 'data')
    // What a process leaves that was ended in the midst of it.
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'nửa.docx'), 'PK')
    await expect(here.call('package.verify', { path: out })).rejects.toMatchObject({ code: 'package-not-one' })
    const { path } = await here.call('transfer.package', { id, folder: out, metadata: false })
    expect(readdirSync(out)).toEqual(['2025-01-10 Đợt 1'])
    expect((await here.call('package.verify', { path })).report.valid).toBe(true)
  })

  it('at any moment leaves nothing under the name of a package that is not whole', async () => {
    const packer = await buildPacker()
    let whole = 0
    for (const after of [0, 3, 10, 25, 50, 90, 150, 250, 400, 650]) {
      const out = join(here.folder, `giao ${after}`)
      mkdirSync(out)
      await runWriter([process.execPath, packer, out], after)
      for (const name of readdirSync(out).filter((one) => !one.startsWith('.'))) {
        const { report } = await here.call('package.verify', { path: join(out, name) })
        expect({ after, name, valid: report.valid }).toEqual({ after, name, valid: true })
        whole += 1
      }
    }
    await removeWriter(packer)
    // Or the moments were all before the first was whole, and nothing was shown.
    expect(whole).toBeGreaterThan(0)
  })
})
