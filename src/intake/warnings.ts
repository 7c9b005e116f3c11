import type { Warning } from '#core/model/draft'

/** Everything a reader may have to say about a file it could read; words in the locale under `warning.<code>`. */
export type WarningCode =
  | 'ending-differs'
  | 'word-macros'
  | 'word-active-field'
  | 'word-embedded'
  | 'word-tracked-changes'
  | 'word-comments'
  | 'word-faulty'
  | 'word-read-roughly'
  | 'legacy-font'
  | 'legacy-offered'
  | 'encoding-guessed'
  | 'remote-left-out'
  | 'picture-damaged'
  | 'photo-damaged'
  | 'sidecar-unreadable'
  | 'pictures-missing'
  | 'picture-too-large'
  | 'picture-many-pixels'
  | 'picture-no-preview'
  | 'metadata-unreadable'
  | 'captions-differ'
  | 'credentials-broken'
  | 'date-doubtful'
  | 'main-part-unsure'
  | 'sheet-missing'
  | 'cells-outside'

/** The warnings of one file, each said once. */
export class Warnings {
  readonly list: Warning[] = []
  private readonly file: string | null

  constructor(file: string | null) {
    this.file = file
  }

  add(code: WarningCode, args: Record<string, string> = {}): void {
    const known = this.list.some((one) => one.code === code && JSON.stringify(one.args) === JSON.stringify(args))
    if (!known) this.list.push({ code, file: this.file, args })
  }
}
