import type { ISectionOptions } from 'docx'
import type { DeliveryRules } from '../../rules'
import { blocksOf } from './blocks'
import { exactPagesOf } from './exact'
import { pagesFilled } from './fill'
import { type Looks, looksOf } from './type'
import { points } from './units'

// How far the quick count may be off, in points: Word rounds to twentieths in places of its own.
const doubt = { width: 0.3, height: 0.2 }

/**
 * Counts the pages of the parts of a book. A quick count with a little more and a little less room than
 * Word has settles most parts; where the two differ, docx's own layout decides, which follows Word to the
 * letter and takes a hundred times as long.
 */
export class PageCounter {
  private readonly looks: Looks

  constructor(private readonly rules: DeliveryRules) {
    this.looks = looksOf(rules)
  }

  pagesOf(section: ISectionOptions): number {
    return this.quickPagesOf(section) ?? exactPagesOf(section, this.rules)
  }

  /** The quick count; null where it cannot tell for sure. */
  quickPagesOf({ children }: ISectionOptions): number | null {
    const blocks = blocksOf(children)
    if (!blocks) return null
    const { paper, marginsMm } = this.rules.page
    const width = points(paper.widthMm) - points(marginsMm.left) - points(marginsMm.right)
    const height = points(paper.heightMm) - points(marginsMm.top) - points(marginsMm.bottom)
    const [more, less] = [1, -1].map((way) =>
      pagesFilled(blocks, this.looks, { width: width + way * doubt.width, height: height + way * doubt.height }),
    )
    return more === less ? (more ?? null) : null
  }
}
