import { shell } from '../../engine/bridge'
import { call, runJob } from '../../engine/client'
import { useJobs } from '../../state/jobs'
import { baseName } from '../../words/numbers'
import { usePhrases } from '../../words/words'
import { showChange } from '../history/changeMessage'
import { undoing } from '../history/useUndo'
import { acceptanceOf, useCorrections } from './reading'

/** Choosing a corrected workbook, reading it, and taking over what is ticked. */
export function useReading() {
  const phrases = usePhrases()
  const { begin, done, fail } = useCorrections.getState()
  const read = async (path: string) => {
    begin(path)
    try {
      const report = await runJob('corrections.read', { path })
      if (useCorrections.getState().path !== path) return
      if (report) done(report)
      else useCorrections.getState().clear()
    } catch (thrown) {
      fail(thrown)
    }
    // The result is on this screen; it need not wait at the foot of the window too.
    useJobs.getState().dismissRead('corrections.read')
  }
  return {
    read,
    async pick() {
      const { paths } = await shell('shell.pickFiles', { purpose: 'corrections' })
      if (paths[0]) await read(paths[0])
    },
    async accept() {
      const { path, report, picked } = useCorrections.getState()
      if (!path || !report) return
      const accept = acceptanceOf(report.records, picked)
      const { sequence, records, changes } = await call('corrections.apply', { file: baseName(path), accept })
      showChange({ title: phrases.t('corrections.applied', { records, changes }), action: undoing(phrases, sequence) })
      await read(path)
    },
  }
}
