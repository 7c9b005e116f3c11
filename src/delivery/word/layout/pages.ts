import type { ISectionOptions } from 'docx'
import type { DeliveryRules } from '../../rules'
import { blocksOf } from './blocks'
import { exactPagesOf } from './exact'
import { pagesFilled } from './fill'
import { Looks } from './type'
import { points } from './units'

// How far the quick count may be off in the width of lines and the height of pages.
const doubt = 0.001

/**
 * Counts the pages of the parts of a book. A quick count with a little more and a little less room than
 * Word has settles most parts; where the two differ, docx's own layout decides, which follows Word to the
 * letter and takes a hundred times as long.
 */
export class PageCounter {
  private readonly looks: Looks

  constructor(private readonly rules: DeliveryRules) {
    this.looks = new Looks(rules)
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
    const [more, less] = [1 + doubt, 1 - doubt].map((factor) =>
      pagesFilled(blocks, this.looks, { width: width * factor, height: height * factor }),
    )
    return more === less ? (more ?? null) : null
  }
}
