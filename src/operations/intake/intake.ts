import type { Archive } from '#archive/archive'
import type { ImportedFile, ImportReport } from '#contract/operations'
import { KhoError, toErrorData } from '#core/errors'
import type { OperationContext } from '../context'
import type { Work } from '../jobs'

/** Everything one intake has done so far; each line of the report is final when it is added. */
export class Intake {
  readonly report: ImportReport = { files: [], drafts: [], articles: [], photos: 0 }
  private done = 0

  constructor(
    readonly context: OperationContext,
    readonly archive: Archive,
    readonly work: Work,
    private readonly total: number,
    /** The .xmp files beside photos, by the photo's path. */
    readonly sidecars: ReadonlyMap<string, string[]> = new Map(),
  ) {}

  line(file: string, outcome: ImportedFile['outcome'], more: Partial<ImportedFile> = {}): void {
    this.report.files.push({ file, outcome, draftId: null, articleId: null, error: null, warnings: [], ...more })
    this.done += 1
    this.progress(null)
  }

  /** A line for a photo, and one for each file of words beside it: told once, though two photos may share it. */
  photo(file: string, known: boolean, more: Pick<ImportedFile, 'draftId' | 'articleId'> & Partial<ImportedFile>): void {
    this.line(file, known ? 'already-held' : 'photo', more)
    for (const beside of this.sidecars.get(file) ?? []) {
      if (this.report.files.some((line) => line.file === beside)) continue
      const { draftId, articleId } = more
      this.report.files.push({ file: beside, outcome: 'sidecar', error: null, warnings: [], draftId, articleId })
    }
  }

  fail(file: string, thrown: unknown): void {
    if (thrown instanceof KhoError && thrown.code === 'cancelled') throw thrown
    const error = { ...toErrorData(thrown), file }
    this.context.platform.log.warn('file not taken in', { ...error })
    this.line(file, 'failed', { error: { ...error, cause: null } })
  }

  progress(current: string | null): void {
    this.work.report({ phase: 'reading', done: this.done, total: this.total, unit: 'file', current })
  }
}
