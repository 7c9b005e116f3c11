import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Change } from '#archive/archive'
import { checkArchive } from '#archive/check'
import { createArchive, openArchive } from '#archive/open'
import type { AnyRecord } from '#core/model/records'
import { memoryDisk } from '#platform/memory/files'
import { memoryPlatform } from '#platform/memory/platform'
import { draft, person } from '#tests/unit/archive/sample-records'

vi.setConfig({ testTimeout: 60_000 })

const options = { indexInMemory: true }
const identity = { name: 'Kho', agency: '', fonds: '' }

// Few ids, so that records are made, changed, removed and made again; odd ones among them.
const id = fc.constantFrom('a', 'B', 'con', 'ký tự/lạ', '..', 'x'.repeat(64))
const step = fc.record({
  id,
  kind: fc.constantFrom('draft' as const, 'person' as const),
  text: fc.string({ unit: 'grapheme' }),
  remove: fc.boolean(),
})
const steps = fc.array(
  fc.record({
    changes: fc.uniqueArray(step, { selector: (one) => `${one.kind}/${one.id}`, minLength: 1, maxLength: 4 }),
    reopen: fc.boolean(),
  }),
  { maxLength: 12 },
)

describe('any history of changes', () => {
  it('gives the same records before and after opening again, in order of creation', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        const disk = memoryDisk()
        let archive = await createArchive('/kho', identity, memoryPlatform(disk), options)
        const expected = new Map<string, AnyRecord>()
        for (const { changes, reopen } of history) {
          const entries: Change['entries'] = []
          for (const { id: one, kind, text, remove } of changes) {
            const key = `${kind}/${one}`
            if (remove && !expected.has(key)) continue
            const after = remove ? null : kind === 'draft' ? draft(one, { notes: text }) : person(one, text)
            entries.push({ kind, id: one, after } as Change['entries'][number])
            if (after) expected.set(key, after)
            else expected.delete(key)
          }
          await archive.commit({ operation: 'test', args: {}, entries })
          if (!reopen) continue
          await archive.close()
          archive = await openArchive('/kho', memoryPlatform(disk), options)
          expect(archive.opening.repaired).toEqual([])
        }
        for (const kind of ['draft', 'person'] as const) {
          const there = [...expected].filter(([key]) => key.startsWith(`${kind}/`)).map(([, record]) => record)
          const ids = await archive.ids(kind)
          expect([...ids].sort()).toEqual(there.map((record) => record.id).sort())
          expect(
            await archive.getMany(
              kind,
              there.map((record) => record.id),
            ),
          ).toEqual(there)
        }
        const report = await checkArchive(archive, { report: () => undefined, signal: new AbortController().signal })
        expect(report.sound).toBe(true)
        await archive.close()
      }),
      { numRuns: 40 },
    )
  })
})
