import { describe, expect, it } from 'vitest'
import type { JobState } from '#contract/jobs'
import { stoppedByLeaving } from '../../../src/renderer/state/jobs'

const job = (kind: string, outcome: JobState['outcome'] = null): JobState => ({
  id: kind,
  kind,
  phase: '',
  done: 0,
  total: null,
  unit: 'file',
  startedAt: 0,
  etaMs: null,
  canCancel: true,
  current: null,
  outcome,
})

describe('leaving an archive', () => {
  it.each(['intake.import', 'draft.addPhotos', 'export.word', 'export.all'])('would stop %s', (kind) => {
    expect(stoppedByLeaving([job(kind)])).toHaveLength(1)
  })

  it('asks nothing for what has ended or what loses nothing', () => {
    expect(stoppedByLeaving([job('export.word', { state: 'cancelled', kept: null }), job('archive.check')])).toEqual([])
  })
})
