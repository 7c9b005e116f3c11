import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderSource } from '#delivery/bag/source'
import { type BagVerdict, verifyBag } from '#delivery/bag/verify'
import { nodeDigests } from '#platform/node/digests'
import { nodeFiles } from '#platform/node/files'
import { suitesFolder } from './support'

const suite = join(suitesFolder, 'bagit', 'suite')

const quiet = { signal: new AbortController().signal, report: () => undefined }
const judged = (folder: string): Promise<BagVerdict> =>
  verifyBag(folderSource(nodeFiles(), nodeDigests(), folder), quiet)

// As published these two lack a file that git lost, so that they are warned about no longer but incomplete.
const broken = new Set(['special-system-files', 'duplicate-file-with-different-case'])

/** Every bag of the conformance suite with what a validator must say of it. */
function bags(): { name: string; folder: string; valid: boolean; warned: boolean }[] {
  return readdirSync(suite)
    .filter((name) => name.startsWith('v'))
    .flatMap((version) =>
      readdirSync(join(suite, version)).flatMap((group) =>
        readdirSync(join(suite, version, group), { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map(({ name }) => ({
            name: `${version}/${group}/${name}`,
            folder: join(suite, version, group, name),
            valid: group === 'valid' || (group === 'warning' && !broken.has(name)),
            warned: group === 'warning' && !broken.has(name),
          })),
      ),
    )
}

export function checkBagitSuite(): void {
  describe.skipIf(!existsSync(suite))('the BagIt conformance suite', () => {
    for (const { name, folder, valid, warned } of existsSync(suite) ? bags() : []) {
      it(`${name}: ${valid ? 'valid' : 'invalid'}${warned ? ' with a warning' : ''}`, async () => {
        const { findings, ...verdict } = await judged(folder)
        const errors = findings.filter(({ severity }) => severity === 'error')
        expect({ valid: verdict.valid, errors }).toMatchObject(valid ? { valid: true, errors: [] } : { valid: false })
        if (warned) expect(findings.filter(({ code }) => code !== 'old-version')).not.toEqual([])
      })
    }
  })
}
