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
  ) {}

  line(file: string, outcome: ImportedFile['outcome'], more: Partial<ImportedFile> = {}): void {
    this.report.files.push({ file, outcome, draftId: null, articleId: null, error: null, warnings: [], ...more })
    this.done += 1
    this.progress(null)
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
